"""The catalogue: courses a page at a time, found by words, one of them with my own part in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process
from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.trainings.hours import Ledger, ledger
from bot.actions.trainings.needs import Found, indicator_names, needs_of
from bot.rules.trainings.course import FREE, State
from bot.screens import Place, place
from bot.texts import words
from bot.texts.trainings import catalogue as texts
from storage.trainings import request, training
from storage.trainings.training import OPEN, Training

PAGE, MOST, CLOSE_ENOUGH = 5, 5, 60


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Courses that have not begun, with how many seats are free; `searched`: found by words."""

    courses: Sequence[Training]
    free: Mapping[int, int]
    page: int
    pages: int
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """One course; `state` and `request_id` are those of my application, `found` why it fits me.

    `warns`: it would take me, a PPPK, past the most hours of my year of agreement.
    """

    row: Training
    free: int
    names: Mapping[str, str]
    found: Found
    request_id: int
    state: str
    may_apply: bool
    warns: bool
    ledger: Ledger


def catalogue(session: Session, me: Me, page: int = 0) -> Catalogue:
    """What may still be applied for, and what is about to begin."""
    demand(session, me, "trainings.home", about=me.employee_id)
    shown = leaf(training.coming(session, me.today), page, PAGE)
    return Catalogue(shown.items, free_seats(session, shown.items), shown.page, shown.pages)


def search(session: Session, me: Me, text: str) -> Place:
    """Courses whose name, field, code or provider sound like these words."""
    demand(session, me, "trainings.home", about=me.employee_id)
    return place("trainings.found", *closest(text, training.coming(session, me.today)))


def closest(text: str, rows: Sequence[Training]) -> list[int]:
    """Those that sound like these words, best first. Raises Refused where none does."""
    named = {
        one.id or 0: " ".join([one.name, one.field, one.code, one.provider]).casefold()
        for one in rows
    }
    best = process.extract(
        text[:100].casefold(), named, scorer=fuzz.partial_token_set_ratio, limit=MOST,
        score_cutoff=CLOSE_ENOUGH,
    )  # fmt: skip
    if not best:
        raise Refused(texts.nothing_found(), "nothing_found")
    return [number for _, _, number in best]


def found(session: Session, me: Me, *numbers: int) -> Catalogue:
    """The courses that a search found."""
    demand(session, me, "trainings.home", about=me.employee_id)
    rows = training.many(session, numbers)
    here = [rows[one] for one in numbers if one in rows]
    return Catalogue(here, free_seats(session, here), 0, 1, searched=True)


def course(session: Session, me: Me, training_id: int) -> Course:
    """One course with all that a person wants to know before applying."""
    demand(session, me, "trainings.home", about=me.employee_id)
    return course_for(session, me, training_id)


def course_for(session: Session, me: Me, training_id: int) -> Course:
    """The same for whoever was asked for a right already."""
    row = training.get(session, training_id)
    if row is None:
        raise Refused(words.not_available(), "no_such_training")
    mine = request.of(session, training_id, me.employee_id)
    own = ledger(session, me.employee_id, me.today)
    ceiling = own.in_agreement
    return Course(
        row=row,
        free=free_seats(session, [row])[training_id],
        names=indicator_names(session, me.today),
        found=needs_of(session, me.employee_id, [row], me.today)[0],
        request_id=(mine.id or 0) if mine else 0,
        state=mine.state if mine else "",
        may_apply=open_for(row, me.today) and (mine is None or State(mine.state) in FREE),
        warns=ceiling is not None and ceiling.passes(row.minutes),
        ledger=own,
    )


def open_for(row: Training, today: date) -> bool:
    """Whether one may apply today."""
    return row.state == OPEN and today <= row.apply_until


def free_seats(session: Session, rows: Sequence[Training]) -> dict[int, int]:
    """Seats nobody has, by course."""
    taken = request.taken(session, [one.id or 0 for one in rows])
    return {one.id or 0: max(0, one.seats - taken.get(one.id or 0, 0)) for one in rows}
