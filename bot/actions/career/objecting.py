"""Objecting to being profiled (UU 27/2022 art. 10), and allowing it again."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.screens import Went, place
from bot.texts import career as texts
from storage import audit, career


def profile(session: Session, me: Me, wanted: int) -> Went:
    """1: compute my boxes; 0: never, for nobody, from the next press on."""
    rights.demand(session, me, "career.object", about=me.employee_id)
    if wanted:
        changed = career.allow(session, me.employee_id)
    else:
        changed = career.object_to(session, me.employee_id, me.now)
    if changed:
        about, facts = f"career/{me.employee_id}", {"employee": me.employee_id}
        action = "career.allow" if wanted else "career.object"
        audit.record(session, me.now, me.employee_id, action, about, facts)
    notice = texts.allowed_notice() if wanted else texts.objected_notice()
    return Went(place("career.boxes", me.employee_id), notice)
