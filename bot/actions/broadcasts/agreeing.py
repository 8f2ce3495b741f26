"""The second person: a broadcast, or a correction of one, goes out or back to its author."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.broadcasts.access import waits_as
from bot.actions.broadcasts.sending import RETURNED, content_mark
from bot.actions.factors.proof import demand_proof
from bot.actions.forums import typed
from bot.actions.me import Me
from bot.actions.rights import allowed
from bot.rules import broadcasts as rules
from bot.rules.broadcasts import GONE, State
from bot.screens import Place, Went, place
from bot.texts import broadcasts as texts
from bot.texts import words
from storage import audit, outbox
from storage.broadcasts import Broadcast, rows
from storage.outbox import Kind


def agree(session: Session, me: Me, number: int, version: int) -> Went:
    """The second person lets it go out. Raises Refused, ProofWanted."""
    row = access.asked(session, me, number)
    if row.version != version:
        return Went(place("broadcasts.judge", number), words.changed_since())
    demand_proof(session, me)
    if row.correcting:
        put_in_force(session, row, me.employee_id, me.now)
        return Went(place("home.menu"), texts.agreed_to_correction())
    values = {
        "state": State.PLANNED, "busy": True, "approved_by": me.employee_id,
        "approved_at": me.now,
    }  # fmt: skip
    if rows.change(session, number, (State.ASKED,), values, version):
        facts = {"said": content_mark(session, row)}
        about = f"broadcast/{number}"
        audit.record(session, me.now, me.employee_id, "broadcasts.agree", about, facts)
    return Went(place("home.menu"), texts.agreed())


def refuse(session: Session, me: Me, number: int, text: str) -> Went:
    """The second person gives it back, and says why."""
    row = access.asked(session, me, number)
    said = typed.tidy(text, rules.REASON_LIMIT)
    if row.correcting:
        values: dict[str, object] = {"correcting": False, "new_text": "", "reason": said}
    else:
        values = {"state": State.DRAFT, "reason": said}
    if rows.change(session, number, (row.state,), values, row.version):
        about = f"broadcast/{number}"
        verb = "broadcasts.return_correction" if row.correcting else "broadcasts.return"
        audit.record(session, me.now, me.employee_id, verb, about)
        key = f"broadcast/{number}/returned/{row.version}/{me.now.isoformat()}"
        outbox.put(
            session, key, Kind.DECISION, RETURNED, me.now, to=row.author_id,
            facts={"broadcast": number}, opens=opened_from(row.state, number),
        )  # fmt: skip
    return Went(place("home.menu"), texts.returned())


def opened_from(state: str, number: int) -> Place:
    """Where its author goes on: with the draft, or with what is on its way."""
    sent = state in GONE
    return place("broadcasts.progress" if sent else "broadcasts.draft", number)


def put_in_force(session: Session, row: Broadcast, by: int, now: datetime) -> bool:
    """The corrected text: said from now on, and in the copies that have arrived."""
    number = row.id or 0
    values = {
        "text": row.new_text, "new_text": "", "correcting": False, "edition": row.edition + 1,
        "corrected_at": now, "busy": True, "version": row.version + 1,
    }  # fmt: skip
    if not rows.change(session, number, GONE, values, row.version):
        return False
    fresh = rows.get(session, number)
    assert fresh is not None
    facts = {"edition": fresh.edition, "said": content_mark(session, fresh)}
    audit.record(session, now, by, "broadcasts.correct", f"broadcast/{number}", facts)
    return True


def waiting_for(session: Session, me: Me) -> Sequence[Broadcast]:
    """Those that I may agree to, for the menu of HR and heads."""
    if not any(me.has(role) for role in access.LEADERS):
        return ()
    return [
        one for one in rows.asked(session, me.employee_id)
        if allowed(session, me, "broadcasts.agree", about=one.author_id, state=waits_as(one))
    ]  # fmt: skip
