"""Every way an attempt can end, for every class of letter."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, TimedOut

from storage import accounts, outbox, pauses
from storage.outbox import Kind, State
from tests.courier.wire import NOW, SARI, SUCCESS, Answer, Post, refusal

R, D, C = Kind.REMINDER, Kind.DECISION, Kind.CARD


def caused(error: Exception, cause: Exception) -> Exception:
    """An error as python-telegram-bot raises it from httpx's."""
    error.__cause__ = cause
    return error


def timed_out(cause: type[httpx.TimeoutException]) -> Exception:
    return caused(TimedOut(), cause("x"))


def broken(cause: type[httpx.TransportError]) -> Exception:
    return caused(NetworkError("x"), cause("x"))


UNKNOWN: list[Answer] = [
    timed_out(httpx.ReadTimeout),
    timed_out(httpx.WriteTimeout),
    broken(httpx.ReadError),
    broken(httpx.RemoteProtocolError),
    broken(httpx.WriteError),
    (502, b"<html>bad gateway</html>"),
    refusal(500, "Internal Server Error"),
    (200, b"<html>not json</html>"),
]
NEVER_LEFT: list[Answer] = [
    broken(httpx.ConnectError),
    timed_out(httpx.ConnectTimeout),
    timed_out(httpx.PoolTimeout),
]
UNREACHABLE = [
    (403, "Forbidden: bot was blocked by the user", "blocked"),
    (403, "Forbidden: user is deactivated", "deactivated"),
    (403, "Forbidden: bot can't initiate conversation with a user", "never_started"),
    (403, "Forbidden: bot can't send messages to bots", "is_bot"),
    (403, "Forbidden: bot was kicked from the group chat", "kicked"),
    (403, "Forbidden: bot was kicked from the supergroup chat", "kicked"),
    (403, "Forbidden: bot is not a member of the channel chat", "not_a_member"),
    (403, "Forbidden: the group chat was deleted", "deleted"),
    (400, "Bad Request: chat not found", "chat_not_found"),
]


@pytest.mark.parametrize("kind", list(Kind))
async def test_what_arrives_is_sent(post: Post, kind: Kind) -> None:
    post.owes("a", kind, edits=7 if kind is C else None)
    await post.delivers()
    letter = post.letter("a")
    assert (letter.state, letter.sent_at, letter.attempt) == (State.SENT, NOW, 1)
    assert letter.message_id == (7 if kind is C else 1)
    await post.delivers()
    assert len(post.wire.sent) == 1


@pytest.mark.parametrize("answer", UNKNOWN, ids=str)
@pytest.mark.parametrize(("kind", "state"), [(R, State.UNKNOWN), (D, State.WAITING)])
async def test_what_may_have_arrived(post: Post, answer: Answer, kind: Kind, state: State) -> None:
    post.wire.plan = [answer]
    post.owes("a", kind)
    await post.delivers()
    assert post.state("a") == state
    await post.delivers()
    assert len(post.wire.sent) == 1


@pytest.mark.parametrize("answer", NEVER_LEFT, ids=str)
@pytest.mark.parametrize("kind", list(Kind))
async def test_what_never_left_waits(post: Post, answer: Answer, kind: Kind) -> None:
    post.wire.plan = [answer]
    post.owes("a", kind)
    await post.courier.drain_once()
    assert (post.state("a"), post.letter("a").repeats) == (State.WAITING, 0)
    await post.delivers()
    assert post.state("a") == State.SENT


async def test_an_outage_costs_at_most_the_letters_in_flight(post: Post) -> None:
    for key in post.ids:
        post.owes(key, R, to=post.ids[key])
    post.wire.plan = [refusal(502, "Bad Gateway")] * 20
    post.wire.healthy = refusal(502, "Bad Gateway")
    for _ in range(5):
        await post.delivers()
    assert [post.state(key) for key in post.ids].count(State.UNKNOWN) <= 4
    post.wire.plan, post.wire.healthy = [], None
    await post.delivers()
    assert State.WAITING not in [post.state(key) for key in post.ids]


