"""What a period makes people owe, settled against what is there: more, less, or moved."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions import cases, schemes, serving
from bot.actions.awards.kinds import KIND
from bot.actions.days import local_day
from bot.actions.periods import settling
from bot.actions.periods.assessing import assessments
from bot.actions.periods.nominating import nominations
from bot.actions.periods.planning import agreements, plans
from bot.actions.periods.wanting import Key, Span, Wanted
from bot.actions.publication.reaching import signers
from bot.rules.authority import Role
from bot.rules.periods import Days, PeriodState
from bot.rules.proposals import scopes
from storage import (
    appraisals,
    employees,
    grants,
    postings,
    proposals,
    reports,
    results,
)
from storage.awards import rounds
from storage.duties import DutyKind
from storage.employees import Post
from storage.peers import tickets
from storage.periods import Period
from storage.proposals import WAITING

CHUNK = 2_000
KINDS = (
    DutyKind.PLAN,
    DutyKind.AGREE,
    DutyKind.REPORT,
    DutyKind.APPRAISE,
    DutyKind.ASSESS,
    DutyKind.PROPOSE_AWARD,
    DutyKind.DECIDE_AWARD,
    DutyKind.PUBLISH,
    DutyKind.NOMINATE,
    DutyKind.PEERS,
)


def settle(session: Session, period: Period, now: datetime, today: Days, room: int) -> int:
    """Make, move and take back at most `room` duties of a period; how many."""
    assert period.id is not None
    wanted = _wanted(session, period, today)
    there = settling.there(session, period.id, KINDS)
    if PeriodState(period.state) is PeriodState.CALIBRATION:
        known = {key.owner_id for key in there if key.kind == DutyKind.REPORT}
        wanted = {
            key: span for key, span in wanted.items()
            if key in there or not _is_newcomers(key, known)
        }  # fmt: skip
    return settling.bring(session, period.id, there, wanted, now, room)


def _is_newcomers(key: Key, known: Collection[int]) -> bool:
    """Whoever came when rating was over owes nothing of that quarter, nor is rated in it."""
    rated = key.kind in (DutyKind.REPORT, DutyKind.APPRAISE)
    return rated and (key.about_id or key.owner_id) not in known


def _wanted(session: Session, period: Period, today: Days) -> Wanted:
    assert period.id is not None
    people = employees.posts(session)
    rated = results.holders(session, period.id)
    reported = reports.senders(session, period.id)
    wanted: dict[Key, Span] = {}
    wanted |= _reports(people, period, rated | reported)
    wanted |= _appraisals(session, people, _leavers(session, period), period, rated)
    if period.state == PeriodState.RATING:
        wanted |= _answers(session, people, period)
    if period.state in (PeriodState.RATING, PeriodState.CALIBRATION):
        wanted |= assessments(session, people, period, today.last)
    wanted |= plans(session, people, period, today)
    wanted |= agreements(session, people, period)
    wanted |= nominations(session, people, period, today)
    if period.state == PeriodState.CALIBRATION:
        wanted |= _proposals(session, people, period, today)
        wanted |= _signature(session, people, period, today)
    wanted |= _decisions(session, people, period, today)
    return wanted


def _reports(people: Collection[Post], period: Period, over: frozenset[int]) -> Wanted:
    span = Span(period.opens_on, period.submit_until)
    return {Key(DutyKind.REPORT, p.id): span for p in people if p.id not in over}


def _leavers(session: Session, period: Period) -> list[Post]:
    """Who served in the quarter and left since; a superior who left is replaced by the next."""
    left = postings.left_since(session, schemes.quarter_of(period).first_day)
    above = employees.many(session, [one.superior_id for one in left if one.superior_id])
    gone = {number: one.superior_id for number, one in above.items() if one.left_on is not None}
    next_ = ((one, gone.get(one.superior_id or 0, one.superior_id)) for one in left)
    return [one._replace(superior_id=superior) for one, superior in next_]


def _appraisals(
    session: Session,
    people: Collection[Post],
    leavers: Collection[Post],
    period: Period,
    rated: frozenset[int],
) -> Wanted:
    """Of each person who served in the quarter, by a superior in service.

    Where several led somebody long enough, each of them owes one.
    """
    assert period.id is not None
    span = Span(period.submit_until + timedelta(1), period.rate_until)
    here = {person.id for person in people}
    several = serving.shared(session, period)
    sent = appraisals.rated(session, period.id) if several else frozenset()
    wanted: dict[Key, Span] = {}
    for person in (*people, *leavers):
        raters = [rater for rater in several.get(person.id, ()) if rater in here]
        if raters:
            open_ = [rater for rater in raters if (rater, person.id) not in sent]
            wanted |= {Key(DutyKind.APPRAISE, rater, person.id): span for rater in open_}
        elif person.superior_id in here and person.id not in rated:
            assert person.superior_id is not None
            wanted[Key(DutyKind.APPRAISE, person.superior_id, person.id)] = span
    return wanted


def _answers(session: Session, people: Collection[Post], period: Period) -> Wanted:
    """One for all that somebody is asked about others, until the window ends."""
    assert period.id is not None
    here = {person.id for person in people}
    span = Span(period.submit_until + timedelta(1), period.rate_until)
    owing = tickets.raters_owing(session, period.id)
    return {Key(DutyKind.PEERS, rater): span for rater in owing if rater in here}


def _proposals(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    """Each member of the team owes one for each scope that has no living proposal."""
    assert period.id is not None
    here = {person.id for person in people}
    living = {
        one.scope_id
        for one in proposals.of_period(session, period.id)
        if one.state in (proposals.WAITING, proposals.APPROVED) and one.kind == KIND
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
    """Scopes in which the panel still votes: nobody proposes before that is over."""
    return {
        one.scope_id
        for one in rounds.of_period(session, period_id)
        if one.kind == KIND and one.state != rounds.CLOSED
    }


def _signature(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    """Publication is a person's act: whoever may do it is reminded until somebody has."""
    here = {person.id for person in people}
    opens = period.calibrate_until + timedelta(1)
    span = Span(opens, max(opens, period.publish_on))
    heads = signers(session, today.last)
    return {Key(DutyKind.PUBLISH, head): span for head in heads if head in here}


def _decisions(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    assert period.id is not None
    here = {person.id for person in people}
    wanted: dict[Key, Span] = {}
    for one in proposals.of_period(session, period.id):
        if one.state == WAITING and one.id is not None and one.proposed_at is not None:
            for head in cases.deciders(session, one, today.last):
                if head in here:
                    span = Span(local_day(session, head, one.proposed_at), period.publish_on)
                    wanted[Key(DutyKind.DECIDE_AWARD, head, one.employee_id, one.id)] = span
    return wanted
