"""Meetings of a pair: noted by one, confirmed by the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.dates import read_day
from bot.actions.me import Me
from bot.actions.mentoring.letters import tell
from bot.actions.mentoring.sharing import held as lock_pair
from bot.actions.mentoring.sharing import other_of, running, seen
from bot.actions.refusals import Refused
from bot.actions.spans import packed, unpacked
from bot.actions.talks.typed import tidy
from bot.actions.trainings import hours
from bot.rules.forums import parse_minutes
from bot.rules.mentoring import MOST_MINUTES
from bot.rules.phrases import Prefer
from bot.screens import Place, Went, place
from bot.texts import mentoring as texts
from bot.texts import talks as common
from bot.texts.language import on_paper
from storage import employees, mentoring
from storage.mentoring import Mentoring, MentorMeeting

OLDEST = timedelta(92)
TEXT = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """A meeting being noted; the day once it is chosen."""

    number: int
    name: str
    today: date
    day: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting; `confirmable` by me, `mine`: I noted it and may write of it."""

    number: int
    mentoring_id: int
    name: str
    held_on: date
    minutes: int
    text: str
    confirmed: bool
    confirmable: bool
    mine: bool


def ask_day(session: Session, me: Me, number: int) -> Asked:
    """On which day did you meet?"""
    row = running(seen(session, me, number))
    return Asked(number, _name(session, other_of(row, me)), me.today)


def say_day(session: Session, me: Me, number: int, text: str) -> Place:
    """The day as it is typed."""
    running(seen(session, me, number))
    day = read_day(text, me.now, Prefer.PAST)
    if day is None:
        raise Refused(common.bad_day(), "not_a_day")
    return place("mentoring.minutes", number, packed(day))


def ask_minutes(session: Session, me: Me, number: int, day: int) -> Asked:
    """How long?"""
    row = running(seen(session, me, number))
    _past(me, day)
    return Asked(number, _name(session, other_of(row, me)), me.today, day)


def say_minutes(session: Session, me: Me, number: int, day: int, text: str) -> Went:
    """How long, as it is typed."""
    running(seen(session, me, number))
    minutes = parse_minutes(text[:100], None)
    if minutes is None:
        raise Refused(texts.bad_minutes(), "minutes")
    return note(session, me, number, day, minutes)


def note(session: Session, me: Me, number: int, day: int, minutes: int) -> Went:
    """Note the meeting; the other one is asked to confirm it."""
    row, held_on = running(lock_pair(session, me, number)), _past(me, day)
    if not 5 <= minutes <= MOST_MINUTES:
        raise Refused(texts.bad_minutes(), "minutes")
    if any(one.held_on == held_on for one in mentoring.meetings(session, number)):
        raise Refused(texts.met_already(), "met_already")
    made = mentoring.meet(
        session,
        MentorMeeting(
            mentoring_id=number, held_on=held_on, minutes=minutes, noted_by=me.employee_id,
            noted_at=me.now,
        ),
    )  # fmt: skip
    tell(session, me.now, "mentoring.met", number, other_of(row, me))
    return Went(place("mentoring.meeting", made), texts.met_notice())


def held(session: Session, me: Me, meeting_id: int) -> Held:
    """One meeting."""
    one, row = _meeting(session, me, meeting_id)
    confirmed = one.confirmed_at is not None
    confirmable = not confirmed and one.noted_by != me.employee_id
    name = _name(session, other_of(row, me))
    return Held(
        meeting_id, row.id or 0, name, one.held_on, one.minutes, one.text, confirmed, confirmable,
        one.noted_by == me.employee_id,
    )  # fmt: skip


def say(session: Session, me: Me, meeting_id: int, text: str) -> Place:
    """What it was about, for both to read, in the words of whoever noted it."""
    one, _ = _meeting(session, me, meeting_id)
    if one.noted_by != me.employee_id:
        raise Refused(texts.other_writes(), "not_mine")
    mentoring.put_text(session, meeting_id, tidy(text, TEXT))
    return place("mentoring.meeting", meeting_id)


def confirm(session: Session, me: Me, meeting_id: int) -> Went:
    """It was so; now it counts as learning."""
    one, row = _meeting(session, me, meeting_id)
    if one.noted_by == me.employee_id:
        raise Refused(texts.other_confirms(), "own_note")
    if mentoring.confirm(session, meeting_id, me.now):
        hours.credit(
            session, "mentoring", meeting_id, row.mentee_id, title=on_paper(texts.learned)(),
            minutes=one.minutes, way="mentoring", ended_on=one.held_on, now=me.now,
            by=me.employee_id,
        )  # fmt: skip
    return Went(place("mentoring.card", row.id or 0), texts.confirmed_notice())


def retract(session: Session, me: Me, meeting_id: int) -> Went:
    """It was not so: while nobody has confirmed it either of both may take it back."""
    one, row = _meeting(session, me, meeting_id)
    if not mentoring.retract(session, meeting_id):
        raise Refused(texts.confirmed_already(), "confirmed")
    if one.noted_by != me.employee_id:
        tell(session, me.now, "mentoring.unmet", row.id or 0, one.noted_by)
    return Went(place("mentoring.card", row.id or 0), texts.retracted_notice())


def _meeting(session: Session, me: Me, meeting_id: int) -> tuple[MentorMeeting, Mentoring]:
    one = mentoring.meeting(session, meeting_id)
    if one is None:
        rights.demand(session, me, "mentoring.share")
    assert one is not None
    return one, seen(session, me, one.mentoring_id)


def _past(me: Me, day: int) -> date:
    held_on = unpacked(day)
    if not me.today - OLDEST <= held_on <= me.today:
        raise Refused(common.day_not_past(), "day")
    return held_on


def _name(session: Session, employee_id: int) -> str:
    person = employees.get(session, employee_id)
    return person.name if person else ""
