"""Where /nilai leads."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import appraisals
from bot.actions.expectations.lists import Mine, mine
from bot.actions.me import Me


def enter(session: Session, me: Me) -> appraisals.Listed | Mine | None:
    """Those whom I rate; of whoever rates nobody the own planned results."""
    listed = appraisals.list_(session, me)
    return listed if listed.total else mine(session, me)
