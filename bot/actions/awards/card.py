"""A proposal with all that its decision rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import cases, schemes, scores
from bot.actions.awards.kinds import kind_of
from bot.actions.me import Me
from bot.rules.authority import Role
from bot.rules.awards import AwardKind
from bot.rules.proposals import conflict_of_decider
from bot.rules.scoring import Score
from storage import employees, periods, proposals, results, units
from storage.proposals import Proposal
from storage.trainings.training import Training


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A proposal with its reason and the candidate's parts; `may_decide` is about me, now.

    `course` is the one in which a seat was chosen as the prize.
    """

    proposal_id: int
    name: str
    unit: str
    year: int
    quarter: int
    proposer: str
    reason: str
    proposed_at: datetime | None
    state: str
    decider: str
    answer: str
    score: Score | None
    names: Mapping[str, str]
    may_decide: bool
    kind: AwardKind
    rejection: str | None = None
    course: Training | None = None


def card_of(session: Session, me: Me, one: Proposal) -> CaseCard:
    ids = [n for n in (one.employee_id, one.proposer_id, one.decided_by) if n is not None]
    people, period = employees.many(session, ids), periods.get(session, one.period_id)
    result = results.of(session, one.period_id, one.employee_id)
    assert period is not None
    assert one.id is not None
    scheme = schemes.of_period(session, period)
    person = people[one.employee_id]
    proposed_at = one.proposed_at.astimezone(me.zone) if one.proposed_at else None
    conflict = conflict_of_decider(cases.of_proposal(session, one), me.employee_id)
    head = cases.reaches(session, one.scope_id, me.roles.get(Role.HEAD, frozenset()))
    return CaseCard(
        proposal_id=one.id,
        name=person.name,
        unit=units.names(session, [person.unit_id]).get(person.unit_id, ""),
        year=period.year,
        quarter=period.quarter,
        proposer=people[one.proposer_id].name,
        reason=one.reason,
        proposed_at=proposed_at,
        state=one.state,
        decider=people[one.decided_by].name if one.decided_by else "",
        answer=one.answer or "",
        score=scores.read_parts(result) if result else None,
        names={i.key: i.name for i in scheme.indicators},
        may_decide=head and one.state == proposals.WAITING and conflict is None,
        kind=kind_of(session, period, one.kind),
    )
