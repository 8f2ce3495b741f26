"""What waits to be published late, and one of them with what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights, scores
from bot.actions.me import Me
from bot.actions.pages import nearest
from bot.actions.publication.reaching import READERS, demand_all
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.publication import RELEASED, supplement_wants_reason
from bot.rules.schemes import Source
from bot.rules.scoring import Score
from bot.rules.stamps import stamp
from bot.texts import words
from storage import appraisals, employees, periods, publication, results, supplements
from storage.periods import Period
from storage.supplements import Supplement

PAGE = 5
SIGNERS = (Role.HEAD, Role.EVALUATION_TEAM)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page: number and name of the person, when it was signed (None: it waits).

    `opens`: I may look at what one comes to.
    """

    period_id: int
    year: int
    quarter: int
    page: int
    total: int
    waiting: int
    items: Sequence[tuple[int, str, date | None]]
    opens: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One that waits: what the forms come to, who sent them and when.

    `published`: the quarter, for everybody else. `sent`: name of each superior and the day.
    """

    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    left: bool
    published: datetime
    sent: Sequence[tuple[str, date]]
    score: Score
    raters: int
    reason: str
    wants_reason: bool
    may_sign: bool

    @property
    def mark(self) -> str:
        """Of what the one who signs has seen."""
        return stamp(str(self.score.total), str(self.score.predikat), self.raters, self.reason)


def list_(session: Session, me: Me, period_id: int, page: int = 0) -> Listed:
    """Everybody of a published quarter whose result came after it, those that wait first."""
    rights.demand(session, me, "publication.read")
    demand_all(session, me, *READERS)
    period = released(session, period_id)
    waits, total = supplements.count(session, period_id)
    at = nearest(page, total, PAGE)
    rows = supplements.page(session, period_id, PAGE, at * PAGE)
    rights.seen(session, me, "supplements.read", [row.employee_id for row in rows])
    items = [
        (row.employee_id, row.name, row.signed_at.astimezone(me.zone).date())
        if row.signed_at
        else (row.employee_id, row.name, None)
        for row in rows
    ]
    opens = any(me.has(role) for role in SIGNERS)
    return Listed(period_id, period.year, period.quarter, at, total, waits, items, opens)


def card(session: Session, me: Me, period_id: int, employee_id: int) -> Card:
    """One of them, before it is signed."""
    rights.demand(session, me, "supplements.read", about=employee_id)
    demand_all(session, me, *SIGNERS)
    return card_of(session, me, *waiting(session, period_id, employee_id))


def card_of(session: Session, me: Me, period: Period, row: Supplement) -> Card:
    """The same of a row in hand, whoever looks."""
    release = publication.of_period(session, row.period_id)
    person = employees.get(session, row.employee_id)
    assert release is not None
    assert person is not None
    score, raters = scores.compute(
        session, row.period_id, row.employee_id, period.scheme_id, period.formula
    )
    published = release.signed_at.astimezone(me.zone)
    return Card(
        period_id=row.period_id,
        employee_id=row.employee_id,
        year=period.year,
        quarter=period.quarter,
        name=person.name,
        left=person.left_on is not None,
        published=published,
        sent=_sent(session, me, row),
        score=score,
        raters=raters,
        reason=row.reason,
        wants_reason=supplement_wants_reason(published.date(), period.objection_days, me.today),
        may_sign=me.has(Role.HEAD) and row.employee_id != me.employee_id,
    )


def waiting(session: Session, period_id: int, employee_id: int) -> tuple[Period, Supplement]:
    """One that nobody has signed. Raises Refused."""
    period, row = released(session, period_id), supplements.of(session, period_id, employee_id)
    if row is None:
        raise Refused(words.not_available(), "no_supplement")
    if row.signed_at is not None or results.of(session, period_id, employee_id):
        raise Refused(words.already(row.signed_at or row.proposed_at), "signed_already")
    return period, row


def released(session: Session, period_id: int) -> Period:
    """A published period. Raises Refused."""
    period = periods.get(session, period_id)
    if period is None or period.state not in RELEASED:
        raise Refused(words.not_available(), "not_published")
    return period


def _sent(session: Session, me: Me, row: Supplement) -> list[tuple[str, date]]:
    forms = [
        one
        for one in appraisals.sent_about(session, row.period_id, row.employee_id)
        if one.source == Source.SUPERIOR and one.sent_at is not None
    ]
    people = employees.many(session, [one.official_id for one in forms])
    return [
        (people[one.official_id].name, one.sent_at.astimezone(me.zone).date())
        for one in forms
        if one.sent_at
    ]
