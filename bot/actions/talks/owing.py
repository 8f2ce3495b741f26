"""Who owes a talk with whom, settled against what is there: more, less, again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.spans import packed, unpacked
from bot.rules.schemes.talks import TalkRules
from bot.rules.talks import Window, months_of, window_of
from storage import duties, periods, rounds, talks, workplaces
from storage.duties import DutyKind
from storage.talks import Owes
from storage.workplaces import Post

CHUNK = 300
GRACE = timedelta(14)
"""So long a missed talk is still asked for after its months."""
ROUND = "talks.owe"
LONGEST = timedelta(366)


def owe(session: Session, now: datetime) -> bool:
    """Once a day, a chunk at a time; True while there is more to do."""
    today = agency_days(session, now).last
    if rounds.made(session, ROUND, today):
        return False
    if _settle(session, workplaces.posts(session), today, now, CHUNK) >= CHUNK:
        return True
    rounds.first_today(session, ROUND, today)
    return False


def owe_of(session: Session, employee_id: int, today: date, now: datetime) -> None:
    """The same of one person, whose talk was just held or turned out not to have been."""
    posts = workplaces.posts_where(session, numbers=[employee_id])
    _settle(session, posts, today, now, CHUNK, about=employee_id)


def _settle(
    session: Session, posts: Sequence[Post], today: date, now: datetime, room: int,
    about: int | None = None,
) -> int:  # fmt: skip
    """Make, reopen, close and take back at most `room` duties; how many."""
    there = talks.duties_since(
        session, packed(today - LONGEST), None if about is None else (about,)
    )
    if about is None:
        held = talks.held_since(session, today - LONGEST - GRACE)
    else:
        held = talks.newest_held(session, (about,))
    asked = _wanted(session, posts, today, today, held)
    wanted = {**_wanted(session, posts, today - GRACE, today, held), **asked}
    new = [key for key in asked if key not in there][:room]
    back = [
        there[key].id for key in wanted if key in there and not there[key].open
    ][: room - len(new)]  # fmt: skip
    gone = [key for key, one in there.items() if one.open and key not in wanted]
    gone = gone[: room - len(new) - len(back)]
    duties.owe_many(session, [_row(key, asked[key]) for key in new])
    if back:
        duties.reopen(session, back)
    missed = []
    for key in gone:
        day = held.get(key.about_id)
        if day is not None and day >= unpacked(key.object_id):
            duties.done(session, DutyKind.TALK, now, **key._asdict())
        else:
            missed.append(there[key].id)
    if missed:
        duties.cancel(session, missed, now)
    return len(new) + len(back) + len(gone)


def _row(key: Owes, window: Window) -> dict[str, object]:
    return {
        "period_id": 0, "kind": DutyKind.TALK, **key._asdict(), "opens_on": window.opens,
        "due_on": window.last,
    }  # fmt: skip


def _wanted(
    session: Session, posts: Sequence[Post], day: date, today: date, held: Mapping[int, date]
) -> dict[Owes, Window]:
    """What is owed in the window of that day, of everybody with a superior in service."""
    rules, chosen = rules_of(session, today), talks.rhythms(session)
    here = _here(session, posts)
    found: dict[Owes, Window] = {}
    for one in posts:
        if one.superior_id is None or one.superior_id not in here:
            continue
        window = window_of(day, months_of(chosen.get(one.superior_id), rules.months))
        if today >= window.opens and held.get(one.id, date.min) < window.first:
            found[Owes(one.superior_id, one.id, packed(window.first))] = window
    return found


def _here(session: Session, posts: Sequence[Post]) -> set[int]:
    """Superiors of these who are in service."""
    above = {one.superior_id for one in posts if one.superior_id is not None}
    missing = above - {one.id for one in posts}
    return (above - missing) | {one.id for one in workplaces.posts_where(session, numbers=missing)}


def rules_of(session: Session, today: date) -> TalkRules:
    """What the scheme in force that day asks."""
    version = periods.scheme_in_force(session, today)
    return schemes.read(version.body).talks if version else TalkRules()
