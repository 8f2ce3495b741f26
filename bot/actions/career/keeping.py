"""HR puts on record what no achievement tells: days of ranks, credit points, assessments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.dates import Unclear, read_moment
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.spans import packed, unpacked
from bot.rules.career import Fact
from bot.rules.career.written import DATED, Odd, read
from bot.rules.phrases import Prefer
from bot.rules.predikat import Predikat
from bot.screens import Place, Went, place
from bot.texts import career as texts
from bot.texts import words
from storage import audit, career, employees
from storage.career import About, CareerFact

FIRST_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything on record of a person."""

    employee_id: int
    name: str
    facts: Mapping[Fact, CareerFact]
    predikat: Mapping[int, Predikat]


@dataclass(frozen=True, slots=True)
class Asked:
    employee_id: int
    name: str
    kind: Fact


@dataclass(frozen=True, slots=True)
class Check:
    """What is about to be recorded; `before` is what stands there now."""

    employee_id: int
    name: str
    kind: Fact
    year: int
    value: str
    day: date
    packed: int
    before: CareerFact | None


def kept(session: Session, me: Me, employee_id: int) -> Kept:
    """What is on record."""
    name = _name(session, me, employee_id)
    facts = career.newest(session, [employee_id])
    return Kept(
        employee_id,
        name,
        {Fact(one.kind): row for one, row in facts.items() if one.kind != Fact.PREDIKAT},
        {one.year: Predikat(row.value) for one, row in facts.items() if one.kind == Fact.PREDIKAT},
    )


def ask(session: Session, me: Me, employee_id: int, kind: str) -> Asked:
    """Please type it."""
    return Asked(employee_id, _name(session, me, employee_id), _kind(kind))


def say(session: Session, me: Me, employee_id: int, kind: str, text: str) -> Place:
    """Read it and show it once more."""
    asked = ask(session, me, employee_id, kind)
    try:
        said = read(asked.kind, text)
    except Odd as odd:
        raise Refused(texts.odd(asked.kind, str(odd)), "odd") from None
    if said.year:
        if said.year >= me.today.year:
            raise Refused(texts.odd(asked.kind, "year"), "odd")
        day = date(said.year, 12, 31)
    else:
        day = _day(me, said.day, asked.kind)
    return place(
        "career.check", employee_id, kind, said.year, f"v{said.value}",
        packed(day),
    )  # fmt: skip


def check(
    session: Session, me: Me, employee_id: int, kind: str, year: int, value: str, day: int
) -> Check:
    """The last look."""
    asked, said = ask(session, me, employee_id, kind), _value(_kind(kind), value)
    before = career.newest(session, [employee_id]).get(About(employee_id, kind, year))
    return Check(employee_id, asked.name, asked.kind, year, said, unpacked(day), day, before)


def record(
    session: Session, me: Me, employee_id: int, kind: str, year: int, value: str, day: int
) -> Went:
    """Put it on record, in place of what stood there."""
    employees.lock(session, employee_id)
    seen = check(session, me, employee_id, kind, year, value, day)
    if not FIRST_DAY <= seen.day <= max(me.today, date(year or 1, 12, 31)):
        raise Refused(words.not_available(), "day")
    row = CareerFact(
        employee_id=employee_id, kind=seen.kind, year=year, value=seen.value, day=seen.day,
        recorded_by=me.employee_id, recorded_at=me.now,
    )  # fmt: skip
    number = career.add(session, row)
    facts = {
        "employee": employee_id, "kind": seen.kind.value, "year": year, "value": seen.value,
        "day": seen.day.isoformat(),
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "career.record", f"careerfact/{number}", facts)
    return Went(place("career.kept", employee_id), texts.recorded_notice())


def _name(session: Session, me: Me, employee_id: int) -> str:
    rights.demand(session, me, "career.keep", about=employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    return person.name


def _kind(kind: str) -> Fact:
    if kind not in set(Fact):
        raise Refused(words.not_available(), "kind")
    return Fact(kind)


def _value(kind: Fact, value: str) -> str:
    """As `say` wrote it, and nothing else."""
    said = value.removeprefix("v")
    bare = {Fact.PREDIKAT: f"2000 {said.replace('_', ' ')}"}.get(kind, said)
    try:
        if (read(kind, bare).value if kind not in DATED else "") != said:
            raise Odd("figure")
    except Odd:
        raise Refused(words.not_available(), "value") from None
    return said


def _day(me: Me, text: str, kind: Fact) -> date:
    if not text:
        raise Refused(texts.odd(kind, "day"), "odd")
    found = read_moment(text, me.now, Prefer.PAST)
    if isinstance(found, Unclear):
        raise Refused(texts.odd(kind, "day"), "odd")
    day = found.moment.date()
    if not FIRST_DAY <= day <= me.today:
        raise Refused(texts.odd(kind, "day"), "odd")
    return day
