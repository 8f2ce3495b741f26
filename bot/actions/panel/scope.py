"""For which part of the agency I calibrate, and who else does for one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import cases, rights
from bot.actions.appraisals.ratees import demand_no_conflict, reached_by
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.appraisals import Tie
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.proposals import AGENCY, scopes
from bot.texts import panel as texts
from bot.texts import words
from storage import absences, employees, grants, periods, results, units
from storage.employees import Employee
from storage.periods import Period
from storage.results import Result
from storage.workplaces import Post

SHORTEST, LONGEST = 15, 400
BEGUN = (PeriodState.CALIBRATION, PeriodState.PUBLISHED, PeriodState.FINAL)


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody whose result I calibrate."""

    period: Period
    person: Employee
    result: Result


def granted(me: Me, *roles: Role) -> frozenset[int | None]:
    """Units for which I hold one of these roles; None among them is the agency."""
    return frozenset().union(*(me.roles.get(role, frozenset()) for role in roles))


def my_scopes(session: Session, me: Me, *roles: Role) -> Sequence[tuple[int, str]]:
    """Scopes with their names; the agency's is empty.

    Who holds the role for the unit above all others holds it for the agency.
    """
    where = granted(me, *roles)
    mine = (AGENCY,) if cases.reaches(session, AGENCY, where) else scopes(where)
    names = units.names(session, [one for one in mine if one])
    return [(one, names.get(one, "")) for one in mine]


def led_scopes(session: Session, me: Me, *roles: Role) -> Sequence[tuple[int, str]]:
    """Mine, then the units below them that have a head of their own, by name."""
    mine = my_scopes(session, me, *roles)
    reached = units.below_any(session, [unit for unit in granted(me, *roles) if unit])
    whole = any(not scope for scope, _ in mine)
    led = {grant.unit_id for grant in grants.holders(session, Role.HEAD, me.today)}
    own = {scope for scope, _ in mine}
    below = [
        (unit.id or 0, unit.name)
        for unit in units.everything(session)
        if unit.id in led and unit.id not in own
        and (unit.parent_id is not None if whole else unit.id in reached)
    ]  # fmt: skip
    return [*mine, *sorted(below, key=lambda one: one[1])]


def demand_scope(session: Session, me: Me, scope_id: int, *roles: Role) -> None:
    """Refuse a scope that my roles do not cover wholly."""
    if not cases.reaches(session, scope_id, granted(me, *roles)):
        raise Refused(words.not_available(), "foreign_scope")


def units_of(session: Session, scope_id: int) -> frozenset[int] | None:
    """The units of a scope; None for all."""
    return None if scope_id == AGENCY else units.below(session, scope_id)


def calibrated_period(session: Session, period_id: int) -> Period:
    """A period in calibration or after it."""
    period = periods.get(session, period_id)
    if period is None:
        raise Refused(words.not_available(), "unknown_period")
    if period.state not in BEGUN:
        raise Refused(texts.not_yet(), "not_in_calibration")
    return period


def subject(session: Session, me: Me, period_id: int, employee_id: int) -> Subject:
    """Somebody with a result whom I may calibrate: never myself, nobody above or below me."""
    rights.demand(session, me, "panel.calibrate", about=employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    demand_no_conflict(session, me, person)
    period = calibrated_period(session, period_id)
    result = results.of(session, period_id, employee_id)
    if result is None:
        raise Refused(texts.no_result(), "no_result")
    return Subject(period, person, result)


def demand_working(period: Period) -> None:
    """Refused once the results are published."""
    if period.state != PeriodState.CALIBRATION:
        raise Refused(texts.over(), "published")


def voters(session: Session, person: Employee, today: date) -> frozenset[int]:
    """Members in service who calibrate this person, without those above or below."""
    superior = employees.get(session, person.superior_id) if person.superior_id else None
    above = superior.superior_id if superior else None
    post = Post(person.id or 0, person.unit_id, person.superior_id)
    found = set()
    held: dict[int, set[int | None]] = {}
    for grant in grants.holders(session, Role.EVALUATION_TEAM, today):
        held.setdefault(grant.employee_id, set()).add(grant.unit_id)
    here = employees.many(session, list(held))
    for member, where in held.items():
        if here[member].left_on is not None or not reached_by(session, where)(post):
            continue
        acting = {member, *(m.absent_id for m in absences.mandates_held(session, member, today))}
        tie = Tie(member, acting, employees.chain(session, member))
        if not tie.conflicts(post.id, post.superior_id, above):
            found.add(member)
    return frozenset(found)


def may_set(session: Session, me: Me, scope_id: int) -> bool:
    """The agency's head for the agency; for a unit a head of what it belongs to, not its own."""
    mine = me.roles.get(Role.HEAD, frozenset())
    above = frozenset(unit for unit in mine if unit != scope_id)
    return bool(mine) and cases.reaches(session, scope_id, mine if scope_id == AGENCY else above)


def sentence(text: str, longest: int = LONGEST) -> str:
    """A reason fit to be kept. Raises Refused when it is too short or too long."""
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > longest:
        raise Refused(words.too_long(longest, len(said)), "too_long")
    return said
