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
from bot.rules import forums as rules_of_forums
from bot.rules import series as rules
from bot.rules.forums import Hint, Span, hints
from bot.rules.series import DayOff, Occurrence, Rhythm
from bot.rules.workdays import WorkCalendar
from bot.screens import Place, place
from bot.texts import forums as texts
from storage import audiences, forums, series
from storage.forums import Forum

FIVE_DAYS = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """One occurrence: held when (None: left out), and what speaks against the planned day.

    `busy` of those invited are invited elsewhere then, 0 while they are few.
    """

    planned: date
    start: datetime | None
    holiday: str
    hints: Sequence[Hint]
    busy: int = 0
    host_busy: bool = False


@dataclass(frozen=True, slots=True)
class Repeating:
    """What a draft shall become. `off`: some planned days are days off."""

    id: int
    rhythm: Rhythm
    times: int
    days_off: DayOff
    start: datetime
    planned: Sequence[Planned]
    people: int = 0

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
    zones = sorted({draft.zone, *(group.zone for group in who)})
    found = _occurrences(session, draft, week)
    clashes = _clashes(session, me, draft, [one.start for one in found], span)
    people = sum(group.people for group in who)
    planned = []
    for one, (busy, host_busy) in zip(found, clashes, strict=True):
        day = datetime.combine(one.planned, start.timetz())
        off = {Hint.HOLIDAY, Hint.WEEKEND} & set(hints(Span(day, day + span), calendar))
        held = _everywhere(one.start, span, calendar, zones) if one.start else set()
        against = tuple(hint for hint in Hint if hint in off | held)
        name = day_off_name(session, one.planned) or ""
        many = busy if rules_of_forums.many(busy, people) else 0
        planned.append(Planned(one.planned, one.start, name, against, many, host_busy))
    return Repeating(
        draft.id or 0, Rhythm(draft.rhythm), draft.times, DayOff(draft.days_off), start, planned,
        people,
    )  # fmt: skip


def _everywhere(
    start: datetime, span: timedelta, calendar: WorkCalendar, zones: Sequence[str]
) -> set[Hint]:
    """What speaks against it by the clock of any of these zones."""
    found: set[Hint] = set()
    for zone in zones:
        there = start.astimezone(ZoneInfo(zone))
        found |= set(hints(Span(there, there + span), calendar))
    return found


def _clashes(
    session: Session, me: Me, draft: Forum, starts: Sequence[datetime | None], span: timedelta
) -> list[tuple[int, bool]]:
    """Of each occurrence: how many are invited elsewhere then, and whether its host holds one."""
    held = [one for one in starts if one is not None]
    spans, number = [(one, one + span) for one in held], draft.id or 0
    who = audiences.audience(session, draft, me.today)
    busy = dict(zip(held, audiences.busy_each(session, who, spans, number), strict=True))
    hosted = audiences.hosted_between(session, me.employee_id, min(held), max(held) + span, number)
    return [
        (busy[one], any(since < one + span and until > one for since, until in hosted))
        if one is not None
        else (0, False)
        for one in starts
    ]


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
