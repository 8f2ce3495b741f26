"""What the evaluation team owes: ratings of everybody in each member's part of the agency."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.appraisals.ratees import asks_team, reached_by
from bot.actions.periods.wanting import Key, Span, Wanted
from bot.rules.appraisals import Tie
from bot.rules.authority import Role
from bot.rules.schemes import Source
from storage import absences, appraisals, duties, employees, grants
from storage.duties import DutyKind
from storage.periods import Period
from storage.workplaces import Post


def assessments(session: Session, people: Collection[Post], period: Period, today: date) -> Wanted:
    """One of each member in service who has somebody left to rate."""
    assert period.id is not None
    if not asks_team(schemes.of_period(session, period)):
        return {}
    posts = {post.id: post for post in people}
    rated = duties.abouts(session, period.id, DutyKind.APPRAISE) & posts.keys()
    sent = appraisals.sent_pairs(session, period.id, Source.TEAM)
    span = Span(period.submit_until + timedelta(1), period.calibrate_until)
    return {
        Key(DutyKind.ASSESS, member): span
        for member, where in _members(session, today).items()
        if member in posts
        and any(
            (member, one) not in sent for one in _whom(session, posts, rated, member, where, today)
        )
    }


def _members(session: Session, today: date) -> Mapping[int, set[int | None]]:
    found: dict[int, set[int | None]] = {}
    for grant in grants.holders(session, Role.EVALUATION_TEAM, today):
        found.setdefault(grant.employee_id, set()).add(grant.unit_id)
    return found


def _whom(
    session: Session,
    posts: Mapping[int, Post],
    rated: Collection[int],
    member: int,
    where: Collection[int | None],
    today: date,
) -> list[int]:
    held = absences.mandates_held(session, member, today)
    acting = {member, *(one.absent_id for one in held)}
    tie = Tie(member, acting, employees.chain(session, member))
    reached = reached_by(session, where)
    return [n for n in rated if reached(posts[n]) and not _conflicts(tie, posts, n)]


def _conflicts(tie: Tie, posts: Mapping[int, Post], number: int) -> bool:
    superior = posts.get(posts[number].superior_id or 0)
    above = superior.superior_id if superior else None
    return tie.conflicts(number, posts[number].superior_id, above)
