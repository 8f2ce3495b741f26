"""The panel's vote: a level for each candidate, then which of two, unseen by everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.awards import measuring
from bot.actions.awards.counting import candidates_of
from bot.actions.awards.entitled import entitled, panel_of
from bot.actions.awards.rounds import Round, line_of, read_round
from bot.actions.awards.turning import advance
from bot.actions.days import agency_days
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.awards import AwardKind
from bot.rules.schemes import LEVELS, Scheme
from bot.screens import Place, Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import audit, employees, periods, units
from storage.awards import AwardRound, nominations, rounds, votes


@dataclass(frozen=True, slots=True)
class Ballot:
    """My candidates with the level I gave, None while none; `bound` counts those not mine."""

    round: Round
    people: Sequence[tuple[int, str, int | None]]
    bound: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One candidate before me: what the criteria found, and why others put them forward."""

    round: Round
    scheme: Scheme
    employee_id: int
    name: str
    unit: str
    values: measuring.Values
    reasons: Sequence[str]
    mine: int | None
    next_id: int


def ballot(session: Session, me: Me, round_id: int) -> Ballot:
    """My vote in a round."""
    one, mine, total = _mine(session, me, round_id)
    given = votes.levels(session, round_id)
    rights.seen(session, me, "awards.vote", mine)
    people = employees.many(session, mine)
    lines = [
        (number, people[number].name, given.get(number, {}).get(me.employee_id))
        for number in sorted(mine, key=lambda each: people[each].name)
    ]
    return Ballot(line_of(session, one), lines, total - len(mine))


def paper(session: Session, me: Me, round_id: int, employee_id: int) -> Paper:
    """One candidate."""
    one, mine = _candidate(session, me, round_id, employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    given = votes.levels(session, round_id)
    rest = [
        number
        for number in mine
        if number != employee_id and me.employee_id not in given.get(number, {})
    ]
    return Paper(
        round=line_of(session, one),
        scheme=schemes.by_number(session, line_of(session, one).scheme_id),
        employee_id=employee_id,
        name=person.name,
        unit=units.names(session, [person.unit_id]).get(person.unit_id, ""),
        values=measuring.read(rounds.entries(session, round_id)[employee_id]),
        reasons=sorted(
            each.reason
            for each in nominations.sent(session, round_id)
            if each.employee_id == employee_id
        ),
        mine=given.get(employee_id, {}).get(me.employee_id),
        next_id=min(rest, default=0),
    )


def vote(session: Session, me: Me, round_id: int, employee_id: int, level: int) -> Went:
    """Give a candidate a level; it can be changed until the vote is over."""
    rounds.lock(session, round_id)
    one, mine = _candidate(session, me, round_id, employee_id)
    if level not in LEVELS:
        raise Refused(words.not_available(), "no_such_level")
    number = votes.vote(session, round_id, employee_id, me.employee_id, level, me.now)
    facts = {"round": round_id, "employee": employee_id}
    audit.record(session, me.now, me.employee_id, "awards.vote", f"awardvote/{number}", facts)
    advance(session, one, me.now, agency_days(session, me.now))
    if one.state != rounds.VOTING:
        return Went(place("awards.round", round_id), texts.vote_over())
    return Went(_next(session, me, round_id, mine), texts.vote_kept())


def _next(session: Session, me: Me, round_id: int, mine: Sequence[int]) -> Place:
    """The next candidate on whom I have not voted, or the list of them all."""
    given = votes.levels(session, round_id)
    rest = [each for each in mine if me.employee_id not in given.get(each, {})]
    return place("awards.paper", round_id, min(rest)) if rest else place("awards.ballot", round_id)


def declare(session: Session, me: Me, round_id: int, employee_id: int) -> Went:
    """Say that family or friendship forbids judging this candidate; what I gave counts no more."""
    rounds.lock(session, round_id)
    one, mine = _candidate(session, me, round_id, employee_id)
    if votes.declare(session, round_id, employee_id, me.employee_id, me.now):
        facts = {"round": round_id, "employee": employee_id}
        about = f"awardround/{round_id}"
        audit.record(session, me.now, me.employee_id, "awards.declare", about, facts)
    advance(session, one, me.now, agency_days(session, me.now))
    left = [each for each in mine if each != employee_id]
    if one.state != rounds.VOTING or not left:
        return Went(place("awards.round", round_id), texts.declared_notice())
    return Went(_next(session, me, round_id, left), texts.declared_notice())


def _mine(session: Session, me: Me, round_id: int) -> tuple[AwardRound, list[int], int]:
    """A round that is voted on, whom I may judge in it, and how many there are."""
    one, kind = of_panel(session, me, round_id)
    if one.state != rounds.VOTING or not kind.votes:
        raise Refused(texts.no_vote(), "not_voting")
    period = periods.get(session, one.period_id)
    assert period is not None
    candidates = candidates_of(session, one, period, kind)
    judges = entitled(session, one, candidates, me.today)
    return (
        one,
        [each for each, those in judges.items() if me.employee_id in those],
        len(candidates),
    )


def of_panel(session: Session, me: Me, round_id: int) -> tuple[AwardRound, AwardKind]:
    """A round in whose panel I sit."""
    rights.demand(session, me, "awards.ballot")
    one, _, kind = read_round(session, round_id)
    if me.employee_id not in panel_of(session, one.scope_id, me.today):
        raise Refused(words.not_available(), "foreign_scope")
    return one, kind


def _candidate(
    session: Session, me: Me, round_id: int, employee_id: int
) -> tuple[AwardRound, list[int]]:
    rights.demand(session, me, "awards.vote", about=employee_id)
    one, mine, _ = _mine(session, me, round_id)
    if employee_id not in mine:
        raise Refused(texts.bound(), "conflict")
    return one, mine
