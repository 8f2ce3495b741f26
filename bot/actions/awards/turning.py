"""The course of a round: opened by the calendar, voted on, compared two by two, closed."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import closing, schemes
from bot.actions.awards.counting import (
    candidates_of,
    close,
    count,
    near_of,
    owe,
    owing_pairs,
    settle_duties,
)
from bot.actions.awards.eligible import still_free
from bot.actions.awards.entitled import entitled
from bot.actions.awards.kinds import kind_of, until
from bot.actions.awards.measuring import standings, values_of, write
from bot.actions.awards.outcome import first_of
from bot.actions.awards.passing import pass_on
from bot.actions.awards.ranking import ranking
from bot.actions.awards.rounds import JUDGED
from bot.actions.days import agency_days
from bot.rules.authority import Role
from bot.rules.awards import AwardKind, Span, may_open, missing
from bot.rules.periods import RATED, Days, PeriodState
from bot.rules.proposals import AGENCY, scopes
from bot.rules.publication import RELEASED
from storage import audit, duties, grants, periods, proposals
from storage.awards import AwardRound, nominations, rounds, votes
from storage.duties import DutyKind
from storage.periods import Period

RECENT = 6
"""So many quarters back an award is still proposed."""


def turn(session: Session, now: datetime) -> None:
    """Bring every round to where this moment wants it. Idempotent."""
    today = agency_days(session, now)
    for period in periods.running(session):
        _open(session, period, now, today)
    _reopen(session, now, today)
    for one in rounds.under_way(session):
        advance(session, one, now, today)


def advance(session: Session, one: AwardRound, now: datetime, today: Days) -> None:
    """One round, as far as it goes."""
    assert one.id is not None
    if one.state in JUDGED:
        rounds.lock(session, one.id)  # no vote comes between reading and counting
    period = periods.get(session, one.period_id)
    assert period is not None
    kind = kind_of(session, period, one.kind)
    if one.state == rounds.NOMINATING and _ready(session, one, period, kind, today):
        begin_vote(session, one, period, kind, now, today)
    if one.state == rounds.VOTING:
        _end_vote(session, one, period, kind, now, today)
    if one.state == rounds.COMPARING:
        owing = {member for _, member in owing_pairs(session, one, period, kind, today.last)}
        settle_duties(session, one, DutyKind.COMPARE_AWARD, owing, now)
        if not owing:
            close(session, one, period, kind, now)


def _open(session: Session, period: Period, now: datetime, today: Days) -> None:
    """What the scheme names, while people can still be nominated; for each panel of the agency."""
    if period.state == PeriodState.PLANNED:
        return
    known = {(one.kind, one.scope_id) for one in rounds.of_period(session, period.id or 0)}
    for kind in schemes.of_period(session, period).award:
        nominate, _ = until(period, kind)
        ends = kind.span is Span.QUARTER or (kind.span is Span.YEAR and period.quarter == 4)
        if not ends or today.last > nominate:
            continue
        for scope in _scopes(session, today) - {s for key, s in known if key == kind.key}:
            open_round(session, period, kind, scope, now)


def open_round(
    session: Session, period: Period, kind: AwardKind, scope: int, now: datetime
) -> AwardRound | None:
    """A round of this kind, for whose award people can be nominated; None when there is one."""
    nominate, vote = until(period, kind)
    values = {
        "kind": kind.key, "period_id": period.id, "opened_at": now, "scope_id": scope,
        "nominate_until": nominate, "vote_until": vote,
    }  # fmt: skip
    one = rounds.open_one(session, values)
    if one is not None:
        facts = {"kind": kind.key, "period": period.id, "scope": scope}
        audit.record(session, now, None, "awards.open", f"awardround/{one.id}", facts)
    return one


def _reopen(session: Session, now: datetime, today: Days) -> None:
    """Where nobody of the first can be proposed any more, the votes of the others decide anew."""
    recent = [one for one in periods.recent(session, RECENT) if one.state in RATED]
    found = rounds.closed_with_someone(session, [one.id or 0 for one in recent])
    by_number = {one.id or 0: one for one in recent}
    proposed = proposals.of_periods(session, list(by_number))
    for one in found:
        period, first = by_number[one.period_id], first_of(one)
        case = (one.kind, one.period_id, one.scope_id)
        before = [each for each in proposed if case == (each.kind, each.period_id, each.scope_id)]
        if not first or any(each.state in proposals.ALIVE for each in before):
            continue
        kind = kind_of(session, period, one.kind)
        refused = {each.employee_id for each in before if each.state == proposals.REJECTED}
        left = [person for person in first if person not in refused]
        if not left:
            pass_on(session, one, period, kind, now, today)
            continue
        if still_free(session, period, kind, one.scope_id, left):
            continue
        assert one.id is not None
        facts = {"first": left}
        if rounds.move(session, one.id, rounds.CLOSED, rounds.VOTING, closed_at=None, outcome=""):
            audit.record(session, now, None, "awards.reopen", f"awardround/{one.id}", facts)
            duties.withdraw(session, DutyKind.NAME_WINNER, now, one.period_id, object_id=one.id)


def _scopes(session: Session, today: Days) -> set[int]:
    """Every part of the agency with a panel of its own; the whole of it without any."""
    held: dict[int, set[int | None]] = {}
    for grant in grants.holders(session, Role.EVALUATION_TEAM, today.last):
        held.setdefault(grant.employee_id, set()).add(grant.unit_id)
    return {scope for where in held.values() for scope in scopes(where)} or {AGENCY}


def _ready(
    session: Session, one: AwardRound, period: Period, kind: AwardKind, today: Days
) -> bool:
    """Nominations are over, and all that the criteria rest on is computed."""
    if today.last <= one.nominate_until:
        return False
    if kind.span is Span.YEAR:
        return period.state in RELEASED
    if period.state == PeriodState.CALIBRATION:
        return closing.progress(session, period) is None
    return period.state in RELEASED


def begin_vote(
    session: Session, one: AwardRound, period: Period, kind: AwardKind, now: datetime, today: Days
) -> None:
    """Put the candidates before the panel: the best by rule, and whoever was nominated."""
    assert one.id is not None
    free = [
        row.employee_id
        for row in ranking(session, period, one.scope_id, kind.key)
        if not row.obstacles
    ]
    put_forward = {each.employee_id for each in nominations.sent(session, one.id)}
    chosen = [*free[: kind.shortlist], *(one for one in free if one in put_forward)]
    found = values_of(session, period, kind, standings(session, period, kind, chosen))
    rounds.enter(session, one.id, {person: write(each) for person, each in found.items()})
    if not rounds.move(session, one.id, rounds.NOMINATING, rounds.VOTING):
        return
    one.state = rounds.VOTING
    facts = {"candidates": sorted(found)}
    audit.record(session, now, None, "awards.vote_begins", f"awardround/{one.id}", facts)
    if kind.votes and len(found) > 1:
        judges = entitled(session, one, found, today.last)
        owe(session, one, DutyKind.VOTE_AWARD, frozenset().union(*judges.values()), today)


def _end_vote(
    session: Session, one: AwardRound, period: Period, kind: AwardKind, now: datetime, today: Days
) -> None:
    assert one.id is not None
    candidates = candidates_of(session, one, period, kind)
    if kind.votes and len(candidates) > 1:
        judges = entitled(session, one, candidates, today.last)
        given = votes.levels(session, one.id)
        rules = kind.rules(schemes.of_period(session, period).awards)
        owing = {member for _, member in missing(judges, given)}
        settle_duties(session, one, DutyKind.VOTE_AWARD, owing, now)
        if not may_open(judges, given, rules.quorum, one.vote_until, today.last):
            return
        count(session, one, kind, judges, given)
    duties.withdraw(session, DutyKind.VOTE_AWARD, now, one.period_id, object_id=one.id)
    if len(near_of(session, one, period, kind)) < 2:
        close(session, one, period, kind, now, before=rounds.VOTING)
        return
    if rounds.move(session, one.id, rounds.VOTING, rounds.COMPARING):
        one.state = rounds.COMPARING
        asked = {member for _, member in owing_pairs(session, one, period, kind, today.last)}
        owe(session, one, DutyKind.COMPARE_AWARD, asked, today)
