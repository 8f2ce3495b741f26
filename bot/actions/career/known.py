"""What is known of careers: facts on record, years that became final, penalties."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.years.composing import jenjang_of
from bot.rules.angka_kredit import Jenjang
from bot.rules.career import ASSESSMENTS, Assessed, CareerRules, Fact, Known
from bot.rules.predikat import Predikat
from bot.rules.schemes.parts import Thresholds
from bot.rules.schemes.shape import Scheme
from bot.rules.trainings.hours import is_pppk
from storage import career, periods, service_notes
from storage.career import About, CareerFact
from storage.employees import Employee

Facts = Mapping[About, CareerFact]


def known_of(
    session: Session, people: Sequence[Employee], today: date
) -> dict[int, tuple[Known, Jenjang | None]]:
    """Each person's conditions as they are on record, in a few statements for all together."""
    numbers = [one.id or 0 for one in people]
    facts = career.newest(session, numbers)
    final = _final(session, numbers, facts, today)
    held = service_notes.penalised_until(session, numbers)
    return {
        number: (
            _known(one, facts, final.get(number, {}), held.get(number)),
            jenjang_of(one.post_level),
        )
        for number, one in zip(numbers, people, strict=True)
    }


def rules_of(session: Session, today: date) -> tuple[CareerRules, Thresholds]:
    """Those of the scheme in force, with its thresholds of performance."""
    version = periods.scheme_in_force(session, today)
    if version is None:
        return CareerRules(), Thresholds()
    scheme: Scheme = schemes.read(version.body)
    return scheme.career, scheme.thresholds


def assessed(facts: Facts, employee_id: int) -> dict[Fact, Assessed]:
    """The parts of somebody's assessment that are on record."""
    found = ((part, facts.get(About(employee_id, part, 0))) for part in ASSESSMENTS)
    return {part: Assessed(Decimal(row.value), row.day) for part, row in found if row is not None}


def _final(
    session: Session, numbers: Collection[int], facts: Facts, today: date
) -> dict[int, dict[int, tuple[Predikat, Decimal | None]]]:
    """Predikat and credit of final years, since the oldest credit on record or two years ago."""
    kept = [row.day.year + 1 for about, row in facts.items() if about.kind == Fact.CREDIT]
    found: dict[int, dict[int, tuple[Predikat, Decimal | None]]] = {}
    for row in career.final_years(session, min([today.year - 2, *kept]), numbers):
        earned = Decimal(row.credit) if row.credit else None
        found.setdefault(row.employee_id, {})[row.year] = (Predikat(row.predikat), earned)
    return found


def _known(
    person: Employee, facts: Facts, final: Mapping[int, tuple[Predikat, Decimal | None]],
    penalty: date | None,
) -> Known:  # fmt: skip
    number = person.id or 0

    def fact(kind: Fact) -> CareerFact | None:
        return facts.get(About(number, kind, 0))

    rank, post, exam = (fact(one) for one in (Fact.RANK_SINCE, Fact.POST_SINCE, Fact.EXAM))
    # What was recorded before the present jenjang or rank says nothing of it.
    credit = _since(fact(Fact.CREDIT), post)
    at_rank = _since(fact(Fact.CREDIT_AT_RANK), rank)
    told = {
        about.year: Predikat(row.value)
        for about, row in facts.items()
        if about.employee_id == number and about.kind == Fact.PREDIKAT
    }
    return Known(
        pppk=is_pppk(person.nip),
        rank=person.rank,
        rank_since=rank.day if rank else None,
        post_since=post.day if post else None,
        credit=None if credit is None else _collected(credit, final),
        at_rank=None if at_rank is None else Decimal(at_rank.value),
        exam=exam.day if exam else None,
        predikat={**told, **{year: one for year, (one, _) in final.items()}},
        penalty_until=penalty,
    )


def _since(fact: CareerFact | None, began: CareerFact | None) -> CareerFact | None:
    """The fact, unless it is older than what it would be counted in."""
    return None if fact and began and fact.day < began.day else fact


def _collected(row: CareerFact, final: Mapping[int, tuple[Predikat, Decimal | None]]) -> Decimal:
    """What is on record, and what the years after it gave."""
    later = (earned for year, (_, earned) in final.items() if year > row.day.year)
    return sum((one for one in later if one is not None), Decimal(row.value))
