"""A lost telephone: a second person resets, the owner is told, deciding roles wait a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.factors import FRESH
from bot.screens import Place, Went, place
from bot.texts import factors as texts
from bot.texts import roster as roster_texts
from bot.texts import words
from storage import audit, claims, employees, factors, outbox, recovery_codes
from storage.factors import RESET, Factor
from storage.outbox import Kind


@dataclass(frozen=True, slots=True)
class Resetting:
    """Whose second factor, and which: 0 when there is none."""

    employee_id: int
    name: str
    factor_id: int


def resetting(session: Session, me: Me, employee_id: int) -> Resetting:
    """The last look before somebody's second factor ends."""
    demand(session, me, "factors.reset", about=employee_id)
    person, factor = employees.get(session, employee_id), factors.in_use(session, employee_id)
    assert person is not None
    return Resetting(employee_id, person.name, factor.id or 0 if factor else 0)


def reset(session: Session, me: Me, employee_id: int, factor_id: int) -> Went:
    """End this second factor of somebody else. Raises ProofWanted: the officer shows the own."""
    demand(session, me, "factors.reset", about=employee_id)
    there = place("desk.person", employee_id)
    factor = factors.in_use(session, employee_id)
    if factor is None or factor.id != factor_id:
        return Went(there, words.changed_since())
    demand_proof(session, me, FRESH)
    if not _end(session, factor, me.employee_id, me.now):
        return Went(there, words.changed_since())
    return Went(there, texts.reset_done())


def reset_by_operator(session: Session, nip: str, now: datetime) -> None:
    """The operator is the second person where no other officer of HR is there; logged.

    Raises Refused when nobody has the number, or no second factor is in use.
    """
    person = employees.by_nip(session, "".join(filter(str.isdigit, nip)))
    if person is None or person.id is None:
        raise Refused(roster_texts.no_such_person(), "no_such_person")
    factor = factors.in_use(session, person.id)
    if factor is None or not _end(session, factor, None, now):
        raise Refused(texts.nothing_to_reset(), "no_factor")


def _end(session: Session, factor: Factor, by: int | None, now: datetime) -> bool:
    """The owner's buttons die as well, and the owner hears of it."""
    assert factor.id is not None
    owner = factor.employee_id
    claims.renew(session, [owner])  # first, as a press of the owner takes its rows
    if not factors.end(session, [owner], RESET, now):
        return False
    recovery_codes.end(session, factor.id, now)
    audit.record(session, now, by, "factors.reset", f"factor/{factor.id}")
    outbox.put(
        session, f"factor/{factor.id}/reset", Kind.DECISION, "factors.was_reset", now,
        to=owner, facts={"factor": factor.id}, opens=Place("factors.home"),
    )  # fmt: skip
    return True
