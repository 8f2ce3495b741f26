"""A division of seats as tables, with everything that its fairness can be recomputed from.

`pegawai` numbers the people of this table alone: who sent several applications has one number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.trainings.dividing import purse
from bot.actions.trainings.division import Division, division, unit_names
from bot.rules.numbers import half_up
from bot.rules.trainings.equality import Group, Trait, rank_group
from storage import employees
from storage.trainings import allocation, request, training

LINES = (
    "permohonan", "pegawai", "kode", "pelatihan", "mulai", "sumber_dana", "biaya", "nama", "unit",
    "golongan", "jenis_kelamin", "manfaat", "usulan_komputasi", "diubah", "kursi", "alasan",
)  # fmt: skip
GROUPS = (
    "sifat",
    "kelompok",
    "pemohon",
    "permohonan",
    "kursi",
    "persen",
    "persen_dari_tertinggi",
    "kurang",
)
COURSES = ("kode", "pelatihan", "kursi_tersedia", "sumber_dana", "biaya")
MONEY = ("sumber_dana", "tersedia")
SEX = {1: "L", 2: "P"}
TRAITS = {Trait.UNIT: "unit", Trait.RANK: "golongan", Trait.SEX: "jenis_kelamin"}
YES, NO = "ya", "tidak"
Table = Sequence[Sequence[str | int]]


@dataclass(frozen=True, slots=True)
class Exported:
    """One line an application, a group, a course, and a source of money."""

    division: Division
    lines: Table
    groups: Table
    courses: Table
    money: Table


def export(session: Session, me: Me, allocation_id: int) -> Exported:
    """Everything of a division, for those who make or sign it."""
    at = division(session, me, allocation_id)
    rows = allocation.lines(session, allocation_id)
    asked = request.many(session, [one.request_id for one in rows])
    people = employees.many(session, [one.employee_id for one in asked.values()])
    named = unit_names(session, people)
    courses = training.many(session, {one.training_id for one in asked.values()})
    lines: list[Sequence[str | int]] = []
    numbers: dict[int, int] = {}
    for one in rows:
        which = asked[one.request_id]
        person, course = people[which.employee_id], courses[which.training_id]
        lines.append((
            one.request_id, numbers.setdefault(person.id or 0, len(numbers) + 1),
            course.code, course.name, course.begins_on.isoformat(),
            purse(course), course.cost, person.name, named[person.unit_id],
            rank_group(person.rank), SEX.get(person.sex, ""), one.benefit, _said(one.seat),
            "" if one.changed is None else _said(one.changed), _said(one.given), one.why or "",
        ))  # fmt: skip
    free, money = at.figures.get("seats", {}), at.figures.get("money", {})
    return Exported(
        division=at,
        lines=lines,
        groups=_groups(at, lines),
        courses=[
            (one.code, one.name, free.get(str(one.id), 0), purse(one), one.cost)
            for one in sorted(courses.values(), key=lambda one: one.code)
        ],
        money=sorted(money.items()),
    )


def _groups(at: Division, lines: Table) -> Table:
    """The figures that the screen shows, to be compared with what a table comes to."""
    found = []
    for one in at.groups:
        trait, name = TRAITS[one.trait], _name(at, one)
        column = LINES.index(trait)
        found.append((
            trait, name, one.asked, sum(line[column] == name for line in lines), one.given,
            str(half_up(one.rate * 100)), str(half_up(one.ratio * 100)), _said(one.short),
        ))  # fmt: skip
    return found


def _name(at: Division, one: Group) -> str:
    if one.trait is Trait.UNIT:
        return at.unit_names.get(one.key, one.key)
    return SEX.get(int(one.key), "") if one.trait is Trait.SEX else one.key


def _said(yes: bool) -> str:
    return YES if yes else NO
