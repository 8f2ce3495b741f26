"""A proposal with all that its decision rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import cases, schemes, scores
from bot.actions.awards.eligible import in_scope, own_obstacles
from bot.actions.awards.kinds import kind_of
from bot.actions.me import Me
from bot.rules.authority import Role
from bot.rules.awards import AwardKind, Obstacle
from bot.rules.proposals import conflict_of_decider
from bot.rules.scoring import Score
from storage import employees, periods, proposals, results, units
from storage.awards import rounds
from storage.periods import Period
from storage.proposals import Proposal
from storage.trainings.training import Training

SIGNABLE = (proposals.WAITING, proposals.APPROVED)
"""What a decree can be printed for."""


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A proposal with its reason and the candidate's parts; `may_decide` is about me, now;
    `may_sign`: so is its decree.

    `round_id` is the round that it ends, 0 for none.

    `course` is the one in which a seat was chosen as the prize. `hindered`: while it waits, the
    candidate has left, or something keeps them from it now.
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
    may_sign: bool
    kind: AwardKind
    rejection: str | None = None
    course: Training | None = None
    hindered: Sequence[Obstacle] | None = None
    round_id: int = 0

    @property
    def in_round(self) -> bool:
        """The votes of a round say who comes next."""
        return self.round_id > 0


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
    kind = kind_of(session, period, one.kind)
    hindered = None
    if one.state == proposals.WAITING:
        hindered = hindrance(session, period, kind, one)
    turn = rounds.of_case(session, one.kind, one.period_id, one.scope_id)
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
        may_sign=head and one.state in SIGNABLE and conflict is None,
        kind=kind,
        hindered=hindered,
        round_id=(turn.id or 0) if turn is not None else 0,
    )


def hindrance(
    session: Session, period: Period, kind: AwardKind, one: Proposal
) -> Sequence[Obstacle] | None:
    """What keeps the candidate from it now; () for somebody who left, None for nothing."""
    person = employees.get(session, one.employee_id)
    assert person is not None
    if person.left_on is not None or not in_scope(session, one.scope_id, person):
        return ()
    return own_obstacles(session, period, kind, one.scope_id, one.employee_id) or None
