"""Rounds as everybody sees them: the course, one's own standing, what may be done now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.awards.counting import candidates_of, near_of
from bot.actions.awards.eligible import in_scope, own_obstacles
from bot.actions.awards.entitled import panel_of
from bot.actions.awards.kinds import kind_of
from bot.actions.awards.outcome import Outcome, first_of, outcome_of
from bot.actions.awards.refusing import (
    Ending,
    Refusal,
    ending,
    may_end,
    refusals,
    told_names,
)
from bot.actions.me import Me
from bot.actions.pages import Leaf, leaf
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.awards import AwardKind, AwardRules, Obstacle
from bot.rules.proposals import AGENCY
from bot.rules.publication import RELEASED
from bot.texts import words
from storage import employees, periods, proposals, units
from storage.awards import AwardRound, nominations, rounds
from storage.periods import Period

MOST, PAGE = 48, 5
FRESH = timedelta(60)
JUDGED = (rounds.VOTING, rounds.COMPARING)
OF_RESULT = frozenset(
    {Obstacle.NO_RESULT, Obstacle.LOW_SCORE, Obstacle.LOW_PREDIKAT, Obstacle.FEW_RATERS}
)


@dataclass(frozen=True, slots=True)
class Round:
    """One round in a line."""

    round_id: int
    period_id: int
    scheme_id: int
    scope_id: int
    scope: str
    kind: AwardKind
    year: int
    quarter: int
    state: str
    nominate_until: date
    vote_until: date


@dataclass(frozen=True, slots=True)
class RoundCard:
    """`published`: my result may be told; `standing`: what keeps me from it, None if not of it.

    `mine` is whom I nominated, with the number of the nomination. `passed_over`: so many
    candidates a head refused; `refused_me`: I am one of them. `next` are those whom
    I may propose, with their names. `late`: its days are over, but too few have voted.
    """

    round: Round
    nominated: int
    candidates: int
    compared: int
    standing: Sequence[Obstacle] | None
    published: bool
    rules: AwardRules
    mine: tuple[int, str] | None
    may_nominate: bool
    may_vote: bool
    may_compare: bool
    may_propose: bool
    outcome: Outcome | None
    passed_over: int = 0
    refused: Sequence[Refusal] = ()
    refused_me: bool = False
    ending: Ending | None = None
    may_end: bool = False
    late: bool = False
    next: Sequence[tuple[int, str]] = ()


def list_rounds(session: Session, me: Me, page: int = 0) -> Leaf[Round]:
    """Rounds of the agency and of the units I belong to or work for.

    First what is voted on, then what has just ended: a proposal or an award follows from it.
    """
    rights.demand(session, me, "awards.list")
    granted = {unit for where in me.roles.values() for unit in where if unit}
    mine = {AGENCY, *units.above(session, me.unit_id), me.unit_id, *granted}
    newest = rounds.newest(session, sorted(mine), MOST)
    some = leaf(sorted(newest, key=lambda one: _later(one, me)), page, PAGE)
    return Leaf([line_of(session, one) for one in some.items], some.page, some.pages)


def _later(one: AwardRound, me: Me) -> int:
    if one.state in JUDGED:
        return 0
    return 1 if one.closed_at is not None and me.now - one.closed_at <= FRESH else 2


def round_card(session: Session, me: Me, round_id: int) -> RoundCard:
    """One round."""
    rights.demand(session, me, "awards.list")
    one, period, kind = read_round(session, round_id)
    assert one.id is not None
    person = employees.get(session, me.employee_id)
    assert person is not None
    concerned = in_scope(session, one.scope_id, person)
    mine = nominations.of_nominator(session, one.id, me.employee_id)
    sent = mine if mine is not None and mine.state == nominations.SENT else None
    named = employees.get(session, sent.employee_id) if sent else None
    member = me.has(Role.EVALUATION_TEAM) and me.employee_id in panel_of(
        session, one.scope_id, me.today
    )
    candidates = candidates_of(session, one, period, kind)
    open_ = one.state == rounds.NOMINATING and me.today <= one.nominate_until
    near = near_of(session, one, period, kind) if one.state == rounds.COMPARING else ()
    living = proposals.living(session, one.kind, one.period_id, one.scope_id)
    published = period.state in RELEASED
    refused = proposals.refused(session, one.kind, one.period_id, one.scope_id)
    inside = told_names(session, me, one)
    gone = {each.employee_id for each in refused} | {me.employee_id}
    may_propose = member and one.state == rounds.CLOSED and living is None
    first = [each for each in first_of(one) if may_propose and each not in gone]
    rights.seen(session, me, "awards.propose", first)
    people = employees.many(session, first)
    return RoundCard(
        round=line_of(session, one),
        nominated=len({each.employee_id for each in nominations.sent(session, one.id)}),
        candidates=len(candidates),
        compared=len(near),
        standing=_standing(session, one, period, kind, me, published) if concerned else None,
        published=published,
        rules=kind.rules(schemes.of_period(session, period).awards),
        mine=(sent.id or 0, named.name) if sent and named else None,
        may_nominate=open_ and kind.nominations and sent is None,
        may_vote=member and one.state == rounds.VOTING and kind.votes and len(candidates) > 1,
        may_compare=member and one.state == rounds.COMPARING,
        may_propose=may_propose,
        next=[(each, people[each].name) for each in first],
        outcome=outcome_of(session, me, one),
        passed_over=len(refused),
        refused=refusals(session, me, refused) if inside else (),
        refused_me=any(each.employee_id == me.employee_id for each in refused),
        ending=ending(session, one, told=inside) if one.state == rounds.ENDED else None,
        late=one.state == rounds.VOTING and me.today > one.vote_until,
        may_end=may_end(session, me, one, refused, living is not None),
    )


def read_round(session: Session, round_id: int) -> tuple[AwardRound, Period, AwardKind]:
    """A round with its quarter and kind; Refused when there is none."""
    one = rounds.get(session, round_id)
    if one is None:
        raise Refused(words.not_available(), "unknown_round")
    period = periods.get(session, one.period_id)
    assert period is not None
    return one, period, kind_of(session, period, one.kind)


def line_of(session: Session, one: AwardRound) -> Round:
    period = periods.get(session, one.period_id)
    assert period is not None
    return Round(
        round_id=one.id or 0,
        period_id=one.period_id,
        scheme_id=period.scheme_id,
        scope_id=one.scope_id,
        scope=units.names(session, [one.scope_id]).get(one.scope_id, ""),
        kind=kind_of(session, period, one.kind),
        year=period.year,
        quarter=period.quarter,
        state=one.state,
        nominate_until=one.nominate_until,
        vote_until=one.vote_until,
    )


def _standing(
    session: Session, one: AwardRound, period: Period, kind: AwardKind, me: Me, published: bool
) -> Sequence[Obstacle]:
    """Before publication nothing is told that would give a result away."""
    found = own_obstacles(session, period, kind, one.scope_id, me.employee_id)
    return found if published else [each for each in found if each not in OF_RESULT]