async def test_a_decision_is_repeated_at_growing_distances_then_listed(post: Post) -> None:
    post.wire.plan = [timed_out(httpx.ReadTimeout)] * 100
    post.owes("a", D)
    tried: list[timedelta] = []
    while post.state("a") == State.WAITING:
        before = len(post.wire.sent)
        await post.delivers()
        tried += [post.clock.now() - NOW] * (len(post.wire.sent) - before)
        if post.state("a") == State.WAITING:
            gap = post.letter("a").not_before - post.clock.now()
            post.later(seconds=gap.total_seconds())
    first = [timedelta(seconds=s) for s in (0, 30, 150, 750, 4350)]
    assert tried[:5] == first
    assert timedelta(hours=23) < tried[-1] <= timedelta(hours=24)
    assert post.state("a") == State.UNKNOWN
    assert [call["text"] for call in post.wire.sent[:3]] == ["a#0", "a#1", "a#2"]
    with post.database.transaction() as session:
        assert [row.name for row in outbox.unconfirmed(session)] == ["Sari Lestari, A.Md."]


async def test_a_copy_that_arrives_ends_the_repeats(post: Post) -> None:
    post.wire.plan = [timed_out(httpx.ReadTimeout), SUCCESS]
    post.owes("a", D)
    await post.delivers()
    post.later(seconds=29)
    await post.delivers()
    assert post.state("a") == State.WAITING
    post.later(seconds=2)
    await post.delivers()
    assert post.state("a") == State.SENT


async def test_a_card_is_edited_again(post: Post) -> None:
    unchanged = refusal(400, "Bad Request: message is not modified: specified new message …")
    post.wire.plan = [timed_out(httpx.ReadTimeout), unchanged]
    post.owes("a", C, edits=9)
    await post.delivers()
    post.later(minutes=1)
    await post.delivers()
    assert post.state("a") == State.SENT
    assert [call["message_id"] for call in post.wire.sent] == [9, 9]


@pytest.mark.parametrize(("code", "said", "reason"), UNREACHABLE)
async def test_who_cannot_be_written_to_is_marked(
    post: Post, code: int, said: str, reason: str
) -> None:
    post.wire.plan = [refusal(code, said)]
    post.owes("a", D)
    await post.delivers()
    assert (post.state("a"), post.letter("a").fault) == (State.FAILED, reason)
    with post.database.transaction() as session:
        account = accounts.living(session, SARI)
        assert account is not None
        assert (account.unreachable, account.unreachable_since) == (reason, NOW)
        assert [row.fault for row in outbox.unconfirmed(session)] == [reason]


@pytest.mark.parametrize(
    ("code", "said"),
    [(403, "Forbidden: something new"), (400, "Bad Request: can't parse entities: x")],
)
async def test_any_other_refusal_fails_the_letter_alone(post: Post, code: int, said: str) -> None:
    post.wire.plan = [refusal(code, said)]
    post.owes("a", R)
    await post.delivers()
    assert post.state("a") == State.FAILED
    with post.database.transaction() as session:
        account = accounts.living(session, SARI)
        assert account is not None
        assert account.unreachable is None


async def test_too_fast_puts_back_and_holds_everybody_until_the_deadline(post: Post) -> None:
    post.wire.plan = [refusal(429, "Too Many Requests: retry after 30", retry_after=30)]
    post.owes("a", R)
    await post.delivers()
    post.owes("b", D, to=post.ids["budi"])
    await post.delivers()
    post.courier = post.another()
    post.later(seconds=29)
    await post.delivers()
    assert (len(post.wire.sent), post.state("a"), post.state("b")) == (
        1,
        State.WAITING,
        State.WAITING,
    )
    post.later(seconds=2)
    await post.delivers()
    assert (post.state("a"), post.state("b")) == (State.SENT, State.SENT)


def test_the_deadline_only_moves_later(post: Post) -> None:
    for seconds, stands in ((30, 30), (5, 30), (60, 60), (59, 60)):
        with post.database.transaction() as session:
            pauses.extend(session, "x", NOW + timedelta(seconds=seconds))
            assert pauses.until(session, "x") == NOW + timedelta(seconds=stands)


