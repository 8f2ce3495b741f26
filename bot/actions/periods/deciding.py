"""What is owed once all are rated: award proposals, decisions on them, the head's signature."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlmodel import Session

from bot.actions import cases
from bot.actions.awards.kinds import KIND
from bot.actions.awards.outcome import first_of
from bot.actions.days import local_day
from bot.actions.periods.wanting import Key, Span, Wanted
from bot.actions.publication.reaching import signers
from bot.rules.authority import Role
from bot.rules.periods import Days
from bot.rules.proposals import scopes
from storage import grants
from storage import proposals as proposed
from storage.awards import rounds
from storage.duties import DutyKind
from storage.periods import Period
from storage.proposals import WAITING
from storage.workplaces import Post


def proposals(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    """Each member of the team owes one for each scope that has no living proposal."""
    assert period.id is not None
    here = {person.id for person in people}
    living = {
        one.scope_id
        for one in proposed.of_period(session, period.id)
        if one.state in (proposed.WAITING, proposed.APPROVED) and one.kind == KIND
    }
    settled = {*living, *_unsettled(session, period.id)}
    granted: dict[int, set[int | None]] = {}
    for grant in grants.holders(session, Role.EVALUATION_TEAM, today.last):
        if grant.employee_id in here:
            granted.setdefault(grant.employee_id, set()).add(grant.unit_id)
    span = Span(period.rate_until + timedelta(1), period.calibrate_until)
    return {
        Key(DutyKind.PROPOSE_AWARD, member, 0, scope): span
        for member, where in granted.items()
        for scope in scopes(where)
        if scope not in settled
    }


def _unsettled(session: Session, period_id: int) -> set[int]:
    """Scopes in which the panel still votes, or in whose round nobody is left to be proposed."""
    return {
        one.scope_id
        for one in rounds.of_period(session, period_id)
        if one.kind == KIND and (one.state != rounds.CLOSED or not first_of(one))
    }


def signature(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    """Publication is a person's act: whoever may do it is reminded until somebody has."""
    here = {person.id for person in people}
    opens = period.calibrate_until + timedelta(1)
    span = Span(opens, max(opens, period.publish_on))
    heads = signers(session, today.last)
    return {Key(DutyKind.PUBLISH, head): span for head in heads if head in here}


def decisions(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    """Of every proposal that waits, by each head who took no part in the case."""
    assert period.id is not None
    here = {person.id for person in people}
    wanted: dict[Key, Span] = {}
    for one in proposed.of_period(session, period.id):
        if one.state == WAITING and one.id is not None and one.proposed_at is not None:
            for head in cases.deciders(session, one, today.last):
                if head in here:
                    span = Span(local_day(session, head, one.proposed_at), period.publish_on)
                    wanted[Key(DutyKind.DECIDE_AWARD, head, one.employee_id, one.id)] = span
    return wanted
