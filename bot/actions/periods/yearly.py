"""What a year that has ended makes people owe: the report, its signature, its judgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.periods import resting, settling
from bot.actions.periods.resting import Asked, When
from bot.actions.periods.settling import Due
from bot.actions.periods.wanting import Key, Span, Wanted
from bot.actions.years import owing
from bot.actions.years.composing import begun
from bot.actions.years.owing import Member
from bot.rules.periods import Days
from bot.rules.publication import RELEASED
from bot.rules.schemes import YearRules
from storage import publication, results, workplaces, years
from storage.duties import OF_YEAR, DutyKind
from storage.periods import Period
from storage.workplaces import Post
from storage.years import FORWARDED, SIGNED, Standing

LASTS = timedelta(180)
"""How long after its publication a year is looked after: what is owed then stays as it is."""
IDLE = (
    "achievements.", "appraisals.", "audit.", "evidence.", "exhibits.", "expectations.",
    "factors.", "forums.", "peers.", "preferences.", "receipts.", "reminders.", "reports.",
    "surveys.",
)  # fmt: skip
"""Acts by which nobody owes more or less of a year; of any other, all are looked at again."""
_WEST = ZoneInfo("Asia/Jakarta")


def settle(session: Session, period: Period, when: When, room: int) -> int:
    """The same as `owed.settle` for the published last quarter of a year."""
    release = publication.of_period(session, period.id or 0)
    if release is None or release.finished_at is None or when.now - release.signed_at > LASTS:
        return 0
    if any(one.state not in RELEASED for one in begun(session, period.year)):
        return 0
    assert period.id is not None
    opens = release.signed_at.astimezone(_WEST).date()
    return resting.settle(
        session, Asked("yearly", period.id, IDLE), when,
        lambda: _due(session, period, opens, when.today), room,
    )  # fmt: skip


def _due(session: Session, period: Period, opens: date, today: Days) -> Due:
    assert period.id is not None
    wanted = _wanted(session, period, opens, today)
    return settling.compare(period.id, settling.there(session, period.id, OF_YEAR), wanted)


def _wanted(session: Session, period: Period, opens: date, today: Days) -> Wanted:
    posts = {post.id: post for post in workplaces.posts(session)}
    rules = schemes.of_period(session, period).year
    signed = years.signed(session, period.year)
    wanted = _unwritten(session, posts, period.year, rules, {one.employee_id for one in signed})
    span = Span(opens, opens + timedelta(rules.writing_days))
    found = dict.fromkeys(wanted, span)
    team = owing.team(session, today.last)
    for one in signed:
        if one.employee_id in posts:
            found |= _step(posts, one, rules, team)
    return found


def _unwritten(
    session: Session, posts: Mapping[int, Post], year: int, rules: YearRules, signed: set[int]
) -> list[Key]:
    """Of everybody in service whose quarters make a year, and who has somebody to sign it."""
    rated = results.of_year(session, year, rules.fewest, rules.counting())
    return [
        Key(DutyKind.YEAR_WRITE, number, 0, year)
        for number in rated
        if number in posts and posts[number].superior_id in posts and number not in signed
    ]


def _step(
    posts: Mapping[int, Post], one: Standing, rules: YearRules, team: Sequence[Member]
) -> Wanted:
    """The superior of today signs; then every member of the team may judge."""
    post = posts[one.employee_id]
    superior = posts.get(post.superior_id or 0)
    if one.state == SIGNED and one.signed_at is not None:
        owners = frozenset({superior.id} if superior else ())
        kind, since = DutyKind.YEAR_REVIEW, one.signed_at
    elif one.state == FORWARDED and one.superior_at is not None:
        signed = {one.superior_id, one.superior_by}
        owners = owing.judges(team, post, superior.superior_id if superior else None, signed)
        kind, since = DutyKind.YEAR_JUDGE, one.superior_at
    else:
        return {}
    day = since.astimezone(_WEST).date()
    span = Span(day, day + timedelta(rules.signing_days))
    return {Key(kind, owner, one.employee_id, one.id): span for owner in owners}
