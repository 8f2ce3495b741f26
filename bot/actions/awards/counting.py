"""What the votes of a round come to: points, near ties, a verdict that is told with its reason."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlmodel import Session

from bot.actions import cases, deeds, schemes
from bot.actions.awards import measuring
from bot.actions.awards.eligible import still_free
from bot.actions.awards.entitled import entitled, of_pairs, panel_of
from bot.actions.awards.kinds import KIND
from bot.actions.awards.ranking import compared
from bot.actions.days import agency_days
from bot.rules.awards import (
    AwardKind,
    Candidate,
    Measure,
    Ranked,
    judge,
    means,
    near_first,
    rank,
)
from bot.rules.periods import Days, PeriodState
from storage import audit, duties, proposals
from storage.awards import AwardRound, rounds, votes
from storage.duties import DutyKind
from storage.periods import Period

LONGEST_WAIT = timedelta(3)
Judges = Mapping[int, frozenset[int]]


def count(
    session: Session,
    one: AwardRound,
    kind: AwardKind,
    judges: Judges,
    given: Mapping[int, Mapping[int, int]],
) -> None:
    """Write the mean of the votes beside the other values of each candidate."""
    assert one.id is not None
    voted = means(judges, given)
    found = {}
    for person, text in rounds.entries(session, one.id).items():
        pairs, mine = zip(kind.criteria, measuring.read(text), strict=True), voted.get(person)
        values = (mine if one.measure is Measure.VOTE else kept for one, kept in pairs)
        found[person] = measuring.write(tuple(values))
    rounds.weigh(session, one.id, found)


def candidates_of(
    session: Session, one: AwardRound, period: Period, kind: AwardKind
) -> dict[int, measuring.Values]:
    """The candidates of a round with their values; who left or lost the right to it is none."""
    found = rounds.entries(session, one.id or 0)
    free = still_free(session, period, kind, one.scope_id, list(found))
    return {person: measuring.read(found[person]) for person in free}


def ranked_of(session: Session, one: AwardRound, period: Period, kind: AwardKind) -> list[Ranked]:
    """The candidates of a round in the order of their points, without whom a head refused.

    Points are drawn over all of them, so that a refusal changes nobody's place before another.
    """
    values = candidates_of(session, one, period, kind)
    weighed = compared(kind, values)
    known = measuring.standings(session, period, kind, list(values))
    counted = deeds.count_rated(session, known.keys(), schemes.quarter_of(period))
    rules = kind.rules(schemes.of_period(session, period).awards)
    people = [
        Candidate(
            str(person), known[person].score, known[person].hasil_kerja, known[person].perilaku,
            counted.get(person, 0), each.total,
        )
        for person, each in weighed.items()
        if person in known
    ]  # fmt: skip
    gone = refused_in(session, one)
    return [each for each in rank(people, rules) if int(each.candidate.key) not in gone]


def refused_in(session: Session, one: AwardRound) -> frozenset[int]:
    """Whom a head refused in this round: they are proposed no more."""
    found = proposals.refused(session, one.kind, one.period_id, one.scope_id)
    return frozenset(each.employee_id for each in found)


def near_of(session: Session, one: AwardRound, period: Period, kind: AwardKind) -> tuple[int, ...]:
    """Whom the panel compares two by two, the first in points among them."""
    rules = kind.rules(schemes.of_period(session, period).awards)
    return near_first(ranked_of(session, one, period, kind), rules.near_tie)


def owing_pairs(
    session: Session, one: AwardRound, period: Period, kind: AwardKind, today: date
) -> frozenset[tuple[tuple[int, int], int]]:
    """Pair and member of every answer that is waited for; in the end a quorum is enough."""
    assert one.id is not None
    near = near_of(session, one, period, kind)
    judges = of_pairs(entitled(session, one, near, today), near)
    given = votes.answers(session, one.id)
    quorum = kind.rules(schemes.of_period(session, period).awards).quorum
    waited: set[tuple[tuple[int, int], int]] = set()
    for pair, members in judges.items():
        there = members & given.get(pair, {}).keys()
        enough = today > one.vote_until + LONGEST_WAIT and 100 * len(there) >= quorum * len(
            members
        )
        if not enough:
            waited |= {(pair, member) for member in members - there}
    return frozenset(waited)


def close(
    session: Session,
    one: AwardRound,
    period: Period,
    kind: AwardKind,
    now: datetime,
    before: str = rounds.COMPARING,
) -> None:
    """The verdict with its reason, once. Who may propose the winner is asked to."""
    assert one.id is not None
    ranked = ranked_of(session, one, period, kind)
    near = near_of(session, one, period, kind)
    today = agency_days(session, now).last
    judges = of_pairs(entitled(session, one, near, today), near)
    given = votes.answers(session, one.id)
    counted = {
        pair: {member: said for member, said in given.get(pair, {}).items() if member in members}
        for pair, members in judges.items()
    }  # what was said by who may judge them no more counts no more, as with the votes
    found = judge(ranked, near, counted)
    totals = [each.candidate.points for each in ranked if each.candidate.points is not None]
    outcome = {
        "first": list(found.first),
        "by": found.decided_by.value,
        "circle": list(found.circle),
        "gaps": [str(above - below) for above, below in pairwise(totals)],
    }
    told = json.dumps(outcome)
    if not rounds.move(session, one.id, before, rounds.CLOSED, closed_at=now, outcome=told):
        return
    one.state = rounds.CLOSED
    audit.record(session, now, None, "awards.close", f"awardround/{one.id}", {"outcome": told})
    duties.withdraw(session, DutyKind.COMPARE_AWARD, now, one.period_id, object_id=one.id)
    if kind.key == KIND:
        _ask_again(session, one, period, found.first)
    elif found.first:
        due = max(today + LONGEST_WAIT, period.publish_on)
        members = panel_of(session, one.scope_id, today) - set(found.first)
        for member in sorted(members):
            duties.owe_anew(
                session, DutyKind.NAME_WINNER, member, today, due,
                about_id=0, period_id=one.period_id, object_id=one.id,
            )  # fmt: skip


def _ask_again(session: Session, one: AwardRound, period: Period, first: Collection[int]) -> None:
    """After a refusal the panel owes another proposal; who refused, or is first now, does not."""
    case = cases.case_of(session, one.kind, one.period_id, one.scope_id, 0)
    if not first or not case.deciders or period.state == PeriodState.FINAL:
        return
    spared = {*first, *case.deciders}
    owed = duties.of_period(session, one.period_id, (DutyKind.PROPOSE_AWARD,), one.scope_id)
    again = [duty.id or 0 for duty in owed if duty.owner_id not in spared]
    if again:
        duties.reopen(session, again)


def owe(
    session: Session, one: AwardRound, kind: DutyKind, members: Collection[int], today: Days
) -> None:
    """Ask these members until the vote ends, or a few days where that is over."""
    over = today.last > one.vote_until
    due = today.last + LONGEST_WAIT if over else one.vote_until
    for member in sorted(members):
        duties.owe_anew(
            session, kind, member, today.last, due,
            about_id=0, period_id=one.period_id, object_id=one.id or 0,
        )  # fmt: skip


def settle_duties(
    session: Session, one: AwardRound, kind: DutyKind, owing: Collection[int], now: datetime
) -> None:
    """Who has answered everything, or may answer nothing any more, owes no more."""
    for duty in duties.of_period(session, one.period_id, (kind,), one.id):
        if duty.owner_id not in owing:
            duties.done(
                session, kind, now, owner_id=duty.owner_id,
                period_id=one.period_id, object_id=one.id or 0,
            )  # fmt: skip
