"""What of the survey is in a result, for whoever may read that result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import results, schemes
from bot.actions.me import Me
from bot.rules.quarters import Quarter
from bot.rules.schemes import Scheme
from bot.rules.surveys.entering import span
from storage import units
from storage.surveys import pins
from storage.surveys.pins import Pinned


@dataclass(frozen=True, slots=True)
class Why:
    """`pinned` is None where no index counted; `unit` is the person's, `whose` the index's."""

    card: results.Card
    scheme: Scheme
    pinned: Pinned | None
    unit: str
    whose: str
    first: date
    last: date


def why(session: Session, me: Me, period_id: int, employee_id: int) -> Why:
    """How the survey entered one result. Raises Refused as the result's card does."""
    card = results.card(session, me, period_id, employee_id)
    scheme = schemes.by_number(session, card.scheme_id)
    pinned = pins.of(session, period_id, employee_id)
    named = units.names(session, {pinned.unit_id, pinned.from_id} if pinned else ())
    first, last = span(Quarter(card.year, card.quarter), scheme.surveys.quarters)
    unit = named.get(pinned.unit_id, "") if pinned else ""
    whose = named.get(pinned.from_id, "") if pinned else ""
    return Why(card, scheme, pinned, unit, whose, first, last)
