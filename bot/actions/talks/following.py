"""Writing down what follows from a talk: what, who, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions.dates import read_day
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.spans import packed, unpacked
from bot.actions.talks.parties import other_of, seen
from bot.actions.talks.steps import name_of
from bot.actions.talks.typed import tidy
from bot.rules.talks import State
from bot.screens import Place, Went, place
from bot.texts import talks as texts
from bot.texts import words
from storage import duties, talks
from storage.duties import DutyKind
from storage.talks import FollowUp, Talk

LENGTH = 200
WEEKS = (1, 2, 4)
FURTHEST = timedelta(366)
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Asked:
    """A step being written; `whose` once it is chosen."""

    number: int
    talk_id: int
    text: str
    other: str
    today: date
    whose: str = ""


def ask(session: Session, me: Me, talk_id: int) -> Asked:
    """What shall follow?"""
    row = _held(session, me, talk_id)
    return Asked(0, talk_id, "", name_of(session, other_of(row, me)), me.today)


def write(session: Session, me: Me, talk_id: int, text: str) -> Place:
    """Keep what shall follow; who and until when is asked next."""
    _held(session, me, talk_id)
    number = talks.draft_follow_up(session, talk_id, me.employee_id, tidy(text, LENGTH))
    return place("talks.whose", number)


def whose(session: Session, me: Me, number: int) -> Asked:
    """Who does it?"""
    draft, row = _draft(session, me, number)
    return Asked(number, draft.talk_id, draft.text, name_of(session, other_of(row, me)), me.today)


def until(session: Session, me: Me, number: int, whose: str) -> Asked:
    """Until when?"""
    draft, row = _draft(session, me, number)
    _owner(row, me, whose)
    other = name_of(session, other_of(row, me))
    return Asked(number, draft.talk_id, draft.text, other, me.today, whose)


def say_day(session: Session, me: Me, number: int, whose: str, text: str) -> Went:
    """The day as it is typed."""
    _draft(session, me, number)
    day = read_day(text, me.now)
    if day is None:
        raise Refused(texts.bad_day(), "not_a_day")
    return settle(session, me, number, whose, packed(day))


def settle(session: Session, me: Me, number: int, whose: str, day: int) -> Went:
    """It is agreed: whoever does it is reminded of it. Raises Refused."""
    draft, row = _draft(session, me, number)
    due, owner = unpacked(day), _owner(row, me, whose)
    if not me.today <= due <= me.today + FURTHEST:
        raise Refused(texts.day_out_of_reach(), "day")
    if not talks.settle(session, number, owner_id=owner, due_on=due, settled_at=me.now):
        raise Refused(words.not_available(), "settled")
    duties.owe(
        session, DutyKind.FOLLOW_UP, owner, me.today, due,
        about_id=row.superior_id if owner == row.employee_id else row.employee_id,
        object_id=number,
    )  # fmt: skip
    return Went(place("talks.talk", draft.talk_id), texts.follow_up_kept())


def _held(session: Session, me: Me, talk_id: int) -> Talk:
    row = seen(session, me, talk_id, "talks.write")
    if row.state != State.HELD:
        raise Refused(texts.not_held_yet(), "not_held")
    return row


def _draft(session: Session, me: Me, number: int) -> tuple[FollowUp, Talk]:
    found = talks.follow_up(session, number)
    if found is None or found.made_by != me.employee_id:
        raise Refused(words.not_available(), "foreign_draft")
    row = _held(session, me, found.talk_id)
    if found.settled_at is not None:
        raise Refused(words.not_available(), "settled")
    return found, row


def _owner(row: Talk, me: Me, whose: str) -> int:
    if whose not in (MINE, THEIRS):
        raise Refused(words.not_available(), "whose")
    return me.employee_id if whose == MINE else other_of(row, me)
