"""The organisation's own predikat, set by a head with a basis in writing."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.panel.distribution import Spread, distribution
from bot.actions.panel.scope import calibrated_period, demand_working, may_set, sentence
from bot.actions.refusals import Refused
from bot.rules.schemes import Organisation
from bot.screens import Went, place
from bot.texts import panel as texts
from bot.texts import words
from storage import audit, organisation
from storage.organisation import OrganisationResult


def set_organisation(
    session: Session, me: Me, period_id: int, scope_id: int, predikat: str, text: str
) -> Went:
    """Keep the organisation's predikat with its basis in writing; earlier ones stay on record."""
    rights.demand(session, me, "panel.organisation")
    period = calibrated_period(session, period_id)
    demand_working(period)
    if not may_set(session, me, scope_id):
        raise Refused(words.not_available(), "foreign_scope")
    if predikat not in {one.value for one in Organisation}:
        raise Refused(words.not_available(), "no_such_predikat")
    row = OrganisationResult(
        period_id=period_id, scope_id=scope_id, predikat=predikat, basis=sentence(text),
        set_by=me.employee_id, set_at=me.now,
    )  # fmt: skip
    number = organisation.add(session, row)
    facts = {"period": period_id, "scope": scope_id, "predikat": predikat}
    about = f"organisation/{number}"
    audit.record(session, me.now, me.employee_id, "panel.organisation", about, facts)
    return Went(place("panel.distribution", period_id, scope_id), texts.organisation_set())


def ask_organisation(
    session: Session, me: Me, period_id: int, scope_id: int, predikat: str = ""
) -> tuple[Spread, str]:
    """Which predikat, and then on what basis."""
    rights.demand(session, me, "panel.organisation")
    demand_working(calibrated_period(session, period_id))
    if not may_set(session, me, scope_id):
        raise Refused(words.not_available(), "foreign_scope")
    return distribution(session, me, period_id, scope_id), predikat
