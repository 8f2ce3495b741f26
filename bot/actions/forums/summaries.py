"""The summary of a draft, with what speaks against its time, and sending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.forums import access, drafts, repeating, typed
from bot.actions.forums.drafts import Asked
from bot.actions.forums.repeating import Repeating
from bot.actions.holidays import day_off_name, workdays_around
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import forums as rules
from bot.rules.forums import Audience, Hint, Meeting, Span
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import forums as texts
from bot.texts import words
from storage import audiences, audit, forums, outbox, units
from storage.audiences import Group
from storage.forums import Forum
from storage.outbox import Kind, Owed

CHUNK = 500
MOST_HINTS = 4


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing that speaks against the time, in one zone; `start` is in that zone."""

    hint: Hint
    start: datetime
    holiday: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole draft: `people` will be invited, `busy` of them said Hadir elsewhere then.

    `seen` marks what its host wrote, for the acts below it.
    """

    id: int
    meeting: Meeting
    audience: Audience
    units: Sequence[str]
    role: str
    people: int
    warned: Sequence[Warned]
    host_busy: bool
    busy: int
    seen: str
    repeating: Repeating | None


def draft(session: Session, me: Me, forum_id: int, step: str = "") -> Asked | Summary:
    """The step wanted, the first missing one, or the summary."""
    row = access.hosted(session, me, "forums.draft", forum_id)
    step = drafts.step_of(row, step)
    return _summary(session, me, row) if step == "summary" else drafts.asked(row, step, me)


def lines(session: Session, me: Me, forum_id: int) -> Asked | int:
    """The lines of a whole draft to choose from; its first missing step otherwise."""
    row = access.hosted(session, me, "forums.draft", forum_id)
    missing = rules.missing(drafts.filled(row))
    return drafts.asked(row, missing, me) if missing else forum_id


def _summary(session: Session, me: Me, row: Forum) -> Summary:
    who = audiences.audience(session, row, me.today)
    groups = audiences.groups(session, who)
    meeting = access.meeting(row, me.name)
    people = sum(group.people for group in groups)
    start, end, number = meeting.start, meeting.end, row.id or 0
    busy = audiences.busy(session, who, start, end, number)
    chosen = [int(unit) for unit in row.units.split(",") if unit]
    return Summary(
        id=number,
        meeting=meeting,
        audience=Audience(row.audience or Audience.UNIT),
        units=sorted(units.names(session, chosen).values()),
        role=row.role or "",
        people=people,
        warned=warnings(session, meeting, me.zone, groups),
        host_busy=forums.hosted_at(session, me.employee_id, start, end, number),
        busy=busy if rules.many(busy, people) else 0,
        seen=stamp(*drafts.written(row)),
        repeating=repeating.seen(session, me, row) if row.rhythm else None,
    )


def warnings(
    session: Session, meeting: Meeting, zone: ZoneInfo, groups: Sequence[Group]
) -> list[Warned]:
    """Each hint once a zone, the host's zone first."""
    found: dict[tuple[Hint, str], Warned] = {}
    for group in (Group(str(zone), 5, 0) if not groups else groups[0], *groups):
        there = ZoneInfo(group.zone)
        span = Span(meeting.start.astimezone(there), meeting.end.astimezone(there))
        day = span.start.date()
        for hint in rules.hints(span, workdays_around(session, group.days_per_week, day)):
            key = (hint, "" if hint in (Hint.HOLIDAY, Hint.WEEKEND) else group.zone)
            found.setdefault(key, Warned(hint, span.start, day_off_name(session, day) or ""))
    return list(found.values())[:MOST_HINTS]


def send(session: Session, me: Me, forum_id: int, seen: str = "") -> Went | Place:
    """Invite the whole audience to what was `seen`, once.

    Raises Refused when something is missing or has passed.
    """
    row = access.hosted(session, me, "forums.send", forum_id)
    if row.state != forums.DRAFT:
        return place("forums.card", forum_id)
    if not still(seen, *drafts.written(row)):
        return Went(place("forums.draft", forum_id), words.changed_since())
    missing = rules.missing(drafts.filled(row))
    if missing or row.starts_at is None:
        return place("forums.draft", forum_id)
    typed.check_start(row.starts_at, me.now)
    who = audiences.audience(session, row, me.today)
    sent = {"state": forums.OPEN, "sent_at": me.now, "changed_at": me.now}
    if not forums.change(session, forum_id, forums.DRAFT, sent):
        return place("forums.card", forum_id)
    people = audiences.invite(session, forum_id, who)
    if not people:
        raise Refused(texts.nobody_to_invite(), "nobody")
    _spread(session, me, forum_id, len(people))
    announce(session, forum_id, 0, "invited", people, me.now)
    return Went(place("forums.card", forum_id), texts.sent(len(people)))


def _spread(session: Session, me: Me, forum_id: int, people: int) -> None:
    """Make the others of its series, with the same people; each is written down."""
    first = forums.get(session, forum_id)
    assert first is not None
    facts = {"people": people, "kind": first.kind, "capacity": first.capacity}
    for one in repeating.spread(session, first):
        if one.id != forum_id:
            audiences.invite_like(session, one.id or 0, forum_id)
        audit.record(session, me.now, me.employee_id, "forums.send", f"forum/{one.id}", facts)


def announce(
    session: Session,
    forum_id: int,
    sequence: int,
    what: str,
    people: Sequence[int],
    now: datetime,
    later: int = 0,
) -> None:
    """Owe each of these people one letter about this state of the forum, and so many `later`."""
    opens = place("forums.card", forum_id)
    facts = {"forum": forum_id, "sequence": sequence, **({"later": later} if later else {})}
    letters = [
        Owed(f"forum/{forum_id}/{what}/{sequence}/{one}", one, facts, opens) for one in people
    ]
    for at in range(0, len(letters), CHUNK):
        outbox.put_many(session, Kind.DECISION, f"forums.{what}", now, letters[at : at + CHUNK])
