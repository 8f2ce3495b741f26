"""By criterion across everybody or by person: chosen by how one goes on, and kept."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.appraisals.across import across
from bot.actions.me import Me
from bot.screens import Place, place
from storage.appraisals import ways


def go_across(session: Session, me: Me, period_id: int, source: str) -> Place:
    """Go on by criterion, now and where I go on later."""
    across(session, me, period_id, source)
    ways.choose(session, period_id, me.employee_id, source, by_criterion=True)
    return place("appraisals.across", period_id, source, 1, 0)
