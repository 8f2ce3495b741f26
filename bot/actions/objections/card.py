"""An objection as those see it whom it concerns, and what of it concerns me at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights, schemes, tasks
from bot.actions.days import local_day
from bot.actions.me import Me
from bot.actions.objections import explaining, naming, owing
from bot.actions.objections.drafting import may_begin
from bot.actions.objections.drafts import indicators_of
from bot.actions.objections.people import demanded, limits_of, names, reviewers
from bot.actions.objections.verdict import Verdict, verdict_of
from bot.actions.receipts.standing import standing
from bot.rules.certificates import CertificateKind
from bot.rules.objections import Party, State
from bot.rules.publication import RELEASED
from storage import certificates, exhibits, objections, periods, publication, results
from storage.objections import Objection

MOST = 3
MINUTES = CertificateKind.OBJECTION


@dataclass(frozen=True, slots=True)
class Said:
    """One side's word: None while it is waited for, "" for nothing to add."""

    name: str
    party: Party
    text: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """`reviewer` is "" where nobody is named; `heard`: both sides, or their days are over."""

    objection_id: int
    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    party: Party
    state: State
    today: date
    filed_at: datetime
    indicators: Sequence[str]
    reasons: str
    hearing_until: date
    decision_until: date
    reviewer: str
    words: Sequence[Said]
    verdict: Verdict | None
    may_say: bool
    may_decide: bool
    may_name: bool
    exhibits: int = 0
    minutes: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """Everything about objections that is mine: to file, to follow, to do.

    `open_to`: period, year, quarter, days left (None: not to be said). `mine`: number, year,
    quarter, state. `tasks` wait for me.
    """

    today: date
    open_to: Sequence[tuple[int, int, int, date | None]]
    mine: Sequence[tuple[int, int, int, State]]
    tasks: Sequence[tasks.Task]


def home(session: Session, me: Me) -> Home:
    """Where /keberatan begins."""
    rights.demand(session, me, "objections.list", about=me.employee_id)
    found: list[tuple[int, int, int, date | None]] = []
    for result, period in results.newest_of(session, me.employee_id, 2 * MOST):
        release = publication.of_period(session, result.period_id)
        row = objections.of_result(session, result.id or 0)
        if period.state not in RELEASED or release is None:
            continue
        those = result.employee_id, result.edition, release.signed_at
        at = standing(session, period, *those, me.now)
        if may_begin(at, State(row.state) if row else None):
            last = at.window.last if at.window else None
            found.append((result.period_id, period.year, period.quarter, last))
    mine = objections.of_employee(session, me.employee_id)[:MOST]
    waiting = [one for one in tasks.owed(session, me) if one.kind in owing.KINDS]
    return Home(
        me.today,
        found[:MOST],
        [_mine(session, row) for row in mine if row.state != State.DRAFT],
        tasks.tasks(session, waiting[:MOST], me.employee_id),
    )


def card(session: Session, me: Me, objection_id: int) -> Card:
    """One that was filed."""
    found = demanded(session, me, "objections.read", objection_id)
    row = found.row
    period, result = periods.get(session, row.period_id), results.get(session, row.result_id)
    assert period is not None
    assert result is not None
    assert row.filed_at is not None
    limits, scheme = limits_of(row), schemes.of_period(session, period)
    free = reviewers(session, row, found.sides, me.today)
    called = names(session, [row.employee_id, *free[:1]])
    return Card(
        objection_id=objection_id,
        period_id=row.period_id,
        employee_id=row.employee_id,
        year=period.year,
        quarter=period.quarter,
        name=called[row.employee_id],
        party=found.party,
        state=State(row.state),
        today=local_day(session, row.employee_id, me.now),
        filed_at=row.filed_at.astimezone(me.zone),
        indicators=[scheme.indicator(key).name for key in indicators_of(row)],
        reasons=row.reasons,
        hearing_until=limits.hearing_until,
        decision_until=limits.decision_until,
        reviewer=called[free[0]] if free else "",
        words=_words(session, objection_id),
        verdict=verdict_of(session, me, found, result),
        may_say=explaining.to_say(session, me, found) is not None,
        may_decide=found.waits and found.party is Party.REVIEWER,
        may_name=found.party is Party.HR and naming.may_name(session, me, found),
        exhibits=len(exhibits.of(session, objection_id)),
        minutes=certificates.of_object(session, MINUTES, objection_id) is not None,
    )


def leaving(session: Session, me: Me, objection_id: int) -> Card:
    """The last look before I withdraw mine."""
    demanded(session, me, "objections.withdraw", objection_id)
    return card(session, me, objection_id)


def _words(session: Session, objection_id: int) -> list[Said]:
    told = objections.explanations(session, objection_id)
    called = names(session, [one.person_id for one in told])
    ordered = sorted(told, key=lambda one: one.party == Party.EMPLOYEE)
    return [Said(called[one.person_id], Party(one.party), one.said) for one in ordered]


def _mine(session: Session, row: Objection) -> tuple[int, int, int, State]:
    period = periods.get(session, row.period_id)
    assert period is not None
    return row.id or 0, period.year, period.quarter, State(row.state)
