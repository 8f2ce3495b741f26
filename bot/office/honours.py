"""Proposals of the evaluation teams and awards given, by the ranking that everybody sees."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions import cases
from bot.actions.awards import certify
from bot.actions.awards.kinds import KIND
from bot.actions.awards.proposing import settle_proposals
from bot.actions.awards.ranking import ranking
from bot.office import sentences
from bot.office.desk import Office, wib
from bot.office.people import AGENCY, MAKASSAR
from storage import audit, awards, duties, proposals
from storage.awards import Award
from storage.duties import DutyKind
from storage.periods import Period
from storage.proposals import Proposal

PROPOSERS = ((AGENCY, "wayan"), (MAKASSAR, "rahma"))
DECIDER = "kepala"


def honour(office: Office, period: Period) -> None:
    """The first of each ranking whom nothing keeps from it is proposed and honoured."""
    for unit, proposer in PROPOSERS:
        at = wib(period.rate_until + timedelta(6), 11)
        give(office, _propose(office, period, unit, proposer), at)


def propose_in_makassar(office: Office, period: Period) -> None:
    """A proposal that waits for its decision now."""
    one = _propose(office, period, *PROPOSERS[1])
    assert one.proposed_at is not None
    for head in cases.deciders(office.session, one, one.proposed_at.date()):
        duties.owe(
            office.session, DutyKind.DECIDE_AWARD, head, one.proposed_at.date(),
            period.publish_on, period_id=one.period_id, about_id=one.employee_id,
            object_id=one.id or 0,
        )  # fmt: skip


def _propose(office: Office, period: Period, unit: str, proposer: str) -> Proposal:
    assert period.id is not None
    scope, by = office.units[unit], office.ids[proposer]
    free = [row for row in ranking(office.session, period, scope) if not row.obstacles]
    best = next(row for row in free if row.employee_id != by)
    at = wib(period.rate_until + timedelta(3), 10)
    return propose(office, period, unit, proposer, KIND, best.employee_id, at)


def propose(
    office: Office, period: Period, unit: str, proposer: str, key: str, about: int, at: datetime
) -> Proposal:
    """Hand a proposal over, as the team does."""
    assert period.id is not None
    scope, by = office.units[unit], office.ids[proposer]
    one = Proposal(
        kind=key, period_id=period.id, scope_id=scope, employee_id=about, proposer_id=by,
        reason=office.dice.choice(sentences.PROPOSED), state=proposals.WAITING, written_at=at,
        proposed_at=at,
    )  # fmt: skip
    office.session.add(one)
    office.session.flush()
    said = {"employee": one.employee_id, "period": one.period_id, "scope": scope}
    audit.record(office.session, at, by, "awards.propose", f"proposal/{one.id}", said)
    settle_proposals(office.session, one, at)
    return one


def give(office: Office, one: Proposal, at: datetime) -> int:
    """Approve it with its number and its certificate; the number of the award."""
    by = office.ids[DECIDER]
    assert one.id is not None
    one.state, one.decided_by, one.decided_at = proposals.APPROVED, by, at
    number = awards.next_number(office.session, at.year)
    award = Award(
        kind=one.kind, year=at.year, number=number, period_id=one.period_id,
        scope_id=one.scope_id, employee_id=one.employee_id, proposal_id=one.id,
        given_by=by, given_at=at,
    )  # fmt: skip
    awards.give(office.session, award)
    said = {"award": award.id, "year": at.year, "number": number}
    audit.record(office.session, at, by, "awards.approve", f"proposal/{one.id}", said)
    certify(office.session, award, by, at)
    return award.id or 0
