"""What whoever keeps the record does: asks for the notice, notes the authority, closes."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.personal.breaching import trail
from bot.actions.personal.breaching.cards import Breached, card_of, on_record
from bot.actions.personal.officers import confirmers
from bot.actions.personal.owing import noticed, owe_confirmation
from bot.actions.refusals import Refused
from bot.screens import Went, place
from bot.texts import words
from bot.texts.personal import breaching as texts
from bot.texts.personal import confirming
from storage import outbox
from storage.outbox import Kind
from storage.personal import breaches
from storage.personal.breaches import ASKED, CLOSED, MENDED, OPEN, Breach

KEEP = "personal.keep_breach"
CONFIRM = "personal.breach_confirm"


def ask(session: Session, me: Me, number: int, version: int) -> Went:
    """Ask a second person to confirm the notice; they owe it within the 3 x 24 hours.

    Raises Refused where there is none.
    """
    row = on_record(session, me, number, KEEP)
    here = place("personal.breach", number)
    people = confirmers(session, me.employee_id, row.unit_id, me.now)
    if not people:
        raise Refused(confirming.nobody_confirms(), "nobody")
    unasked = {"state": OPEN, "notice": MENDED, "people_told_at": None, "version": version}
    values = {
        "notice": ASKED, "asked_at": me.now, "asked_by": me.employee_id, "version": version + 1,
    }  # fmt: skip
    if not breaches.change(session, number, unasked, **values):
        return Went(here, words.changed_since())
    row = breaches.fresh(session, number)
    trail.note(session, me, row, "ask", {})
    owe_confirmation(session, row, people, me.now)
    for person in people:
        outbox.put(
            session, f"{CONFIRM}/{number}/{row.version}/{person}", Kind.DECISION, CONFIRM, me.now,
            to=person, facts={"breach": number}, opens=place(CONFIRM, number),
        )  # fmt: skip
    return Went(here, confirming.asked())


def sure_authority(session: Session, me: Me, number: int) -> Breached:
    """What is about to be noted. Raises Refused once it was."""
    row = on_record(session, me, number, KEEP)
    if row.state != OPEN or row.authority_told_at is not None:
        raise Refused(texts.noted_before(), "told")
    return card_of(session, row, me)


def tell_authority(session: Session, me: Me, number: int) -> Went:
    """Note that the authority was told in writing."""
    on_record(session, me, number, KEEP)
    here = place("personal.breach", number)
    unsaid = {"state": OPEN, "authority_told_at": None}
    values = {"authority_told_at": me.now, "authority_told_by": me.employee_id}
    if not breaches.change(session, number, unsaid, **values):
        return Went(here, words.changed_since())
    row = breaches.fresh(session, number)
    trail.note(session, me, row, "authority", {})
    noticed(session, row, me.now)
    return Went(here, texts.noted())


def sure_close(session: Session, me: Me, number: int) -> Breached:
    """What is about to be closed. Raises Refused before both were told, and once it was."""
    row = _closable(session, me, number)
    if row.state != OPEN:
        raise Refused(texts.closed_before(), "closed")
    return card_of(session, row, me)


def close(session: Session, me: Me, number: int) -> Went:
    """Everybody was told and it is handled."""
    row = _closable(session, me, number)
    here = place("personal.breach", number)
    values = {"state": CLOSED, "closed_at": me.now, "closed_by": me.employee_id}
    if not breaches.change(session, number, {"state": OPEN}, **values):
        return Went(here, words.changed_since())
    trail.note(session, me, row, "close", {})
    return Went(here, texts.closed())


def _closable(session: Session, me: Me, number: int) -> Breach:
    row = on_record(session, me, number, KEEP)
    if row.people_told_at is None or row.authority_told_at is None:
        raise Refused(texts.not_yet(), "untold")
    return row
