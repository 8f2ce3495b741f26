"""A draft of an adjustment goes to the heads who may sign it."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.panel.adjusting import mine, work_of
from bot.actions.panel.hands import signers
from bot.actions.panel.scope import SHORTEST
from bot.actions.refusals import Refused
from bot.rules.stamps import still
from bot.screens import Went, place
from bot.texts import panel as texts
from bot.texts import words
from storage import adjustments, audit, duties, outbox
from storage.duties import DutyKind
from storage.outbox import Kind


def propose(session: Session, me: Me, adjustment_id: int, seen: str = "") -> Went:
    """Hand what I have `seen` to the heads who may sign it."""
    one, found = mine(session, me, adjustment_id)
    work = work_of(session, one, found, 0)
    if not still(seen, one.levels, one.reason, str(work.before.total)):
        return Went(place("panel.proposing", adjustment_id), words.changed_since())
    if not work.fits:
        raise Refused(texts.does_not_follow(), "does_not_follow")
    if not one.reason:
        raise Refused(texts.too_short(SHORTEST), "no_reason")
    after, before = work.after, found.result
    values = {
        "total_before": before.total, "predikat_before": before.predikat,
        "total_after": str(after.total), "predikat_after": str(after.predikat),
        "proposed_at": me.now,
    }  # fmt: skip
    if not adjustments.propose(session, adjustment_id, values):
        raise Refused(words.changed_since(), "waits_already")
    facts = {
        "employee": one.employee_id, "period": one.period_id, "levels": one.levels,
        "total": str(after.total), "predikat": str(after.predikat),
    }  # fmt: skip
    about = f"adjustment/{adjustment_id}"
    audit.record(session, me.now, me.employee_id, "panel.propose", about, facts)
    heads = signers(session, me, one, found)
    if not heads:
        raise Refused(texts.no_signer(), "no_signer")
    for head in heads:
        duties.owe(
            session, DutyKind.SIGN_ADJUSTMENT, head, me.today,
            max(me.today, found.period.calibrate_until), period_id=one.period_id,
            about_id=one.employee_id, object_id=adjustment_id,
        )  # fmt: skip
        outbox.put(
            session, f"panel.proposed/{adjustment_id}/{head}", Kind.DECISION, "panel.proposed",
            me.now, to=head, facts={"adjustment": adjustment_id},
            opens=place("panel.case", adjustment_id),
        )  # fmt: skip
    return Went(place("panel.person", one.period_id, one.employee_id), texts.proposed())
