"""What the scheme in force says about the survey, and who somebody is to it."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.rules.surveys.collecting import SurveyRules
from storage import periods
from storage.columns import vault_of
from storage.surveys.places import Desk


def rules_of(session: Session, day: date) -> SurveyRules:
    version = periods.scheme_in_force(session, day)
    return schemes.read(version.body).surveys if version else SurveyRules()


def key_of(session: Session) -> bytes:
    """By which tickets are made and known again."""
    return vault_of(session).key("survey tickets")


def mark_of(session: Session, *what: object) -> bytes:
    """A keyed mark that finds the same thing again and tells nobody what it was."""
    return vault_of(session).index("/".join(["survey", *map(str, what)]))


def chat_of(session: Session, who: Me | Guest) -> bytes:
    """The mark of a chat."""
    return mark_of(session, "chat", who.telegram_id)


def day_at(desk: Desk, who: Me | Guest) -> date:
    """Today where the counter stands."""
    return who.now.astimezone(ZoneInfo(desk.unit.zone)).date()


def seen_mark(session: Session, who: Me | Guest, desk: Desk, day: date) -> bytes:
    """The mark of a chat that answered at a counter on a day without a ticket."""
    return mark_of(session, "seen", who.telegram_id, desk.counter.id, day)
