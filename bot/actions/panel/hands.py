"""Who may sign an adjustment: a head for the person's unit, without a hand in it."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import cases
from bot.actions.me import Me
from bot.actions.panel.scope import Subject
from bot.rules.authority import Role
from bot.rules.panel import against
from storage import appraisals, grants
from storage.adjustments import Adjustment


def signers(session: Session, me: Me, one: Adjustment, found: Subject) -> list[int]:
    """Heads for this person's unit who took no part in it."""
    hands = raters_of(session, one)
    return [
        grant.employee_id
        for grant in grants.holders(session, Role.HEAD, me.today)
        if against(grant.employee_id, one.employee_id, one.proposed_by, hands) is None
        and cases.reaches(session, found.person.unit_id, (grant.unit_id,))
    ]


def raters_of(session: Session, one: Adjustment) -> frozenset[int]:
    """Everybody whose name or hand is under a sent form about this person."""
    sent = appraisals.sent_about(session, one.period_id, one.employee_id)
    return frozenset(number for form in sent for number in (form.by_id, form.official_id))
