"""What somebody learned elsewhere: told step by step, proven, handed in to be confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.trainings import files
from bot.actions.trainings.hours import rules_of
from bot.actions.trainings.letters import tell
from bot.rules.people import search_key
from bot.rules.stamps import stamp
from bot.rules.trainings.catalogue import day_of
from bot.rules.trainings.hours import PART, read
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import outside as texts
from storage import audit, duties
from storage.duties import DutyKind
from storage.trainings import learning, proofs
from storage.trainings.learning import CONFIRMED, DRAFT, EXTERNAL, REFUSED, WAITING, Learning
from storage.trainings.proofs import LearningProof

TITLE, DAY, HOURS, WAY = "title", "day", "hours", "way"
LENGTH, SHORTEST, PAGE = 150, 5, 6


@dataclass(frozen=True, slots=True)
class Outside:
    """What I have told so far; `missing` is what is asked next, empty when all is there."""

    row: Learning
    files: Sequence[LearningProof]
    missing: str
    seen: str


@dataclass(frozen=True, slots=True)
class Ways:
    """A page of the kinds of learning."""

    number: int
    ways: Sequence[str]
    page: int
    pages: int


def begin(session: Session, me: Me) -> Went:
    """Begin to tell, or go on where I was."""
    rights.demand(session, me, "trainings.review", about=me.employee_id)
    row = learning.draft_of(session, me.employee_id)
    number = row.id if row else None
    if number is None:
        fresh = Learning(employee_id=me.employee_id, source=EXTERNAL, written_at=me.now)
        number = learning.add(session, fresh)
    return Went(place("trainings.outside", number))


def draft(session: Session, me: Me, learning_id: int) -> Outside:
    """What I have told so far."""
    row = _mine(session, me, learning_id)
    there = proofs.of(session, learning_id)
    blanks = ((TITLE, row.title), (WAY, row.way), (DAY, row.ended_on), (HOURS, row.minutes))
    missing = next((name for name, said in blanks if not said), "")
    seen = stamp(row.title, row.way, str(row.ended_on), row.minutes, *(one.key for one in there))
    return Outside(row, there, missing, seen)


def ask(session: Session, me: Me, learning_id: int, what: str) -> tuple[int, str]:
    """One of the things I told, to be told otherwise."""
    _mine(session, me, learning_id)
    if what not in (TITLE, DAY, HOURS):
        raise Refused(words.not_available(), "no_such_field")
    return learning_id, what


def ways(session: Session, me: Me, learning_id: int, page: int = 0) -> Ways:
    """Which kind of learning was it?"""
    _mine(session, me, learning_id)
    shown = leaf(list(PART), page, PAGE)
    return Ways(learning_id, shown.items, shown.page, shown.pages)


def choose_way(session: Session, me: Me, learning_id: int, way: str) -> Place:
    _mine(session, me, learning_id)
    if way not in PART:
        raise Refused(words.not_available(), "no_such_way")
    learning.move(session, learning_id, [DRAFT], DRAFT, way=way, part=PART[way])
    return place("trainings.outside", learning_id)


def write(session: Session, me: Me, learning_id: int, what: str, text: str) -> Place:
    """Keep the title, the last day or the hours."""
    _mine(session, me, learning_id)
    said = " ".join(text.split())
    if what == TITLE:
        values: dict[str, object] = {"title": _title(said)}
    elif what == DAY:
        values = {"ended_on": _day(said, me.today)}
    elif what == HOURS:
        minutes = read(said)
        if minutes is None:
            raise Refused(texts.hours_wanted(), "hours_wanted")
        values = {"minutes": minutes}
    else:
        raise Refused(words.not_available(), "no_such_field")
    learning.move(session, learning_id, [DRAFT], DRAFT, **values)
    return place("trainings.outside", learning_id)


def _title(said: str) -> str:
    if len(said) < SHORTEST:
        raise Refused(texts.title_wanted(), "title_wanted")
    if len(said) > LENGTH:
        raise Refused(words.too_long(LENGTH, len(said)), "too_long")
    return said


def _day(said: str, today: date) -> date:
    """The last day of it: past, and of this year or the one before."""
    found = day_of(said)
    if found is None:
        raise Refused(texts.day_wanted(), "day_wanted")
    if not date(today.year - 1, 1, 1) <= found <= today:
        raise Refused(texts.day_outside(), "day_outside")
    return found


def drop(session: Session, me: Me, learning_id: int) -> Went:
    """Forget what I have told."""
    _mine(session, me, learning_id)
    proofs.drop(session, learning_id)
    return Went(Place("trainings.home"), texts.dropped())


def again(session: Session, me: Me, learning_id: int) -> Went:
    """Mend what was refused, to hand it in again."""
    row = learning.get(session, learning_id)
    rights.demand(session, me, "trainings.review", about=row.employee_id if row else 0)
    if row is None or row.source != EXTERNAL or row.state != REFUSED:
        raise Refused(words.not_available(), "not_refused")
    if learning.draft_of(session, me.employee_id) is not None:
        raise Refused(texts.another_draft(), "another_draft")
    learning.move(session, learning_id, [REFUSED], DRAFT)
    return Went(place("trainings.outside", learning_id))


def hand_in(session: Session, me: Me, learning_id: int, seen: str = "") -> Went:
    """Hand it in; my superior owes a word on it, or HR where I have none."""
    at = draft(session, me, learning_id)
    here = place("trainings.outside", learning_id)
    if at.missing:
        raise Refused(texts.incomplete(), "incomplete")
    if seen and seen != at.seen:
        return Went(here, words.changed_since())
    files.demand_ready(session, learning_id)
    _demand_new(session, at.row)
    moved = {"written_at": me.now, "answer": None, "decided_by": None, "decided_at": None}
    if not learning.move(session, learning_id, [DRAFT], WAITING, **moved):
        raise Refused(words.changed_since(), "changed")
    facts = {"minutes": at.row.minutes, "files": files.mark_of(session, learning_id)}
    about = f"learning/{learning_id}"
    audit.record(session, me.now, me.employee_id, "learning.send", about, facts)
    if me.superior_id:
        owe(session, learning_id, me.superior_id, me.employee_id, me.today)
        tell(session, "learned", learning_id, me.superior_id, me.now, opens="trainings.learned")
    return Went(place("trainings.learned", learning_id), texts.handed_in())


def owe(session: Session, learning_id: int, superior: int, about: int, today: date) -> None:
    """The superior owes a word on it within the days of the scheme."""
    due = today + timedelta(rules_of(session, today).agreement_days)
    duties.owe_anew(
        session, DutyKind.CONFIRM_LEARNING, superior, today, due, about_id=about,
        object_id=learning_id,
    )  # fmt: skip


def _demand_new(session: Session, row: Learning) -> None:
    """Nothing counts twice: not what has this title and last day already."""
    assert row.ended_on is not None
    same = search_key(row.title)
    for other in learning.between(session, row.employee_id, row.ended_on, row.ended_on):
        counts = other.state in (WAITING, CONFIRMED)
        if other.id != row.id and counts and search_key(other.title) == same:
            raise Refused(texts.counted_already(), "counted_already")


def _mine(session: Session, me: Me, learning_id: int) -> Learning:
    row = files.mine(session, me, learning_id)
    if row.source != EXTERNAL:
        raise Refused(words.not_available(), "not_external")
    return row
