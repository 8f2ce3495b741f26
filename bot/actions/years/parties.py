"""Who stands on a yearly report, with post and rank as they were when it was judged."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlmodel import Session

from bot.actions.refusals import Refused
from bot.texts import words
from storage import employees, units


@dataclass(frozen=True, slots=True)
class Party:
    """One person on the paper; `unit` is its name."""

    name: str
    nip: str
    rank: str
    post: str
    unit: str


@dataclass(frozen=True, slots=True)
class Parties:
    """`signer` signed for the superior; `zone` is that of the person's unit."""

    office: str
    zone: str
    person: Party
    superior: Party
    signer: Party
    judge: Party


_PARTIES = TypeAdapter(Parties)


def gather(session: Session, person: int, superior: int, signer: int, judge: int) -> Parties:
    """Everybody as they are today, by their numbers. Raises Refused for nobody's."""
    every = {one.id: one for one in units.everything(session)}
    found = employees.many(session, sorted({person, superior, signer, judge}))
    if not {person, superior, signer, judge} <= found.keys():
        raise Refused(words.not_available(), "unknown_party")

    def party(number: int) -> Party:
        one = found[number]
        return Party(one.name, one.nip, one.rank, one.post, every[one.unit_id].name)

    office = next((one.name for one in every.values() if one.parent_id is None), "")
    zone = every[found[person].unit_id].zone
    return Parties(office, zone, *map(party, (person, superior, signer, judge)))


def write(parties: Parties) -> str:
    return _PARTIES.dump_json(parties).decode()


def read(written: str) -> Parties:
    return _PARTIES.validate_json(written)
