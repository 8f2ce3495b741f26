"""A change of the scheme as those of the case see it: what differs, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.schemes.deciders import covers_agency, deciders
from bot.actions.schemes.pinned import milestones_of, quarter_of, read
from bot.rules.periods import PeriodState
from bot.rules.schemes import Problem, Scheme
from bot.rules.schemes.differences import Difference, differences
from bot.rules.schemes.following import change_faults, earliest
from bot.rules.stamps import stamp
from bot.texts import words
from storage import employees, periods, scheme_changes
from storage.periods import SchemeVersion
from storage.scheme_changes import DRAFT, WAITING, SchemeChange
from storage.scheme_files import SchemeRefused, line_of, read_scheme


@dataclass(frozen=True, slots=True)
class Change:
    """A change as those of the case see it. `faults`: why it cannot be given or approved."""

    change_id: int
    version: int
    since: date
    author: str
    state: str
    found: Sequence[Difference]
    faults: Sequence[Problem]
    page: int
    mine: bool
    may_decide: bool
    decider: tuple[str, datetime] | None
    answer: str
    seen: str


def change(session: Session, me: Me, change_id: int, page: int = 0) -> Change:
    """A change with everything that differs; only its author sees one that was not given."""
    return card_of(session, me, seen_by(session, me, change_id), page)


def card_of(session: Session, me: Me, row: SchemeChange, page: int) -> Change:
    """The change, read and compared with what it would follow."""
    assert row.id is not None
    base = periods.scheme(session, row.base_id)
    assert base is not None
    faults: Sequence[Problem] = ()
    found: Sequence[Difference] = ()
    version, since = base.version + 1, base.in_force_from
    try:
        scheme = read_scheme(row.body)
    except SchemeRefused as refusal:
        faults = refusal.problems
    else:
        version, since = scheme.version, scheme.in_force_from
        found = differences(read(base.body), scheme)
        if row.state in (DRAFT, WAITING):
            faults = problems(session, me, row.body, scheme)
    mine = row.author_id == me.employee_id
    decider = None
    if row.decided_by is not None and row.decided_at is not None:
        decider = name_of(session, row.decided_by), row.decided_at.astimezone(me.zone)
    may_decide = row.state == WAITING and me.employee_id in deciders(
        session, row.author_id, me.today
    )
    answer = (row.answer or "") if decider else ""
    seen = stamp(row.body, row.state)
    return Change(
        row.id, version, since, name_of(session, row.author_id), row.state, found, faults, page,
        mine, may_decide, decider, answer, seen,
    )  # fmt: skip


def problems(session: Session, me: Me, body: str, scheme: Scheme) -> list[Problem]:
    """Why a sound scheme may not follow the newest one now."""
    kept = [(quarter_of(period), milestones_of(period)) for period in periods.everything(session)]
    base = read(newest(session).body)
    return [
        Problem(reason, field, line_of(body, field) if field else None, given)
        for reason, field, given in change_faults(scheme, base, earliest_day(session, me), kept)
    ]


def earliest_day(session: Session, me: Me) -> date:
    """From when a change may be in force.

    Periods whose day has come count as begun, whether or not the clock has ticked.
    """
    begun = [
        quarter_of(period)
        for period in periods.everything(session)
        if period.state != PeriodState.PLANNED or period.opens_on <= me.today
    ]
    return earliest(me.today, begun)


def newest(session: Session) -> SchemeVersion:
    """The scheme that a change would follow."""
    rows = scheme_changes.versions(session)
    if not rows:
        raise Refused(words.not_available(), "no_scheme")
    return rows[0]


def seen_by(session: Session, me: Me, change_id: int) -> SchemeChange:
    """A change that I may see: mine, or one that was given, as HR or as a head."""
    row = scheme_changes.get(session, change_id)
    mine = row is not None and row.author_id == me.employee_id
    rights.demand(session, me, "schemes.see", about=row.author_id if row else 0)
    if row is None or not covers_agency(session, me) or (row.state == DRAFT and not mine):
        raise Refused(words.not_available(), "foreign_change")
    if row.given_at is None and not mine:
        raise Refused(words.not_available(), "foreign_change")
    return row


def name_of(session: Session, employee_id: int) -> str:
    """Empty when nobody has this number."""
    person = employees.get(session, employee_id)
    return person.name if person else ""
