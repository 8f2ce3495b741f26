"""Who may want a mentor and who offers to be one, read from results, postings and profiles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlmodel import Session

from bot.actions import schemes, scores
from bot.rules.mentoring import LIVING, Mentee, Mentor, Pair, Reason, State, need
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from bot.rules.schemes import Axis, Scheme
from bot.rules.talks import lows
from storage import employees, mentoring, periods, postings, results
from storage.employees import Post
from storage.periods import Period
from storage.results import Result

RECENT = 4


def keys(text: str) -> frozenset[str]:
    """Codes written with commas."""
    return frozenset(part for part in text.split(",") if part)


def fields(session: Session, today: date) -> dict[str, str]:
    """What one may be good at or want to learn: the indicators of work results by key."""
    version = periods.scheme_in_force(session, today)
    if version is None:
        return {}
    return {one.key: one.name for one in schemes.read(version.body).on_axis(Axis.HASIL_KERJA)}


def mentees(session: Session, posts: Sequence[Post], today: date) -> dict[int, Mentee]:
    """Those of these who may want one, by number."""
    ids = [one.id for one in posts]
    period = _newest(session)
    told = results.of_people(session, period.id or 0, ids) if period else {}
    first = postings.first_days(session)
    wishes = {one.employee_id: keys(one.goals) for one in mentoring.wishes(session)}
    known = fields(session, today).keys()
    found = {}
    for one in posts:
        predikat, low = _standing(session, told.get(one.id))
        since = first.get(one.id)
        reason = need(
            asked=one.id in wishes, days_here=(today - since).days if since else None,
            predikat=predikat, low=len(low),
        )  # fmt: skip
        if reason is not None:
            fallback = frozenset(low) if reason is Reason.STRUGGLING else frozenset[str]()
            goals = (wishes.get(one.id) or fallback) & known
            found[one.id] = Mentee(one.id, one.unit_id, goals, reason)
    return found


def _newest(session: Session) -> Period | None:
    """The newest quarter of which results are told."""
    return next((one for one in periods.recent(session, RECENT) if one.state in RELEASED), None)


def _standing(session: Session, result: Result | None) -> tuple[Predikat | None, list[str]]:
    """Predikat, and the lowest indicators below expectations."""
    if result is None:
        return None, []
    scheme: Scheme = schemes.by_number(session, result.scheme_id)
    parts = [part for axis in scores.read_parts(result).axes for part in axis.indicators]
    low = lows([(part.key, part.value) for part in parts], scheme.thresholds.met)
    return Predikat(result.predikat), [key for key, _ in low]


def mentors(session: Session, posts: Collection[Post]) -> list[Mentor]:
    """Those of these who offer, with the places they have left."""
    taken = [one.mentor_id for one in mentoring.everything(session) if one.state in LIVING]
    units = {one.id: one.unit_id for one in posts}
    return [
        Mentor(
            one.employee_id, units[one.employee_id], keys(one.strengths),
            max(0, one.places - taken.count(one.employee_id)),
        )
        for one in mentoring.offers(session)
        if one.employee_id in units
    ]  # fmt: skip


def barred(session: Session) -> set[Pair]:
    """Pairs that may not be: above or below one another, unwanted, declined before, living now."""
    above = {one.id: one.superior_id for one in employees.posts(session)}
    found = mentoring.bars(session)
    for person, superior in above.items():
        if superior is not None:
            higher = above.get(superior)
            found |= {(superior, person), (person, superior)}
            found |= {(higher, person), (person, higher)} if higher is not None else set()
    for one in mentoring.everything(session):
        if one.state in (*LIVING, State.DECLINED):
            found |= {(one.mentor_id, one.mentee_id), (one.mentee_id, one.mentor_id)}
    return found


def mentored_now(session: Session) -> set[int]:
    """Who has a mentor, or is asked about one."""
    return {one.mentee_id for one in mentoring.everything(session) if one.state in LIVING}
