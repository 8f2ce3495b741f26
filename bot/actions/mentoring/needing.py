"""Who may want a mentor and who offers to be one, read from results, postings and profiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from bot.actions import schemes, scores
from bot.rules.mentoring import Mentee, Mentor, Pair, Reason, need
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from bot.rules.schemes import Axis
from bot.rules.talks import lows
from storage import mentoring, periods, postings, results
from storage.mentoring import Two
from storage.periods import Period
from storage.results import Result
from storage.workplaces import Post

RECENT = 4
CHUNK = 2_000
"""So many people are asked for at a time."""
Standing = tuple[Predikat | None, Sequence[str]]


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
    """Those of these who may want one, by number. Reads everybody's first day and wish."""
    first, wishes = postings.first_days(session), mentoring.wishes(session)
    told, known = _told(session, [one.id for one in posts]), frozenset(fields(session, today))
    found = {}
    for one in posts:
        wish = keys(wishes[one.id]) if one.id in wishes else None
        mentee = _mentee(one, first.get(one.id), wish, told.get(one.id), today)
        if mentee is not None:
            found[one.id] = replace(mentee, goals=mentee.goals & known)
    return found


def reason_of(session: Session, employee_id: int, today: date, *, asks: bool) -> Reason | None:
    """Why this one person may want one."""
    since = postings.first_days(session, employee_id).get(employee_id)
    wish = frozenset[str]() if asks else None
    standing = _told(session, [employee_id]).get(employee_id)
    found = _mentee(Post(employee_id, 0, None), since, wish, standing, today)
    return found.reason if found else None


def _mentee(
    one: Post, since: date | None, wish: frozenset[str] | None, told: Standing | None, today: date
) -> Mentee | None:
    predikat, low = told or (None, ())
    reason = need(
        asked=wish is not None, days_here=(today - since).days if since else None,
        predikat=predikat, low=len(low),
    )  # fmt: skip
    if reason is None:
        return None
    fallback = frozenset(low) if reason is Reason.STRUGGLING else frozenset[str]()
    return Mentee(one.id, one.unit_id, wish or fallback, reason, asks=wish is not None)


def _told(session: Session, ids: Sequence[int]) -> dict[int, Standing]:
    """How those of these stand who have a result in the newest quarter that is told."""
    period = _newest(session)
    if period is None:
        return {}
    return {
        result.employee_id: _standing(session, result)
        for start in range(0, len(ids), CHUNK)
        for result in results.of_people(
            session, period.id or 0, ids[start : start + CHUNK]
        ).values()
    }


def _newest(session: Session) -> Period | None:
    """The newest quarter of which results are told."""
    return next((one for one in periods.recent(session, RECENT) if one.state in RELEASED), None)


def _standing(session: Session, result: Result) -> Standing:
    """Predikat, and the lowest indicators below expectations."""
    scheme = schemes.by_number(session, result.scheme_id)
    parts = [part for axis in scores.read_parts(result).axes for part in axis.indicators]
    low = lows([(part.key, part.value) for part in parts], scheme.thresholds.met)
    return Predikat(result.predikat), tuple(key for key, _ in low)


def mentors(session: Session, posts: Collection[Post], living: Collection[Two]) -> list[Mentor]:
    """Those of these who offer, with the places they have left."""
    taken = Counter(one.mentor_id for one in living)
    units = {one.id: one.unit_id for one in posts}
    return [
        Mentor(
            one.employee_id, units[one.employee_id], keys(one.strengths),
            max(0, one.places - taken[one.employee_id]),
        )
        for one in mentoring.offers(session)
        if one.employee_id in units
    ]  # fmt: skip


def barred(session: Session, above: Mapping[int, int | None], pairs: Collection[Two]) -> set[Pair]:
    """Pairs that may not be: near above or below one another, unwanted, declined, living now.

    `above` is everybody's superior, `pairs` those declined or living.
    """
    found = mentoring.bars(session)
    for person, superior in above.items():
        if superior is not None:
            higher = above.get(superior)
            found |= {(superior, person), (person, superior)}
            found |= {(higher, person), (person, higher)} if higher is not None else set()
    for one in pairs:
        found |= {(one.mentor_id, one.mentee_id), (one.mentee_id, one.mentor_id)}
    return found
