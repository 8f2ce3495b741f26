"""A draft of the decree that names the winner of an award, for whoever signs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.awards.card import card_of
from bot.actions.awards.deciding import shared
from bot.actions.awards.kinds import kind_of
from bot.actions.awards.prizes import seat_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.awards import AwardKind
from bot.rules.certificates import numbered
from bot.rules.nip import mask
from bot.texts import awards as texts
from bot.texts import words
from storage import awards, certificates, employees, periods, units
from storage.certificates import AWARD
from storage.employees import Employee
from storage.printing import printing_of
from storage.proposals import Proposal
from storage.trainings.training import Training


@dataclass(frozen=True, slots=True)
class Decree:
    """`draft` while the award is not given: there is no `certificate` then, and no `seat`."""

    proposal_id: int
    office: str
    city: str
    day: date
    at: datetime
    draft: bool
    signer: Employee
    winner: Employee
    unit: str
    nip: str
    year: int
    quarter: int
    scope: str
    kind: AwardKind
    certificate: str
    seat: Training | None

    @property
    def title(self) -> str:
        """Names the unit only where the award is not of the whole office, which stands there."""
        scope = "" if self.scope == self.office else self.scope
        return texts.award(self.year, self.quarter, scope, self.kind)


def decree(session: Session, me: Me, proposal_id: int) -> Decree:
    """The draft, for those who may decide the proposal or have approved it."""
    one = _signable(session, me, proposal_id)
    award = awards.of_proposal(session, proposal_id)
    people = employees.many(session, [one.employee_id, one.decided_by or me.employee_id])
    period = periods.get(session, one.period_id)
    assert period is not None
    winner = people[one.employee_id]
    names = units.names(session, [winner.unit_id, one.scope_id])
    row = certificates.of_object(session, AWARD, award.id or 0) if award else None
    given = award.given_at.astimezone(me.zone).date() if award else me.today
    return Decree(
        proposal_id=proposal_id,
        office=units.top(session),
        city=printing_of(session).city,
        day=given,
        at=me.now.astimezone(me.zone),
        draft=award is None,
        signer=people[one.decided_by or me.employee_id],
        winner=winner,
        unit=names.get(winner.unit_id, ""),
        nip=mask(winner.nip),
        year=period.year,
        quarter=period.quarter,
        scope=names.get(one.scope_id, ""),
        kind=kind_of(session, period, one.kind),
        certificate=numbered(AWARD, row.number, row.year) if row else "",
        seat=seat_of(session, award.id or 0) if award else None,
    )


def _signable(session: Session, me: Me, proposal_id: int) -> Proposal:
    one = shared(session, proposal_id)
    rights.demand(session, me, "awards.decide", about=one.employee_id if one else 0)
    if one is None or not card_of(session, me, one).may_sign:
        raise Refused(words.not_available(), "no_decree")
    return one
