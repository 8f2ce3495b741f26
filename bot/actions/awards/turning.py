"""The course of a round: opened by the calendar, voted on, compared two by two, closed."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import closing, schemes
from bot.actions.awards.counting import close, count, near_of, owe, owing_pairs, settle_duties
from bot.actions.awards.entitled import entitled
from bot.actions.awards.kinds import kind_of, until
from bot.actions.awards.measuring import standings, values_of, write
from bot.actions.awards.ranking import ranking
from bot.actions.days import agency_days
from bot.rules.authority import Role
from bot.rules.awards import AwardKind, Span, may_open, missing
from bot.rules.periods import Days, PeriodState
from bot.rules.proposals import AGENCY, scopes
from bot.rules.publication import RELEASED
from storage import audit, duties, grants, periods
from storage.awards import AwardRound, nominations, rounds, votes
from storage.duties import DutyKind
from storage.periods import Period


def turn(session: Session, now: datetime) -> None:
    """Bring every round to where this moment wants it. Idempotent."""
    today = agency_days(session, now)
    for period in periods.running(session):
        _open(session, period, now, today)
    for one in rounds.under_way(session):
        advance(session, one, now, today)


def advance(session: Session, one: AwardRound, now: datetime, today: Days) -> None:
    """One round, as far as it goes."""
    assert one.id is not None
    period = periods.get(session, one.period_id)
    assert period is not None
    kind = kind_of(session, period, one.kind)
    if one.state == rounds.NOMINATING and _ready(session, one, period, kind, today):
        _begin_vote(session, one, period, kind, now, today)
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
        nominate, vote = until(period, kind)
        ends = kind.span is Span.QUARTER or (kind.span is Span.YEAR and period.quarter == 4)
        if not ends or today.last > nominate:
            continue
        values = {
            "kind": kind.key, "period_id": period.id, "opened_at": now,
            "nominate_until": nominate, "vote_until": vote,
        }  # fmt: skip
        for scope in _scopes(session, today) - {s for key, s in known if key == kind.key}:
            one = rounds.open_one(session, {**values, "scope_id": scope})
            if one is not None:
                facts = {"kind": kind.key, "period": period.id, "scope": scope}
                audit.record(session, now, None, "awards.open", f"awardround/{one.id}", facts)


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


def _begin_vote(
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
    candidates = rounds.entries(session, one.id)
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