async def test_a_group_that_became_a_supergroup_is_followed(post: Post) -> None:
    post.wire.plan = [
        refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1007)
    ]
    post.owes("a", D, chat_id=-5)
    post.owes("b", D, chat_id=-5)
    await post.delivers()
    await post.delivers()
    assert (post.state("a"), post.state("b")) == (State.SENT, State.SENT)
    assert [call["chat_id"] for call in post.wire.sent] == [-5, -1007, -1007]


async def test_nobody_to_send_to_fails_at_once(post: Post) -> None:
    with post.database.transaction() as session:
        account = accounts.living(session, SARI)
        assert account is not None
        account.state = accounts.ENDED
    post.owes("a", D)
    await post.delivers()
    assert (post.state("a"), post.letter("a").fault) == (State.FAILED, "no account")
    assert post.wire.sent == []


async def test_what_is_no_longer_owed_is_dropped(post: Post) -> None:
    post.owes("a", D, template="gone")
    await post.delivers()
    assert (post.state("a"), post.wire.calls) == (State.DROPPED, [])


async def test_what_comes_too_late_expires(post: Post) -> None:
    post.owes("a", R, expires_at=NOW + timedelta(hours=1))
    post.later(hours=2)
    await post.delivers()
    assert (post.state("a"), post.wire.sent) == (State.EXPIRED, [])


async def test_a_letter_for_later_waits(post: Post) -> None:
    post.owes("a", R, not_before=NOW + timedelta(hours=1))
    await post.delivers()
    assert post.state("a") == State.WAITING
    post.later(hours=1)
    await post.delivers()
    assert post.state("a") == State.SENT


async def test_a_letter_that_cannot_be_rendered_stops_nobody(post: Post) -> None:
    post.owes("a", D, template="broken")
    post.owes("b", D, to=post.ids["budi"])
    for _ in range(4):
        await post.delivers()
        post.later(minutes=5)
    assert (post.state("a"), post.letter("a").fault) == (State.FAILED, "render: KeyError")
    assert post.state("b") == State.SENT


async def test_a_picture_is_drawn_on_the_way_and_one_that_cannot_be_stops_nobody(
    post: Post,
) -> None:
    post.owes("a", D, template="spilt")
    post.owes("b", D, to=post.ids["budi"], template="picture")
    await post.delivers()
    assert (post.state("a"), post.state("b")) == (State.WAITING, State.SENT)
    for _ in range(3):
        post.later(minutes=5)
        await post.delivers()
    assert (post.state("a"), post.letter("a").fault) == (State.FAILED, "render: RuntimeError")
    assert len(post.wire.sent) == 1


async def test_a_wrong_token_loses_nothing(post: Post) -> None:
    post.wire.plan = [refusal(401, "Unauthorized")]
    post.owes("a", R)
    await post.courier.drain_once()
    assert post.state("a") == State.WAITING


async def test_only_html_marked_protected_and_without_preview(post: Post) -> None:
    post.owes("a", D)
    await post.delivers()
    call: dict[str, Any] = post.wire.sent[0]
    assert (call["parse_mode"], call["protect_content"]) == ("HTML", True)
    assert call["link_preview_options"] == {"is_disabled": True}


async def test_the_same_key_is_one_letter(post: Post) -> None:
    for _ in range(3):
        post.owes("a", D)
    await post.delivers()
    assert len(post.wire.sent) == 1


async def test_every_attempt_is_counted_by_class_and_outcome(post: Post) -> None:
    post.wire.plan = [refusal(429, "Too Many Requests: retry after 3", retry_after=3)]
    post.owes("a")
    post.owes("b", Kind.REMINDER, to=post.ids["budi"])
    await post.delivers()
    post.later(minutes=1)
    await post.delivers()
    value = post.courier.measures.registry.get_sample_value
    sent = {"kind": "decision", "outcome": "sent"}, {"kind": "reminder", "outcome": "sent"}
    assert [value("teladan_sends_total", one) for one in sent] == [1, 1]
    slowed = [
        value("teladan_sends_total", {"kind": kind, "outcome": "too_fast"}) or 0
        for kind in ("decision", "reminder")
    ]
    assert sum(slowed) == value("teladan_floods_total", {"speaker": "letters"}) == 1
