"""What was sent about people as marks, and what a formula makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from sqlmodel import Session

from bot.actions import schemes
from bot.rules.schemes import Scheme, Source
from bot.rules.scoring import FORMULAS, Mark, Score
from storage import marks, peers
from storage.appraisals import SUPERIOR, Rating
from storage.surveys import pins


def preview(ratings: Mapping[str, Rating], scheme: Scheme, formula: str, source: Source) -> Score:
    """What the levels given so far would come to."""
    levels = {key: [Mark(source, rating.level)] for key, rating in ratings.items()}
    return FORMULAS[formula](levels, scheme)


@dataclass(frozen=True, slots=True)
class Sent:
    """All that was sent about one person: marks by indicator, of how many raters.

    `main` is the first form of a superior that counts, 0 where none has come.
    """

    marks: dict[str, list[Mark]]
    main: int
    raters: int


def sent(session: Session, period_id: int, first: int, last: int) -> dict[int, Sent]:
    """What counts about the employees with these numbers; only those with a form."""
    told = peers.levels_about(session, period_id, first, last)
    surveyed = pins.about(session, period_id, first, last)
    forms = groupby(marks.about(session, period_id, first, last), key=attrgetter("employee_id"))
    return {
        number: _sent(list(own), told.get(number, ""), surveyed.get(number))
        for number, own in forms
    }


def _sent(forms: list[marks.Form], told: str, surveyed: pins.Pinned | None) -> Sent:
    """Colleagues' answers, as far as they may be told, count as the most of one indicator.

    The survey of one's unit gives a level and is no rater.
    """
    given: dict[str, list[Mark]] = {}
    main = raters = 0
    for form in forms:
        if form.days == 0:  # who led nobody that long counts not
            continue
        raters += 1
        if form.source == SUPERIOR and (not main or form.appraisal_id < main):
            main = form.appraisal_id
        for written in form.levels.split():
            key, mark = _mark(form.source, written, form.days or 1)
            given.setdefault(key, []).append(mark)
    most = 0
    for written in told.split():
        key, answers = _answers(written)
        given.setdefault(key, []).extend(answers)
        most = max(most, len(answers))
    for written in surveyed.levels.split() if surveyed else ():
        key, mark = _mark(Source.SURVEY, written, 1)
        given.setdefault(key, []).append(mark)
    return Sent(given, main, raters + most)


@lru_cache(maxsize=4096)  # an agency's marks are few different ones, many times
def _mark(source: str, written: str, days: int) -> tuple[str, Mark]:
    key, level = written.split(":")
    return key, Mark(Source(source), int(level), days)


@lru_cache(maxsize=4096)
def _answers(written: str) -> tuple[str, tuple[Mark, ...]]:
    key, levels = written.split(":")
    return key, tuple(Mark(Source.PEERS, int(level)) for level in levels.split(","))


def compute(
    session: Session, period_id: int, employee_id: int, scheme_id: int, formula: str
) -> tuple[Score, int]:
    """The score of one person from everything that was sent, and how many people rated."""
    scheme = schemes.by_number(session, scheme_id)
    mine = sent(session, period_id, employee_id, employee_id).get(employee_id)
    return FORMULAS[formula](mine.marks if mine else {}, scheme), mine.raters if mine else 0
