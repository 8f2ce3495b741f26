"""Planning a forum: one draft a host, each answer saved at once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.forums import access, typed
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import forums as rules
from bot.rules.forums import Audience, ForumKind
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import forums as texts
from bot.texts import words
from storage import audit, forums
from storage.forums import Forum

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Asked:
    """One step of a draft: what is filled in for it, and the typed time that awaits a Ya."""

    id: int
    step: str
    first: bool
    whole: bool
    now: datetime
    value: str
    start: datetime | None
    said_start: datetime | None
    minutes: int | None
    capacity: int | None


def begin(session: Session, me: Me) -> Went:
    """Start a draft, or go on with the one I have. Raises Refused."""
    if not access.may_create(session, me):
        raise Refused(texts.only_leaders(), "forbidden")
    values = {
        "host_id": me.employee_id,
        "zone": str(me.zone),
        "uid": f"{secrets.token_hex(16)}@teladan",
        "secret": secrets.token_hex(SECRET_BYTES),
        "sequence": 0,
        "seats": 0,
        "queue": 0,
        "rhythm": "",
        "times": 1,
        "days_off": "keep",
        "created_at": me.now,
    }
    new = forums.begin(session, values)
    draft = forums.draft_of(session, me.employee_id)
    assert draft is not None
    assert draft.id is not None
    return Went(place("forums.draft", draft.id), "" if new else texts.resumed())


def step_of(draft: Forum, wanted: str) -> str:
    """The step wanted, else the first missing one, else the summary."""
    if wanted in rules.STEPS:
        return wanted
    return rules.missing(filled(draft)) or "summary"


def filled(draft: Forum) -> dict[str, bool]:
    """Which steps have their answer."""
    audience = draft.audience is not None and {
        Audience.UNITS: bool(draft.units),
        Audience.ROLE: bool(draft.role),
    }.get(Audience(draft.audience), True)
    return {
        "kind": draft.kind is not None,
        "topic": draft.topic is not None,
        "audience": audience,
        "start": draft.starts_at is not None and draft.said_start is None,
        "length": draft.minutes is not None,
        "place": draft.place is not None,
        "capacity": draft.capacity is not None,
    }


def written(draft: Forum) -> tuple[object, ...]:
    """All that its host has chosen and written."""
    starts = draft.starts_at.timestamp() if draft.starts_at else None
    who = draft.audience, draft.units, draft.role
    again = draft.rhythm, draft.times, draft.days_off
    return draft.kind, draft.topic, *who, starts, draft.minutes, draft.place, draft.capacity, again


def asked(draft: Forum, step: str, me: Me) -> Asked:
    """What a step shows; moments in the zone of the host."""
    assert draft.id is not None
    zone = ZoneInfo(draft.zone)
    values = {"topic": draft.topic, "place": draft.place, "kind": draft.kind}
    return Asked(
        id=draft.id,
        step=step,
        first=step == rules.STEPS[0],
        whole=rules.missing(filled(draft)) is None,
        now=me.now,
        value=values.get(step) or "",
        start=_start(draft),
        said_start=draft.said_start.astimezone(zone) if draft.said_start else None,
        minutes=draft.minutes,
        capacity=draft.capacity,
    )


def say(session: Session, me: Me, forum_id: int, step: str, text: str) -> Place:
    """Fill a step with what was typed. Raises Refused when it cannot be understood."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    if step == "kind":
        _save(session, draft, {"kind": typed.kind(text)})
    elif step == "topic":
        _save(session, draft, {"topic": typed.tidy(text, rules.TOPIC_LIMIT)})
    elif step == "start":
        _save(session, draft, {"said_start": typed.start(text, me.now, ZoneInfo(draft.zone))})
    elif step == "length":
        _save(session, draft, _length(draft, typed.minutes(text, _start(draft))))
    elif step == "place":
        _save(session, draft, {"place": typed.tidy(text, rules.PLACE_LIMIT)})
    elif step == "capacity":
        _save(session, draft, {"capacity": typed.seats(text)})
    else:
        raise Refused(words.choose_button(), "not_text")
    return place("forums.draft", forum_id, *(["start"] if step == "start" else []))


def choose(session: Session, me: Me, forum_id: int, step: str, value: str | int) -> Place:
    """Fill a step by its button. Raises Refused."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    if step == "kind":
        _save(session, draft, {"kind": ForumKind(str(value)).value})
    elif step == "length":
        _save(session, draft, _length(draft, int(value)))
    elif step == "capacity":
        _save(session, draft, {"capacity": 0})
    return place("forums.draft", forum_id)


def confirm_start(session: Session, me: Me, forum_id: int) -> Place:
    """Ya: the time that was echoed is meant. Raises Refused when it has passed meanwhile."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    start = draft.said_start
    if start is not None:
        typed.check_start(start, me.now)
        ends = start + timedelta(minutes=draft.minutes) if draft.minutes else None
        _save(session, draft, {"starts_at": start, "ends_at": ends, "said_start": None})
    return place("forums.draft", forum_id)


def retype_start(session: Session, me: Me, forum_id: int) -> Place:
    """Ubah: another time will be typed."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    _save(session, draft, {"said_start": None})
    return place("forums.draft", forum_id, "start")


def drop(session: Session, me: Me, forum_id: int, seen: str = "") -> Went:
    """Throw the draft that was `seen` away."""
    draft = access.hosted(session, me, "forums.draft", forum_id)
    if not still(seen, *written(draft)):
        return Went(place("forums.draft", forum_id), words.changed_since())
    if forums.drop(session, forum_id):
        audit.record(session, me.now, me.employee_id, "forums.drop", f"forum/{forum_id}")
    return Went(place("forums.list"), texts.dropped())


def _start(draft: Forum) -> datetime | None:
    return draft.starts_at.astimezone(ZoneInfo(draft.zone)) if draft.starts_at else None


def _length(draft: Forum, minutes: int) -> dict[str, object]:
    ends = draft.starts_at + timedelta(minutes=minutes) if draft.starts_at else None
    return {"minutes": minutes, "ends_at": ends}


def _save(session: Session, draft: Forum, values: dict[str, object]) -> None:
    assert draft.id is not None
    forums.change(session, draft.id, forums.DRAFT, values)
