"""One quarter of the past: what people did, reported and were rated; who was honoured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from bot.actions import closing
from bot.actions import periods as making
from bot.office import (
    colleagues,
    deeds,
    judging,
    late,
    levels,
    planning,
    publishing,
    rounds,
    sentences,
)
from bot.office.deeds import Deed
from bot.office.desk import Office, wib
from bot.office.honours import honour
from bot.office.people import LATE
from bot.office.stories import Story, stories_for
from bot.rules.achievements import State
from bot.rules.quarters import Quarter
from storage import periods
from storage.periods import Period

CALIBRATED_UNTIL, PUBLISHED_ON = date(2026, 11, 18), date(2026, 11, 24)
REFUSED_BELOW, MENDED_ABOVE = 0.06, 0.9


def live_through(office: Office, quarter: Quarter, usual: Mapping[str, float]) -> None:
    """Everything of one quarter, up to its publication if the calendar has come so far.

    The third quarter stands in calibration: superiors and colleagues have answered, no award is
    given yet.
    """
    making.make(office.session, wib(quarter.first_day + timedelta(1), 7))
    period = periods.of_quarter(office.session, quarter.year, quarter.number)
    assert period is not None
    if quarter.number == 3:
        period.calibrate_until, period.publish_on = CALIBRATED_UNTIL, PUBLISHED_ON
        office.session.flush()
    people = [key for key in office.members if key not in LATE]
    done = _achieve(office, quarter, people, usual)
    planned = planning.look_back(office, period)
    planning.count(office, planned, [deed for key in planned for deed in done.get(key, ())])
    judging.report(office, period, people, done)
    rated = [key for key in people if (key, quarter.number) != late.LEFT_OUT]
    judging.rate(office, period, rated, done, usual)
    if quarter.number == 3:
        colleagues.answer(office, period, usual)
    making.make(office.session, wib(period.rate_until + timedelta(1), 8))
    if quarter.number < 3:
        assert period.id is not None
        _close(office, period)
        honour(office, period)
        publishing.publish(office, period)
        office.session.refresh(period)
    if quarter.number == 2:
        rounds.look_back(replace(office, dice=Random(str(quarter))), period)


def _close(office: Office, period: Period) -> None:
    """Results computed anew, now with what citizens answered; the running bot closes the third."""
    at = wib(period.rate_until + timedelta(1), 9)
    while closing.close(office.session, at):
        pass
    office.session.expire_all()


def _achieve(
    office: Office, quarter: Quarter, people: Sequence[str], usual: Mapping[str, float]
) -> dict[str, list[Deed]]:
    found: dict[str, list[Deed]] = {}
    for key in people:
        if not office.members[key].superior:
            continue
        number = 3 if key == "sari" else office.dice.choice((1, 1, 2, 2, 3))
        post, unit = office.members[key].post, office.members[key].unit
        used = office.used.setdefault(key, set())
        for told in stories_for(office.dice, post, unit, number, used):
            done_on = office.workday(quarter.first_day, quarter.last_day - timedelta(12))
            found.setdefault(key, []).append(_decided(office, key, told, done_on, usual[key]))
    deeds.write(office, [deed for own in found.values() for deed in own])
    return found


def _decided(office: Office, key: str, told: Story, done_on: date, usual: float) -> Deed:
    sent = office.in_hours(key, office.workday(done_on, done_on + timedelta(4)))
    decided = office.in_hours(
        key, office.workday(sent.date() + timedelta(3), sent.date() + timedelta(8))
    )
    fate = office.dice.random()
    if key != "sari" and fate < REFUSED_BELOW:
        note = office.dice.choice(sentences.REFUSE)
        return Deed(key, told, done_on, State.REJECTED, sent, decided, None, note)
    given = levels.marks(office.dice, usual, told.indicators)
    note = office.dice.choice(sentences.PRAISE)
    return Deed(
        key, told, done_on, State.APPROVED, sent, decided, given, note, fate > MENDED_ABOVE
    )
