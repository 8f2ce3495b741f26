"""Leave with dates and mandates (Plt., Plh.), recorded by HR from what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.spans import packed, read_span, unpacked
from bot.rules.roster import loops
from bot.rules.schemes import LEAVES
from bot.screens import Place, Went, place
from bot.texts import desk as texts
from storage import absences, accounts, audit, employees

MANDATES = ("plt", "plh")
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Kinds:
    employee_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Days:
    """Whose days of which kind; `holder` for mandates; the span once it was typed.

    `joined`: the holder has an account, so that what waits reaches them.
    """

    employee_id: int
    name: str
    kind: str
    holder_id: int = 0
    holder: str = ""
    since: date | None = None
    until: date | None = None
    joined: bool = True


def leave_kinds(session: Session, me: Me, employee_id: int) -> Kinds:
    demand(session, me, "desk.record_leave", about=employee_id)
    return Kinds(employee_id, _name(session, employee_id))


def days(session: Session, me: Me, employee_id: int, kind: str) -> Days:
    """The question for the days of a leave."""
    demand(session, me, "desk.record_leave", about=employee_id)
    _known(kind, LEAVES)
    return Days(employee_id, _name(session, employee_id), kind)


def leave_days(session: Session, me: Me, employee_id: int, kind: str, text: str) -> Place:
    """Read the days; they are shown before anything is recorded. Raises Refused."""
    demand(session, me, "desk.record_leave", about=employee_id)
    since, until = _span(me, text)
    return place("desk.leave_check", employee_id, kind, packed(since), packed(until))


def leave_check(
    session: Session, me: Me, employee_id: int, kind: str, since: int, until: int
) -> Days:
    """What is about to be recorded."""
    at = days(session, me, employee_id, kind)
    return Days(at.employee_id, at.name, kind, 0, "", unpacked(since), unpacked(until))


def record_leave(
    session: Session, me: Me, employee_id: int, kind: str, since: int, until: int
) -> Went:
    """Record a leave. Raises Refused when it overlaps another."""
    demand(session, me, "desk.record_leave", about=employee_id)
    _known(kind, LEAVES)
    _name(session, employee_id)
    employees.lock(session, employee_id)
    first, last = unpacked(since), unpacked(until)
    if absences.overlapping(session, employee_id, first, last):
        raise Refused(texts.leave_overlaps(), "overlaps")
    absences.add_absence(session, employee_id, first, last, kind, me.employee_id)
    audit.record(
        session, me.now, me.employee_id, "desk.record_leave", f"employee/{employee_id}",
        {"kind": kind, "since": since, "until": until},
    )  # fmt: skip
    return Went(place("desk.person", employee_id), texts.recorded())


def mandate_days(
    session: Session, me: Me, absent: int, kind: str, holder: int, text: str
) -> Place:
    """Read the days of a mandate. Raises Refused."""
    demand(session, me, "desk.record_mandate", about=absent)
    since, until = _span(me, text)
    return place("desk.mandate_check", absent, kind, holder, packed(since), packed(until))


def mandate_check(
    session: Session,
    me: Me,
    absent: int,
    kind: str,
    holder: int,
    since: int = 0,
    until: int = 0,
) -> Days:
    """The question for the days of a mandate, or (with them) what is about to be recorded."""
    demand(session, me, "desk.record_mandate", about=absent)
    _known(kind, MANDATES)
    names = (_name(session, absent), _name(session, holder))
    if not since:
        return Days(absent, names[0], kind, holder, names[1])
    span = unpacked(since), unpacked(until)
    joined = bool(accounts.holders(session, [holder]))
    return Days(absent, names[0], kind, holder, names[1], *span, joined)


def record_mandate(
    session: Session, me: Me, absent: int, kind: str, holder: int, since: int, until: int
) -> Went:
    """Let `holder` act for `absent`. Raises Refused: not oneself, no overlap, no circle.

    Raises ProofWanted.
    """
    demand(session, me, "desk.record_mandate", about=absent)
    _known(kind, MANDATES)
    first, last = unpacked(since), unpacked(until)
    if holder in {absent, me.employee_id}:
        raise Refused(texts.mandate_not_oneself(), "oneself")
    for one in sorted((absent, holder)):
        employees.lock(session, one)
    for one in (absent, holder):
        _name(session, one)
    near = absences.mandates_between(session, first, last)
    if any(one.absent_id == absent for one in near):
        raise Refused(texts.mandate_overlaps(), "overlaps")
    if absences.overlapping(session, holder, first, last):
        raise Refused(texts.holder_is_away(), "away")
    acting = {str(one.absent_id): str(one.holder_id) for one in near}
    if loops({**acting, str(absent): str(holder)}):
        raise Refused(texts.mandate_circle(), "circle")
    demand_proof(session, me)
    absences.add_mandate(session, absent, holder, kind, first, last, me.employee_id)
    audit.record(
        session, me.now, me.employee_id, "desk.record_mandate", f"employee/{absent}",
        {"holder": holder, "kind": kind, "since": since, "until": until},
    )  # fmt: skip
    return Went(place("desk.person", absent), texts.recorded())


def _span(me: Me, text: str) -> tuple[date, date]:
    span = read_span(text, me.now)
    if span is None:
        raise Refused(texts.span_not_understood(), "no_span")
    if span[1] < me.today:
        raise Refused(texts.span_is_over(), "past")
    if span[1] - span[0] > LONGEST:
        raise Refused(texts.span_too_long(), "too_long")
    return span


def _known(kind: str, kinds: tuple[str, ...]) -> None:
    if kind not in kinds:
        raise Refused(texts.nobody_found(), "kind")


def _name(session: Session, employee_id: int) -> str:
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        raise Refused(texts.nobody_found(), "nobody")
    return person.name
