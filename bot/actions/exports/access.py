"""Whose extract it is, and whether it may be made."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.exports.extracting import KINDS, Extract, extract
from bot.actions.me import Me
from bot.actions.overview import reach
from bot.actions.refusals import Refused
from bot.actions.rights import allowed, demand
from bot.rules.authority import Role
from bot.texts import words
from storage import handouts as stored
from storage.handouts import Handout

OF_HR = frozenset({"people", "calls"})
"""What HR alone takes; the rest heads of units as well."""


def demand_kind(session: Session, me: Me, kind: str) -> None:
    """Raises Refused unless I may take extracts of this kind."""
    if kind not in KINDS:
        raise Refused(words.not_available(), "kind")
    demand(session, me, "exports.staff" if kind in OF_HR else "exports.make")


def may_make(session: Session, me: Me, kind: str) -> bool:
    """Whether I may take extracts of this kind."""
    return allowed(session, me, "exports.staff" if kind in OF_HR else "exports.make")


def extract_of(session: Session, me: Me, row: Handout) -> Extract:
    """The extract that was asked for, as far as my units reach."""
    units = reach(session, me, roles_of(row.kind))
    return extract(session, row.kind, row.which, units, me.zone, full=row.full)


def roles_of(kind: str) -> tuple[Role, ...]:
    """The roles whose units an extract of this kind covers."""
    return (Role.HR,) if kind in OF_HR else (Role.HR, Role.HEAD)


def own(session: Session, me: Me, handout_id: int) -> Handout:
    """What I asked for, taken or not. Raises Refused."""
    row = stored.get(session, handout_id)
    if row is None or row.made_by != me.employee_id or row.kind not in KINDS:
        raise Refused(words.not_available(), "not_mine")
    return row


def demand_taking(session: Session, me: Me, row: Handout) -> None:
    """Raises Refused unless it is still within my rights, with whole NIP where it holds them."""
    demand_kind(session, me, row.kind)
    if row.full and not allowed(session, me, "exports.unmask"):
        raise Refused(words.not_available(), "unmask")


def draft(session: Session, me: Me, handout_id: int) -> Handout:
    """What I asked for and have not taken. Raises Refused."""
    row = own(session, me, handout_id)
    if row.state != stored.DRAFT:
        raise Refused(words.not_available(), "taken")
    return row
