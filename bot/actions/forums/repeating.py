"""A forum that comes again: how often, how many times, and what days off do to it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.forums import access
from bot.actions.forums.drafts import SECRET_BYTES
from bot.actions.holidays import day_off_name, workdays_for
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import series as rules
from bot.rules.forums import Hint, Span, hints
from bot.rules.series import DayOff, Occurrence, Rhythm
from bot.screens import Place, place
from bot.texts import forums as texts
from storage import audiences, forums, series
from storage.forums import Forum

FIVE_DAYS = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """One occurrence: held when (None: left out), and what speaks against the planned day."""

    planned: date
    start: datetime | None
    holiday: str
    hints: Sequence[Hint]


@dataclass(frozen=True, slots=True)
class Repeating:
    """What a draft shall become. `off`: some planned days are days off."""

    id: int
    rhythm: Rhythm
    times: int
    days_off: DayOff
    start: datetime
    planned: Sequence[Planned]

    @property
    def off(self) -> bool:
        return any({Hint.HOLIDAY, Hint.WEEKEND} & set(one.hints) for one in self.planned[1:])


def repeating(session: Session, me: Me, forum_id: int) -> Repeating:
    """How a draft comes again, day by day. Raises Refused while it has no time."""
    return seen(session, me, _draft(session, me, forum_id))


def set_rhythm(session: Session, me: Me, forum_id: int, rhythm: str = "") -> Place:
    """Once, or as often as this; how many times is asked next."""
    draft = _draft(session, me, forum_id)
    chosen = Rhythm("" if rhythm == "once" else rhythm)
    if chosen is Rhythm.ONCE:
        _save(session, draft, rhythm="", times=1, days_off=DayOff.KEEP.value)
        return place("forums.draft", forum_id)
    _save(session, draft, rhythm=chosen.value, times=max(draft.times, rules.FEWEST))
    return place("forums.times", forum_id)


def set_times(session: Session, me: Me, forum_id: int, times: int) -> Place:
    """So many occurrences; the days are shown next. Raises Refused."""
    draft = _draft(session, me, forum_id)
    if not rules.FEWEST <= times <= rules.MOST:
        raise Refused(texts.bad_times(rules.FEWEST, rules.MOST), "times")
    if draft.rhythm:
        _save(session, draft, times=times)
    return place("forums.days", forum_id)


def say_times(session: Session, me: Me, forum_id: int, text: str) -> Place:
    """The number as it is typed: `5`, `5 kali`. Raises Refused."""
    said = text.lower().replace("kali", "").strip()
    times = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 0
    return set_times(session, me, forum_id, times)


def set_days_off(session: Session, me: Me, forum_id: int, off: str) -> Place:
    """Days off are kept, shifted or left out."""
    draft = _draft(session, me, forum_id)
    _save(session, draft, days_off=DayOff(off).value)
    return place("forums.days", forum_id)


def seen(session: Session, me: Me, draft: Forum) -> Repeating:
    """A draft with its days, in the zone of the host."""
    start = _start(draft)
    span = timedelta(minutes=draft.minutes or 0)
    who = audiences.groups(session, audiences.audience(session, draft, me.today))
    week = who[0].days_per_week if who else FIVE_DAYS
    calendar = workdays_for(session, week, range(start.year - 1, start.year + 4))
    planned = []
    for one in _occurrences(session, draft, week):
        day = datetime.combine(one.planned, start.timetz())
        off = {Hint.HOLIDAY, Hint.WEEKEND} & set(hints(Span(day, day + span), calendar))
        held = hints(Span(one.start, one.start + span), calendar) if one.start else ()
        found = tuple(hint for hint in Hint if hint in off | set(held))
        planned.append(
            Planned(one.planned, one.start, day_off_name(session, one.planned) or "", found)
        )
    return Repeating(
        draft.id or 0, Rhythm(draft.rhythm), draft.times, DayOff(draft.days_off), start, planned
    )


def spread(session: Session, first: Forum) -> Sequence[Forum]:
    """All that a draft which is sent becomes, itself first; nothing but rows is made."""
    if not first.rhythm:
        return [first]
    who = audiences.groups(session, audiences.invited(first.id or 0))
    week = who[0].days_per_week if who else FIVE_DAYS
    forums.change(session, first.id or 0, forums.OPEN, {"series_id": first.id})
    later = [
        series.copy(
            session, first, state=forums.OPEN, starts_at=one.start,
            ends_at=one.start + timedelta(minutes=first.minutes or 0),
            uid=f"{secrets.token_hex(16)}@teladan", secret=secrets.token_hex(SECRET_BYTES),
            sent_at=first.sent_at, changed_at=first.changed_at,
        )
        for one in _occurrences(session, first, week)[1:]
        if one.start is not None
    ]  # fmt: skip
    return [first, *later]


def _occurrences(session: Session, draft: Forum, days_per_week: int) -> Sequence[Occurrence]:
    start = _start(draft)
    calendar = workdays_for(session, days_per_week, range(start.year - 1, start.year + 4))
    rhythm, times = Rhythm(draft.rhythm), max(draft.times, rules.FEWEST)
    return rules.occurrences(start, rhythm, times, DayOff(draft.days_off), calendar)


def _start(draft: Forum) -> datetime:
    assert draft.starts_at is not None
    return draft.starts_at.astimezone(ZoneInfo(draft.zone))


def _draft(session: Session, me: Me, forum_id: int) -> Forum:
    draft = access.hosted(session, me, "forums.draft", forum_id)
    if draft.starts_at is None:
        raise Refused(texts.time_first(), "no_time")
    return draft


def _save(session: Session, draft: Forum, **values: object) -> None:
    forums.change(session, draft.id or 0, forums.DRAFT, values)
