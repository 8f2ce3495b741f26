"""Forums that come again: one letter for all, one occurrence moved or called off, or all."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.actions.forums import calendars, cards, changes, drafts, repeating, summaries
from bot.actions.forums.told import told
from bot.actions.refusals import Refused
from bot.rules.forums import Hint
from bot.rules.series import DayOff
from storage import forums, invitations, series
from storage.database import Database
from storage.forums import Forum
from storage.invitations import Invitation
from tests.actions.forums import Sent, fill, number_of
from tests.cast import employ

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FIRST = datetime(2026, 12, 11, 2, 0, tzinfo=UTC)  # Friday, 09.00 WIB
CHRISTMAS = "2026-12-25"


def send_series(database: Database, off: DayOff = DayOff.SHIFT, times: int = 4) -> Sent:
    """Budi sends a forum of every week to everybody: 11, 18, 25 December, 1 January."""
    with database.transaction() as session:
        _, ids = employ(session)
    sent = Sent(database, ids, now=NOW)
    with database.transaction() as session:
        me = sent.me(session, "budi")
        sent.number = number_of(drafts.begin(session, me))
        fill(session, sent.number, FIRST, 2, "everybody")
        repeating.set_rhythm(session, me, sent.number, "weekly")
        repeating.set_times(session, me, sent.number, times)
        repeating.set_days_off(session, me, sent.number, off.value)
        summaries.send(session, me, sent.number)
    return sent


def all_of(sent: Sent) -> list[Forum]:
    with sent.database.transaction(reading=True) as session:
        found = list(series.occurrences(session, sent.number))
        session.expunge_all()
        return found


def days(sent: Sent) -> list[str]:
    return [one.starts_at.date().isoformat() for one in all_of(sent) if one.starts_at]


@pytest.mark.parametrize(
    ("off", "expected"),
    [
        (DayOff.KEEP, ["2026-12-11", "2026-12-18", "2026-12-25", "2027-01-01"]),
        (DayOff.SHIFT, ["2026-12-11", "2026-12-18", "2026-12-28", "2027-01-04"]),
        (DayOff.SKIP, ["2026-12-11", "2026-12-18"]),
    ],
)
def test_days_off_are_shown_and_dealt_with(
    database: Database, off: DayOff, expected: list[str]
) -> None:
    sent = send_series(database, off)
    assert days(sent) == expected
    assert all(one.state == forums.OPEN for one in all_of(sent))
    assert len({one.uid for one in all_of(sent)}) == len({one.secret for one in all_of(sent)})
    assert len({one.uid for one in all_of(sent)}) == len(expected)


def test_a_draft_shows_the_holidays_among_its_days(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    sent = Sent(database, ids, now=NOW)
    with database.transaction() as session:
        me = sent.me(session, "budi")
        sent.number = number_of(drafts.begin(session, me))
        with pytest.raises(Refused):
            repeating.repeating(session, me, sent.number)
        fill(session, sent.number, FIRST.replace(hour=5), 0, "everybody")
        repeating.set_rhythm(session, me, sent.number, "weekly")
        repeating.say_times(session, me, sent.number, "3 kali")
        shown = repeating.repeating(session, me, sent.number)
        assert [one.holiday for one in shown.planned][:2] == ["", ""]
        assert "Natal" in shown.planned[2].holiday
        assert all("prayer" in one.hints for one in shown.planned)  # 12.00 on Fridays
        for wrong in ("1", "13", "banyak", "²"):
            with pytest.raises(Refused):
                repeating.say_times(session, me, sent.number, wrong)


def test_everybody_gets_one_letter_and_an_invitation_to_each(database: Database) -> None:
    sent = send_series(database)
    assert sent.told("forums.invited") == sorted(sent.keys)
    (letter, *_) = sent.letters("forums.invited")
    with database.transaction(reading=True) as session:
        found = told(session, "invited", letter.employee_id or 0, json.loads(letter.facts), NOW)
        assert found is not None
        assert found.repeats is not None
        assert (found.repeats.times, found.repeats.last.date().isoformat()) == (4, "2027-01-04")
        for one in series.occurrences(session, sent.number):
            row = invitations.of(session, one.id or 0, sent.ids["sari"])
            assert isinstance(row, Invitation)
            assert row.answer == invitations.NONE
        waiting = cards.waiting(session, sent.me(session, "sari"))
    assert waiting == []  # three weeks ahead: asked for when it is near


def test_the_menu_asks_for_what_is_near(database: Database) -> None:
    sent = send_series(database)
    sent.now = FIRST - timedelta(days=8)
    with database.transaction(reading=True) as session:
        near = cards.waiting(session, sent.me(session, "sari"))
    assert [one.opens.args[0] for one in near] == [sent.number]


def test_an_answer_is_for_one_of_them(database: Database) -> None:
    sent = send_series(database)
    sent.answers("sari", "coming")
    second = all_of(sent)[1]
    with database.transaction(reading=True) as session:
        row = invitations.of(session, second.id or 0, sent.ids["sari"])
        assert row is not None
        assert row.answer == invitations.NONE
        mine = calendars.occurrences(session, sent.me(session, "sari"), second.id or 0)
        assert [one.guest and one.guest[2].value for one in mine.files] == [
            "coming", "none", "none", "none",
        ]  # fmt: skip
        assert cards.card(session, sent.me(session, "sari"), second.id or 0).order == (2, 4)


def move(sent: Sent, number: int, start: datetime, which: str = "") -> None:
    with sent.database.transaction() as session:
        me = sent.me(session, "budi")
        forums.change(session, number, forums.OPEN, {"new_start": start})
        changes.tell(session, me, number, changes.changing(session, me, number).seen, which)


def test_one_is_moved_alone(database: Database) -> None:
    sent = send_series(database)
    second = all_of(sent)[1]
    move(sent, second.id or 0, FIRST + timedelta(days=6))
    assert days(sent) == ["2026-12-11", "2026-12-17", "2026-12-28", "2027-01-04"]
    assert [one.sequence for one in all_of(sent)] == [0, 1, 0, 0]
    assert sent.told("forums.moved") == sorted(sent.keys)


def test_all_that_follow_move_along_and_everybody_is_told_once(database: Database) -> None:
    sent = send_series(database)
    second = all_of(sent)[1]
    move(sent, second.id or 0, FIRST + timedelta(days=8, hours=3), "all")
    assert days(sent) == ["2026-12-11", "2026-12-19", "2026-12-29", "2027-01-05"]
    assert [one.starts_at.hour for one in all_of(sent) if one.starts_at] == [2, 5, 5, 5]
    assert [one.sequence for one in all_of(sent)] == [0, 1, 1, 1]
    assert sent.told("forums.moved") == sorted(sent.keys)
    assert {json.loads(one.facts)["later"] for one in sent.letters("forums.moved")} == {2}


def test_the_host_is_warned_where_others_would_fall_on_days_off(database: Database) -> None:
    sent = send_series(database)
    second = all_of(sent)[1]
    with database.transaction() as session:
        start = FIRST + timedelta(days=4)  # Tuesday before: Friday 25 and the new year come back
        forums.change(session, second.id or 0, forums.OPEN, {"new_start": start})
        shown = changes.changing(session, sent.me(session, "budi"), second.id or 0)
    assert shown.later == 2
    assert [day.isoformat() for day in shown.later_off] == [CHRISTMAS, "2027-01-01"]


@pytest.mark.parametrize(("which", "gone"), [("", [1]), ("all", [1, 2, 3])])
def test_one_or_all_that_follow_are_called_off(
    database: Database, which: str, gone: list[int]
) -> None:
    sent = send_series(database)
    second = all_of(sent)[1].id or 0
    with database.transaction() as session:
        me = sent.me(session, "budi")
        changes.say_reason(session, me, second, "Kunjungan Ombudsman")
        seen = changes.changing(session, me, second).seen
        changes.cancel(session, me, second, seen, which)
    rows = all_of(sent)
    assert [at for at, one in enumerate(rows) if one.state == forums.CANCELLED] == gone
    assert all(rows[at].reason == "Kunjungan Ombudsman" for at in gone)
    assert all(rows[at].sequence == 1 for at in gone)
    assert sent.told("forums.cancelled") == sorted(sent.keys)


def test_every_date_shows_who_is_invited_elsewhere_prayer_and_the_fasting_month(
    database: Database,
) -> None:
    sent = send_series(database, DayOff.KEEP)
    with database.transaction() as session:
        kepala = sent.me(session, "kepala")
        number = number_of(drafts.begin(session, kepala))
        fill(session, number, FIRST.replace(hour=3), 0, "everybody")
        repeating.set_rhythm(session, kepala, number, "weekly")
        repeating.set_times(session, kepala, number, 12)
        planned = repeating.repeating(session, kepala, number).planned
        assert [one.busy for one in planned] == [7, 7, 7, 7, *[0] * 8]
        # 10.00 to 11.30 WIB ends before the prayer, but is 12.00 to 13.30 in Jayapura.
        assert all(Hint.PRAYER in one.hints for one in planned)
        assert [one.planned.isoformat() for one in planned if Hint.FASTING in one.hints] == [
            "2027-02-12",
            "2027-02-19",
            "2027-02-26",
        ]
        assert not any(one.host_busy for one in planned)
        budi = sent.me(session, "budi")
        mine = number_of(drafts.begin(session, budi))
        fill(session, mine, FIRST + timedelta(minutes=30), 0, "everybody")
        repeating.set_rhythm(session, budi, mine, "weekly")
        repeating.set_times(session, budi, mine, 5)
        own = repeating.repeating(session, budi, mine).planned
        assert [one.host_busy for one in own] == [True, True, True, True, False]
