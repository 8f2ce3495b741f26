"""What keeps a member of the team from proposing somebody, the first thing first."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import cases
from bot.actions.awards.counting import refused_in
from bot.actions.awards.outcome import first_of
from bot.actions.awards.ranking import Row
from bot.actions.me import Me
from bot.rules.periods import RATED, PeriodState
from bot.rules.proposals import conflict_of_proposer
from storage import proposals
from storage.awards import rounds
from storage.periods import Period


def why_no_proposal(
    session: Session, me: Me, period: Period, scope_id: int, row: Row, key: str
) -> str:
    """The first thing that keeps me from proposing this person; "" when nothing does."""
    assert period.id is not None
    case = cases.case_of(session, key, period.id, scope_id, row.employee_id)
    if conflict := conflict_of_proposer(case, me.employee_id):
        return conflict.value
    if PeriodState(period.state) not in RATED:
        return "not_over"
    if proposals.living(session, key, period.id, scope_id):
        return "living"
    if row.obstacles:
        return "obstacles"
    return _not_first(session, period, scope_id, row, key)


def _not_first(session: Session, period: Period, scope_id: int, row: Row, key: str) -> str:
    """In a round only who came first is proposed; without one anybody whom nothing hinders."""
    one = rounds.of_case(session, key, period.id or 0, scope_id)
    if one is None:
        return ""
    if one.state == rounds.ENDED:
        return "ended"
    if one.state != rounds.CLOSED:
        return "voting"
    if row.employee_id in refused_in(session, one):
        return "refused"
    return "" if row.employee_id in first_of(one) else "not_first"
