"""Asking for the right: the relation is read afresh, the table decides."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Relation, Role, allows
from bot.rules.personal import look_of
from bot.texts import words
from storage import absences, employees, personal, units


def demand(
    session: Session, me: Me | Guest, action: str, about: int | None = None, state: str = ""
) -> None:
    """Raise Refused unless `me` may do `action` to an object about this employee, in this state.

    The refusal reads the same whether the object is forbidden or does not exist. Whoever may is
    written down, where that is about somebody else's personal data.
    """
    if not allowed(session, me, action, about, state):
        raise Refused(words.not_available(), "forbidden")
    if about is not None and isinstance(me, Me) and about != me.employee_id:
        look = look_of(action)
        if look is not None:
            personal.note(session, me.employee_id, about, look, me.today, me.now)


def seen(session: Session, me: Me, action: str, people: Iterable[int]) -> None:
    """Write down that `me` was shown these people on a list that `action` lets them open.

    To be called with those of the page alone, after `demand`.
    """
    look = look_of(action)
    others = [one for one in people if one != me.employee_id]
    if look is not None and others:
        personal.note_all(session, me.employee_id, others, look, me.today, me.now)


def allowed(
    session: Session, me: Me | Guest, action: str, about: int | None = None, state: str = ""
) -> bool:
    """Whether the table lets me; roles are looked up only where they can matter."""
    if isinstance(me, Guest):
        return allows(action, Relation.GUEST, frozenset(), state)
    person = None if about in (None, me.employee_id) else employees.get(session, about or 0)
    relation = _relation(session, me, about, person)
    if allows(action, relation, frozenset(), state):
        return True
    if not allows(action, relation, frozenset(me.roles), state):
        return False
    return allows(action, relation, _roles(session, me, about, person), state)


def _relation(
    session: Session, me: Me, about: int | None, person: employees.Employee | None
) -> Relation:
    if about is None:
        return Relation.NOBODY
    if about == me.employee_id:
        return Relation.SELF
    if person is None:
        return Relation.OTHER
    if person.superior_id is not None:
        if acts_for(session, me, person.superior_id):
            return Relation.REPORT
        superior = employees.get(session, person.superior_id)
        above = superior.superior_id if superior else None
        if above is not None and acts_for(session, me, above):
            return Relation.INDIRECT_REPORT
    return Relation.SAME_UNIT if person.unit_id == me.unit_id else Relation.OTHER


def acts_for(session: Session, me: Me, official_id: int) -> bool:
    """Whether I am that official, or hold the official's mandate today."""
    if official_id == me.employee_id:
        return True
    mandate = absences.mandate_for(session, official_id, me.today)
    return mandate is not None and mandate.holder_id == me.employee_id


def _roles(
    session: Session, me: Me, about: int | None, person: employees.Employee | None
) -> frozenset[Role]:
    """All my roles where there is no person; else those granted for the person's unit."""
    if about is None:
        return frozenset(me.roles)
    if about != me.employee_id and person is None:
        return frozenset()
    unit_id = me.unit_id if person is None else person.unit_id
    return frozenset(
        role
        for role, where in me.roles.items()
        if None in where or any(unit_id in units.below(session, top) for top in where if top)
    )
