"""What is owed of rating itself: the report, the superiors' forms, what colleagues are asked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlmodel import Session

from bot.actions import schemes, serving
from bot.actions.periods.wanting import Key, Span, Wanted
from storage import appraisals, employees, postings
from storage.duties import DutyKind
from storage.peers import tickets
from storage.periods import Period
from storage.workplaces import Post


def reports(people: Collection[Post], period: Period, over: frozenset[int]) -> Wanted:
    """Of everybody who is not rated yet and has not sent one."""
    span = Span(period.opens_on, period.submit_until)
    return {Key(DutyKind.REPORT, p.id): span for p in people if p.id not in over}


def leavers(session: Session, period: Period) -> list[Post]:
    """Who served in the quarter and left since; a superior who left is replaced by the next."""
    left = postings.left_since(session, schemes.quarter_of(period).first_day)
    above = employees.many(session, [one.superior_id for one in left if one.superior_id])
    gone = {number: one.superior_id for number, one in above.items() if one.left_on is not None}
    next_ = ((one, gone.get(one.superior_id or 0, one.superior_id)) for one in left)
    return [one._replace(superior_id=superior) for one, superior in next_]


def ratings(
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


def answers(session: Session, people: Collection[Post], period: Period) -> Wanted:
    """One for all that somebody is asked about others, until the window ends."""
    assert period.id is not None
    here = {person.id for person in people}
    span = Span(period.submit_until + timedelta(1), period.rate_until)
    owing = tickets.raters_owing(session, period.id)
    return {Key(DutyKind.PEERS, rater): span for rater in owing if rater in here}
