"""Writing a breach down, and putting it on record: the clock of 3 x 24 hours begins."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.personal.breaching import trail
from bot.actions.personal.breaching.cards import Breached, card_of
from bot.actions.personal.breaching.scope import covers, widest
from bot.actions.personal.owing import owe_notice
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.people import search_key
from bot.rules.personal import due_from
from bot.rules.proposals import AGENCY
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.personal import breaching as texts
from storage import units, workplaces
from storage.personal import breaches
from storage.personal.breaches import DRAFT, OPEN, UNIT, WORDS

LONGEST = 240


def draft(session: Session, me: Me) -> Breached | None:
    """What I am about to record."""
    rights.demand(session, me, "personal.keep_breach")
    row = breaches.draft_of(session, me.employee_id)
    return card_of(session, row, me) if row else None


def ask_word(session: Session, me: Me, field: str) -> str:
    """Please type it."""
    rights.demand(session, me, "personal.keep_breach")
    if field not in (*WORDS, UNIT):
        raise Refused(words.not_available(), "field")
    return field


def say_word(session: Session, me: Me, field: str, text: str) -> Place:
    """Keep it in my draft."""
    ask_word(session, me, field)
    values = typed(session, me, field, text)
    if breaches.draft_of(session, me.employee_id) is None:
        values.setdefault("unit_id", widest(session, me))
    breaches.write(session, me.employee_id, me.now, **values)
    return Place("personal.breach_draft")


def typed(session: Session, me: Me, field: str, text: str) -> dict[str, Any]:
    """The column that is to hold what was typed; of units only those of my reach.

    Raises Refused.
    """
    if field != UNIT:
        return {field: tidy(text, LONGEST)}
    wanted = search_key(text)
    named = [one for one in units.everything(session) if wanted in search_key(one.name)]
    fitting = [one for one in named if covers(session, me, one.id or 0)]
    if len(fitting) != 1:
        raise Refused(texts.no_such_unit(len(fitting)), UNIT)
    return {"unit_id": fitting[0].id or 0}


def record(session: Session, me: Me, number: int) -> Went:
    """Put the draft on record: the clock begins."""
    rights.demand(session, me, "personal.keep_breach")
    row = breaches.get(session, number)
    if row is None or row.recorded_by != me.employee_id:
        raise Refused(words.not_available(), "theirs")
    if not all(getattr(row, name) for name in WORDS):
        raise Refused(texts.incomplete(), "incomplete")
    if not covers(session, me, row.unit_id):
        raise Refused(texts.beyond(), "foreign_scope")
    people = affected(session, row.unit_id)
    values = {"state": OPEN, "recorded_at": me.now, "due_at": due_from(me.now), "people": people}
    if breaches.change(session, number, {"state": DRAFT}, **values):
        row = breaches.fresh(session, number)
        trail.note(session, me, row, "record", trail.content(session, row))
        owe_notice(session, row, me.now)
    return Went(place("personal.breach", number), texts.recorded())


def affected(session: Session, unit_id: int) -> int:
    """How many people are concerned: those of this unit and all below, or everybody."""
    if unit_id == AGENCY:
        return len(list(workplaces.posts(session)))
    return len(list(workplaces.posts_where(session, units=units.below(session, unit_id))))
