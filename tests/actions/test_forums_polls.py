"""Polls: one vote each until they close, then numbers only; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlmodel import Session, select

from bot.actions.forums import changes, close_polls, poll_closing, poll_drafts, polls
from bot.actions.refusals import Refused
from bot.rules.polls import PollKind, PollState, bar
from storage import agreement, forum_polls
from storage.audit import Reader
from storage.database import Database
from storage.forum_polls import ForumPoll, PollVote
from storage.outbox import Letter
from tests.actions.forums import NOW, Sent, send_forum


@pytest.fixture
def sent(database: Database) -> Sent:
    return send_forum(database)


def act(sent: Sent, key: str, how: Callable[..., object], *args: object) -> object:
    with sent.database.transaction() as session:
        return how(session, sent.me(session, key), *args)


def ask(sent: Sent, kind: PollKind = PollKind.TOPIC, *answers: str) -> int:
    """An open one with these answers; its number."""
    with sent.database.transaction() as session:
        me = sent.me(session, "budi")
        number = int(poll_drafts.begin(session, me, sent.number, kind.value).place.args[0])
        for answer in answers or ("Antrean daring", "Loket ramah"):
            poll_drafts.say(session, me, number, answer)
        poll_drafts.open_it(session, me, number, 3)
    return number


def options(sent: Sent, poll: int) -> list[int]:
    with sent.database.transaction() as session:
        return [one.id or 0 for one in forum_polls.options(session, poll)]


def seen(sent: Sent, key: str, poll: int) -> polls.Poll:
    with sent.database.transaction() as session:
        return polls.card(session, sent.me(session, key), poll)


def votes(sent: Sent) -> int:
    with sent.database.transaction() as session:
        return len(session.exec(select(PollVote)).all())


def test_a_vote_counts_once_and_may_be_changed(sent: Sent) -> None:
    poll = ask(sent)
    first, second = options(sent, poll)
    for option in (first, second, second):
        act(sent, "sari", polls.vote, poll, option)
    assert (seen(sent, "sari", poll).voted, votes(sent)) == (1, 1)
    assert [one.mine for one in seen(sent, "sari", poll).options] == [False, True]
    assert not any(one.mine for one in seen(sent, "dedi", poll).options)
    assert sum(one.votes for one in seen(sent, "budi", poll).options) == 0
    with pytest.raises(Refused, match="option"):
        act(sent, "sari", polls.vote, poll, second + 99)


def test_closing_counts_and_forgets_who_voted(sent: Sent) -> None:
    poll = ask(sent)
    first, second = options(sent, poll)
    for key, option in (("sari", first), ("dedi", first), ("wayan", second)):
        act(sent, key, polls.vote, poll, option)
    act(sent, "budi", poll_closing.close, poll)
    assert [one.votes for one in seen(sent, "sari", poll).options] == [2, 1]
    assert votes(sent) == 0
    with pytest.raises(Refused, match="closed"):
        act(sent, "maya", polls.vote, poll, first)
    assert sent.told("forums.poll_closed") == sorted(sent.keys)


def test_it_closes_by_itself(sent: Sent) -> None:
    poll = ask(sent)
    for days, state in ((2, PollState.OPEN), (3, PollState.CLOSED), (4, PollState.CLOSED)):
        with sent.database.transaction() as session:
            assert close_polls(session, NOW + timedelta(days=days)) is False
        assert seen(sent, "sari", poll).state is state
    assert len(sent.letters("forums.poll_closed")) == len(sent.keys)


def test_a_draft_is_the_hosts_alone_and_needs_two_answers(sent: Sent) -> None:
    with sent.database.transaction() as session:
        me = sent.me(session, "budi")
        poll = int(poll_drafts.begin(session, me, sent.number, PollKind.OTHER.value).place.args[0])
        poll_drafts.say(session, me, poll, "Perlu pertemuan kedua?")
        poll_drafts.say(session, me, poll, "Ya")
        poll_drafts.say(session, me, poll, "ya")
    with pytest.raises(Refused, match="missing"):
        seen(sent, "sari", poll)
    with pytest.raises(Refused, match="too_few"):
        act(sent, "budi", poll_drafts.open_it, poll, 3)
    assert len(options(sent, poll)) == 1


def test_the_date_that_was_chosen_becomes_the_time(sent: Sent) -> None:
    poll = ask(sent, PollKind.DATE, "jumat 21 agustus 2026 jam 11.45", "20 agustus 2026 jam 9")
    thursday, friday = options(sent, poll)
    assert seen(sent, "budi", poll).fixable is False
    act(sent, "budi", poll_closing.close, poll)
    assert seen(sent, "budi", poll).fixable is True
    act(sent, "budi", poll_closing.fix, poll, friday)
    with sent.database.transaction() as session:
        changing = changes.changing(session, sent.me(session, "budi"), sent.number)
    assert [one.hint.value for one in changing.warned] == ["prayer"]
    act(sent, "budi", poll_closing.fix, poll, thursday)
    act(sent, "budi", changes.tell, sent.number)
    row = sent.row()
    assert row.starts_at is not None
    assert (row.starts_at.day, row.sequence) == (20, 1)


def at_once(sent: Sent, *works: Callable[[Session], object]) -> list[object]:
    barrier, found = Barrier(len(works)), []

    def run(work: Callable[[Session], object]) -> None:
        barrier.wait()
        try:
            with sent.database.transaction() as session:
                found.append(work(session))
        except Refused as refused:
            found.append(refused.code)

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_close_while_others_vote_and_no_vote_is_lost(sent: Sent) -> None:
    poll = ask(sent)
    first, _ = options(sent, poll)
    act(sent, "sari", polls.vote, poll, first)

    def voting(key: str) -> Callable[[Session], object]:
        return lambda session: polls.vote(session, sent.me(session, key), poll, first)

    def closing(session: Session) -> object:
        return poll_closing.close(session, sent.me(session, "budi"), poll)

    found = at_once(sent, closing, closing, *map(voting, ("dedi", "wayan", "maya")))
    accepted = 1 + sum("forums.poll" in str(one) for one in found) - 2
    assert seen(sent, "sari", poll).voted == accepted
    assert votes(sent) == 0
    with sent.database.transaction() as session:
        told = session.exec(select(Letter).where(Letter.template == "forums.poll_closed")).all()
    assert len(told) == len(sent.keys)


@pytest.mark.parametrize(("count", "of", "full"), [(0, 3, 0), (3, 3, 10), (1, 3, 3), (2, 3, 7)])
def test_the_bar_is_as_long_as_its_share(count: int, of: int, full: int) -> None:
    assert bar(count, of) == "▰" * full + "▱" * (10 - full)


def findings(sent: Sent) -> list[str]:
    with sent.database.transaction(reading=True) as session:
        reader = Reader(session.connection())
        found = agreement.findings(reader, sent.database.vault, sent.now.date())
        return [f"{one.fault}/{one.key}" for one in found if one.kind is agreement.Kind.POLL]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("votes", "differs/votes"), ("words", "differs/words"), ("reopened", "gone/"),
        ("deleted", "gone/"), ("new", "unrecorded/"),
    ],
)  # fmt: skip
def test_verify_finds_a_poll_changed_behind_its_back(
    sent: Sent, change: str, expected: str
) -> None:
    poll = ask(sent)
    for key in ("sari", "dedi", "yosef"):
        act(sent, key, polls.vote, poll, options(sent, poll)[0])
    assert findings(sent) == []
    act(sent, "budi", poll_closing.close, poll)
    assert findings(sent) == []
    with sent.database.transaction() as session:
        row, (first, second) = session.get_one(ForumPoll, poll), forum_polls.options(session, poll)
        if change == "votes":
            first.votes, second.votes = 0, 3
        elif change == "words":
            first.text, second.text = second.text, first.text
        elif change == "reopened":
            row.state = PollState.OPEN
        elif change == "new":
            session.add(ForumPoll(
                forum_id=sent.number, kind="topic", question="Sisipan", state=PollState.CLOSED,
                made_at=NOW,
            ))  # fmt: skip
        else:
            forum_polls.drop_option(session, poll, first.id or 0)
            forum_polls.drop_option(session, poll, second.id or 0)
            session.delete(row)
    assert expected in findings(sent)
