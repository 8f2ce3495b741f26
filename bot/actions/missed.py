"""After the bot was away: who may have tapped or written in vain, and what they get, once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.rules.watching import Silence, silence
from bot.screens import Place
from storage import drafts, open_screens, outbox
from storage.open_screens import Open
from storage.outbox import Kind

REDRAWN, LOOK, DRAFTS = "missed.redrawn", "missed.look", "missed.drafts"
HOME = Place("home.menu")
OPEN_FOR = timedelta(hours=24)
"""Nobody still waits at a screen that was drawn earlier than that before the stop."""
MOST = 2_000
EACH_AFTER = timedelta(seconds=0.1)
"""Half of the courier's pace: other letters go in between."""
REDRAWN_WITHIN, LOOK_WITHIN = timedelta(hours=6), timedelta(hours=24)


def plan(session: Session, since: datetime, until: datetime, now: datetime) -> int:
    """Owe everybody with an open screen one redrawing or letter; how many people.

    The same silence, planned twice, owes nothing more. A short one is made good in place,
    without a sound; after a long one a letter asks the person to look.
    """
    match silence(until - since):
        case Silence.NOTHING:
            return 0
        case Silence.TAPS:
            return _redraw(session, since, until, now)
        case Silence.LONG:
            return _ask(session, LOOK, _open(session, since), since, until, now)
        case Silence.LOST:
            shown = {one.employee_id: one.place for one in _open(session, since)}
            people = [*shown, *(set(drafts.owners(session, MOST)) - shown.keys())]
            places = [Open(person, 0, shown.get(person, str(HOME))) for person in people]
            return _ask(session, DRAFTS, places, since, until, now)


def _open(session: Session, since: datetime) -> list[Open]:
    return list(open_screens.since(session, since - OPEN_FOR, MOST))


def _redraw(session: Session, since: datetime, until: datetime, now: datetime) -> int:
    owed = 0
    for number, one in enumerate(_open(session, since)):
        owed += outbox.put(
            session, _key(since, one), Kind.CARD, REDRAWN, now,
            to=one.employee_id, facts=_facts(one, since, until), opens=Place.parse(one.place),
            edits=one.card, not_before=now + number * EACH_AFTER,
            expires_at=now + REDRAWN_WITHIN,
        )  # fmt: skip
    return owed


def _ask(
    session: Session, template: str, people: list[Open],
    since: datetime, until: datetime, now: datetime,
) -> int:  # fmt: skip
    owed = 0
    for number, one in enumerate(people):
        owed += outbox.put(
            session, _key(since, one), Kind.REMINDER, template, now,
            to=one.employee_id, facts=_facts(one, since, until), opens=Place.parse(one.place),
            not_before=now + number * EACH_AFTER,
            expires_at=now + LOOK_WITHIN if template == LOOK else None,
        )  # fmt: skip
    return owed


def _key(since: datetime, one: Open) -> str:
    return f"missed/{since.isoformat(timespec='seconds')}/{one.employee_id}"


def _facts(one: Open, since: datetime, until: datetime) -> dict[str, object]:
    return {
        "place": one.place,
        "card": one.card,
        "since": since.isoformat(),
        "until": until.isoformat(),
    }
