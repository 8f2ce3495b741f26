"""A draft goes to whoever may confirm it."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.corrections.drafting import my_draft, shown
from bot.actions.corrections.people import case_of, deciders, result_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.screens import Went, place
from bot.texts import words
from bot.texts.corrections import replies as texts
from storage import audit, corrections, duties, outbox
from storage.duties import DutyKind
from storage.outbox import Kind


def propose(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """Hand what I have `seen` to a second person, who is told."""
    row = my_draft(session, me, correction_id)
    at = shown(session, row)
    result = result_of(session, row)
    if seen not in ("", at.seen) or row.edition != result.edition:
        corrections.write(session, correction_id, edition=result.edition)
        return Went(place("corrections.edit", correction_id, 0), words.changed_since())
    if not at.changes or not row.reason:
        raise Refused(texts.incomplete(), "incomplete")
    raters = case_of(session, result).raters
    second = deciders(session, row.employee_id, raters, me.employee_id, me.today)
    if not second:
        raise Refused(texts.nobody_else(), "no_decider")
    if not corrections.propose(session, correction_id, me.now):
        raise Refused(texts.waits_already(), "waits_already")
    facts = {"result": row.result_id, "edition": row.edition, "levels": row.levels}
    about = f"correction/{correction_id}"
    audit.record(session, me.now, me.employee_id, "corrections.propose", about, facts)
    due = me.today + timedelta(schemes.by_number(session, result.scheme_id).signing_days)
    for person in second:
        duties.owe(
            session, DutyKind.CONFIRM_CORRECTION, person, me.today, due,
            about_id=row.employee_id, object_id=correction_id,
        )  # fmt: skip
        outbox.put(
            session, f"corrections.proposed/{correction_id}/{person}", Kind.DECISION,
            "corrections.proposed", me.now, to=person, facts={"correction": correction_id},
            opens=place("corrections.card", correction_id),
        )  # fmt: skip
    return Went(place("corrections.card", correction_id), texts.proposed_notice())
