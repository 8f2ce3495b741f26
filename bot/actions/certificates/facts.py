"""What stands on a certificate, as it was on the day it was issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter
from sqlmodel import Session

from bot.rules.certificates import CertificateKind
from bot.rules.nip import mask
from storage import employees, units
from storage.printing import printing_of


@dataclass(frozen=True, slots=True)
class Ground:
    """What is certified: the award or training result, whose, by whom, and in which words.

    `number` is the one that it has been announced with; 0 for the next of its kind and year.
    """

    kind: CertificateKind
    object_id: int
    employee_id: int
    giver_id: int
    honour: str
    day: date
    year: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """`honour` is what it is given for; of whoever signs the NIP is masked already.

    `instead_of`: the number of the paper that it replaces.
    """

    office: str
    city: str
    day: date
    honour: str
    name: str
    rank: str
    post: str
    unit: str
    giver: str
    giver_rank: str
    giver_post: str
    giver_nip: str
    instead_of: str = ""


_FACTS = TypeAdapter(Facts)


def gather(session: Session, ground: Ground) -> Facts:
    """Both people as they are today."""
    people = employees.many(session, [ground.employee_id, ground.giver_id])
    every = {one.id: one for one in units.everything(session)}
    person, giver = people[ground.employee_id], people[ground.giver_id]
    return Facts(
        office=units.top(session),
        city=printing_of(session).city,
        day=ground.day,
        honour=ground.honour,
        name=person.name,
        rank=person.rank,
        post=person.post,
        unit=every[person.unit_id].name,
        giver=giver.name,
        giver_rank=giver.rank,
        giver_post=giver.post,
        giver_nip=mask(giver.nip),
    )


def write(facts: Facts) -> str:
    return _FACTS.dump_json(facts).decode()


def read(written: str) -> Facts:
    return _FACTS.validate_json(written)
