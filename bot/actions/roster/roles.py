"""Roles become those of the file, and those who watch over them hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.roster.checking import Findings
from bot.actions.roster.lines import Entry
from bot.actions.roster.places import Units
from bot.rules.authority import Role
from bot.rules.roster import RoleAt
from storage import claims, grants, outbox
from storage import roster as stored
from storage.columns import vault_of
from storage.outbox import Kind
from storage.roster import Held, Listed


def guardians(session: Session, today: date) -> list[int]:
    """Who shall hear that the operator's shell has changed roles: HR and the inspectorate."""
    held = [grants.holders(session, role, today) for role in (Role.HR, Role.INSPECTORATE)]
    return sorted({grant.employee_id for some in held for grant in some})


def tell(
    session: Session, people: Sequence[int], roles: int, now: datetime, by: int | None
) -> None:
    for one in people:
        outbox.put(
            session, f"roles/{now.isoformat()}/{one}", Kind.DECISION, "roster.roles_changed",
            now, to=one, facts={"people": roles, "by": by or 0},
        )  # fmt: skip


def give(session: Session, found: Findings, ids: dict[bytes, Listed], today: date) -> int:
    """Give and take roles until they are those of the file; how many people it touched."""
    vault = vault_of(session)
    held: dict[int, list[Held]] = {}
    for grant in stored.held_roles(session, today):
        held.setdefault(grant.employee_id, []).append(grant)
    given: list[tuple[int, str, int | None]] = []
    taken: list[Held] = []
    for item in found.entries:
        person = ids[vault.index(item.nip)].id
        wanted = {(role.role.value, _where(role, item, found.units)) for role in item.roles}
        has = {(grant.role, grant.unit_id): grant for grant in held.get(person, [])}
        given += [(person, *one) for one in sorted(wanted - has.keys(), key=str)]
        taken += [grant for key, grant in has.items() if key not in wanted]
    stored.grant_roles(session, given, today)
    stored.end_roles(session, taken, today)
    touched = sorted({who for who, _, _ in given} | {grant.employee_id for grant in taken})
    for some in stored.chunks(touched):
        claims.renew(session, some)
    return len(touched)


def _where(given: RoleAt, item: Entry, units: Units) -> int | None:
    """The unit a role is held for: the one named; else a head's own; else the whole agency."""
    if given.unit:
        return units.id_of(given.unit)
    return units.id_of(item.unit) if given.role is Role.HEAD else None
