"""What is on record of people, to hold the lines of a file against."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.rules.career import TAKEN_BACK
from bot.rules.career.lines import Line
from bot.rules.career.sorts import PAST, PENALTIES, Sort
from bot.rules.people import search_key
from storage import career, career_files, service_notes
from storage.career import About, CareerFact
from storage.roster import chunks


@dataclass(frozen=True, slots=True)
class Standing:
    """`facts` by person, kind and year; `past` by person, kind and day; `notes` and `learned`
    that count."""

    facts: Mapping[About, CareerFact]
    past: Mapping[tuple[int, str, date], CareerFact]
    notes: frozenset[tuple[int, str, date, date]]
    learned: frozenset[tuple[int, str, date]]

    def has(self, number: int, one: Line) -> bool:
        """Whether the line says nothing new."""
        if one.sort is Sort.TRAINING:
            return (number, search_key(one.value), one.day) in self.learned
        if one.sort in PENALTIES:
            return (number, PENALTIES[one.sort].value, one.day, one.until) in self.notes
        known = self.past.get((number, PAST[one.sort], one.day))
        if known is None:
            return one.value == TAKEN_BACK
        return (known.value, known.note or "") == (one.value, one.note)


def standing_of(session: Session, numbers: Collection[int]) -> Standing:
    """All of it, in a few statements for all together."""
    facts: dict[About, CareerFact] = {}
    notes: set[tuple[int, str, date, date]] = set()
    for part in chunks(sorted(numbers)):
        facts.update(career.newest(session, part))
        found = service_notes.of_people(session, part)
        notes |= {(one.employee_id, one.kind, one.since, one.until) for one in found}
    past = {
        (one.employee_id, one.kind, one.day): one
        for one in career_files.history(session, sorted(numbers))
    }
    learned = {
        (one.employee_id, search_key(one.title), one.ended_on)
        for one in career_files.learned(session, sorted(numbers))
        if one.ended_on is not None
    }
    return Standing(facts, past, frozenset(notes), frozenset(learned))
