"""Noting each consent with its version and time, wherever it is asked."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.rules.personal import VERSIONS, Consent
from storage import audit
from storage.personal import consents


def noted(session: Session, me: Me, kind: Consent, object_id: int, *, given: bool) -> None:
    """Note that I agreed, or no longer; nothing when it stands so already."""
    if given:
        changed = consents.give(session, me.employee_id, kind, object_id, VERSIONS[kind], me.now)
    else:
        changed = consents.take_back(session, me.employee_id, kind, object_id, me.now)
    if changed:
        verb = "consents.give" if given else "consents.withdraw"
        facts = {"kind": kind.value, "object": object_id, "version": VERSIONS[kind]}
        about = f"employee/{me.employee_id}"
        audit.record(session, me.now, me.employee_id, verb, about, facts)
