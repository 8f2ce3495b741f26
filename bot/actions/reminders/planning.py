"""At every tick: which stages have come, and the digests that tell them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.reminders.mornings import Mornings
from bot.actions.reminders.stages import Ladders, People
from bot.rules.reminders import Recipient, Stage
from storage import holidays, outbox, recipients, reminders
from storage.outbox import Kind, Owed
from storage.reminders import Owing

CHUNK = 300
# On what day and where the chunk before ended, by zone. Whoever has none begins at the beginning.
_ENDS: WeakKeyDictionary[object, dict[str, tuple[date, int]]] = WeakKeyDictionary()
TEMPLATE = "reminders.digest"


def plan(session: Session, now: datetime) -> bool:
    """Plan what is due now, at most a chunk; True while there may be more.

    First every open duty is looked at once a local day of its owner, then people to whom
    something is to be told get one digest. A stage is a row with a unique key, so that neither
    a second process nor a clock that jumps tells it twice.
    """
    for zone in reminders.zones(session):
        local = now.astimezone(ZoneInfo(zone))
        found = _next(session, zone, local.date())
        if found:
            _look(session, found, local)
            return True
    return _write_digests(session, now)


def _next(session: Session, zone: str, today: date) -> Sequence[Owing]:
    """The next chunk to look at, behind the last one; at the end what is left before it."""
    ends = _ENDS.setdefault(session.get_bind().engine, {})
    day, after = ends.pop(zone, (today, 0))
    after = after if day == today else 0
    found = reminders.to_look_at(session, zone, today, CHUNK, after)
    if after and not found:
        found = reminders.to_look_at(session, zone, today, CHUNK)
    if len(found) == CHUNK:
        ends[zone] = today, found[-1].duty_id
    return found


def _look(session: Session, found: Sequence[Owing], local: datetime) -> None:
    """Plan the stages of these duties that fall today or were missed."""
    today = local.date()
    told = reminders.stages_told(session, [duty.duty_id for duty in found])
    ladders = Ladders(session, today)
    people = People(session, found, today)
    mornings = Mornings(local, holidays.decreed(session))
    rows = []
    for duty in found:
        for to in Recipient:
            who = people.whom(duty, to)
            if who is None or (to is Recipient.OWNER and _snoozed(duty, local)):
                continue
            stage = ladders.stage(duty, to, told.get(duty.duty_id, frozenset()))
            tell_at = mornings.today(who) if stage is not None else None
            if stage is not None and tell_at is not None:
                rows.append(_row(duty, stage, to, who.employee_id, local, tell_at))
    reminders.tell(session, rows)
    reminders.looked(session, [duty.duty_id for duty in found], today)


def _snoozed(duty: Owing, local: datetime) -> bool:
    return duty.snoozed_until is not None and duty.snoozed_until > local


def _row(
    duty: Owing, stage: Stage, to: Recipient, to_id: int, now: datetime, tell_at: datetime
) -> dict[str, object]:
    return {
        "duty_id": duty.duty_id,
        "stage": stage.key,
        "to_id": to_id,
        "escalated": to is not Recipient.OWNER,
        "planned_at": now,
        "tell_at": tell_at,
    }


def _write_digests(session: Session, now: datetime) -> bool:
    """One letter a person and local day; who had today's already is told the next morning."""
    ids = reminders.to_digest(session, now, CHUNK)
    if not ids:
        return False
    people = recipients.many(session, ids)
    if gone := [number for number in ids if number not in people]:
        reminders.forget(session, gone, now)
    days = {number: to.today(now) for number, to in people.items()}
    keys = {number: f"digest/{number}/{day}" for number, day in days.items()}
    had = outbox.existing(session, keys.values())
    fresh = [number for number in people if keys[number] not in had]
    unsent = outbox.withdraw(session, TEMPLATE, fresh)
    reminders.detach(session, unsent, now)
    owed = [
        Owed(keys[number], number, {"day": days[number].isoformat()}) for number in sorted(fresh)
    ]
    outbox.put_many(session, Kind.REMINDER, TEMPLATE, now, owed)
    for day in set(days.values()):
        reminders.attach(session, [n for n in fresh if days[n] == day], day, now)
    mornings = Mornings(now, holidays.decreed(session))
    for number in people.keys() - set(fresh):
        reminders.put_off(session, [number], now, mornings.next(people[number]))
    return True
