"""The second person's word on a notice: it goes to those concerned, or back to be mended."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.personal.breaching import trail
from bot.actions.personal.breaching.cards import Breached, card_of, may_decide
from bot.actions.personal.breaching.recording import LONGEST
from bot.actions.personal.owing import confirmed, noticed
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.screens import Went, place
from bot.texts import words
from bot.texts.personal import confirming
from storage import agreement, outbox
from storage.columns import vault_of
from storage.outbox import Kind
from storage.personal import breaches
from storage.personal.breaches import ASKED, OPEN, RETURNED, TOLD, Breach

BACK = "personal.breach_returned"


def judging(session: Session, me: Me, number: int) -> Breached:
    """The very words that are to go out."""
    return card_of(session, _decidable(session, me, number), me)


def confirm(session: Session, me: Me, number: int, version: int) -> Went:
    """Send the notice that I have read in this version to everybody concerned, once.

    It goes out from the next minute on. Raises ProofWanted.
    """
    row = _decidable(session, me, number)
    if row.version != version:
        return Went(place("personal.breach_confirm", number), words.changed_since())
    demand_proof(session, me)
    here = place("personal.breach", number)
    values = {
        "notice": TOLD, "people_told_at": me.now, "people_told_by": me.employee_id, "reached": 0,
    }  # fmt: skip
    if not breaches.change(session, number, _waiting(version), **values):
        return Went(here, words.changed_since())
    row = breaches.fresh(session, number)
    facts = {**trail.content(session, row), "asked_by": row.asked_by}
    trail.note(session, me, row, "tell", facts)
    confirmed(session, number, me.now)
    noticed(session, row, me.now)
    return Went(here, confirming.told())


def ask_return(session: Session, me: Me, number: int, version: int) -> tuple[int, int]:
    """Why is it not to go out like this?"""
    _decidable(session, me, number)
    return number, version


def say_return(session: Session, me: Me, number: int, version: int, text: str) -> Went:
    """Give it back with this reason; whoever asked reads it and mends."""
    row = _decidable(session, me, number)
    reason = tidy(text, LONGEST)
    here = place("personal.breach", number)
    values = {
        "notice": RETURNED, "returned_at": me.now, "returned_by": me.employee_id,
        "reason": reason,
    }  # fmt: skip
    if not breaches.change(session, number, _waiting(version), **values):
        return Went(here, words.changed_since())
    facts = {"said": agreement.mark(vault_of(session), reason)}
    trail.note(session, me, row, "return", facts)
    confirmed(session, number, me.now)
    assert row.asked_by is not None
    outbox.put(
        session, f"{BACK}/{number}/{version}", Kind.DECISION, BACK, me.now,
        to=row.asked_by, facts={"breach": number}, opens=here,
    )  # fmt: skip
    return Went(here, confirming.given_back())


def _waiting(version: int) -> dict[str, object]:
    return {"state": OPEN, "notice": ASKED, "version": version, "people_told_at": None}


def _decidable(session: Session, me: Me, number: int) -> Breach:
    """One whose notice waits for me: never for whoever asked, and for HR only without a head."""
    row = breaches.get(session, number)
    asker = row.asked_by if row is not None else None
    rights.demand(session, me, "personal.confirm_breach", about=asker or 0)
    assert row is not None
    if not may_decide(session, me, row):
        raise Refused(confirming.another_confirms(), "not_mine")
    if row.state != OPEN or row.notice != ASKED:
        raise Refused(confirming.not_waiting(), "not_waiting")
    return row
