"""Changing what is on record while no notice went out; a request to confirm it is taken back."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.personal.breaching import trail
from bot.actions.personal.breaching.cards import Breached, card_of, on_record
from bot.actions.personal.breaching.recording import affected, ask_word, typed
from bot.actions.personal.owing import not_confirmed
from bot.actions.refusals import Refused
from bot.screens import Went, place
from bot.texts import words
from bot.texts.personal import confirming
from storage.personal import breaches
from storage.personal.breaches import MENDED, OPEN, Breach


def mending(session: Session, me: Me, number: int) -> Breached:
    """What can be changed of it."""
    return card_of(session, _mendable(session, me, number), me)


def ask_mending(session: Session, me: Me, number: int, field: str) -> tuple[int, str]:
    """Please type it."""
    _mendable(session, me, number)
    return number, ask_word(session, me, field)


def say_mending(session: Session, me: Me, number: int, field: str, text: str) -> Went:
    """Put it on record anew. What was read by whoever was to confirm it counts no more."""
    row = _mendable(session, me, number)
    here = place("personal.breach_mend", number)
    values = typed(session, me, ask_word(session, me, field), text)
    if "unit_id" in values:
        values["people"] = affected(session, values["unit_id"])
    unchanged = {"state": OPEN, "version": row.version, "people_told_at": None}
    values |= {"notice": MENDED, "version": row.version + 1}
    if not breaches.change(session, number, unchanged, **values):
        return Went(place("personal.breach", number), words.changed_since())
    row = breaches.fresh(session, number)
    trail.note(session, me, row, "mend", trail.content(session, row))
    not_confirmed(session, number, me.now)
    return Went(here, confirming.mended())


def _mendable(session: Session, me: Me, number: int) -> Breach:
    row = on_record(session, me, number, "personal.keep_breach")
    if row.state != OPEN or row.people_told_at is not None:
        raise Refused(confirming.already_told(), "told")
    return row
