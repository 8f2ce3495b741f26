"""A draft of mine and what it may say; refused where it may not be written any more."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.expectations.reading import agreed, of_person, opened_period
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.expectations import (
    State,
    Wording,
    in_force,
    may_propose,
)
from bot.rules.periods import PeriodState
from bot.rules.schemes import Scheme
from bot.texts import expectations as texts
from bot.texts import words
from storage import expectations
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of mine, with what it belongs to."""

    wording: Wording
    period: Period
    scheme: Scheme
    changes: bool
    position: int


def my_draft(session: Session, me: Me, wording_id: int) -> Draft:
    """A draft of mine that may be written now. Raises Refused."""
    found = expectations.wording(session, wording_id)
    about = found[0].employee_id if found else None
    rights.demand(session, me, "expectations.write", about=about)
    assert found is not None
    row, one = found
    if one.state is not State.DRAFT:
        raise Refused(texts.proposed_already(), "proposed")
    period = writable(session, row.period_id)
    said = expectations.wordings(session, one.planned)
    own = of_person(session, period, me.employee_id)
    position = next((p.position for p in own if p.number == one.planned), len(own))
    scheme = schemes.of_period(session, period)
    return Draft(one, period, scheme, in_force(said) is not None, position)


def writable(session: Session, period_id: int) -> Period:
    """The period, while expectations may be set in it. Raises Refused."""
    period = opened_period(session, period_id)
    if not may_propose(PeriodState(period.state)):
        raise Refused(texts.closed(), "closed")
    return period


def superiors(session: Session, me: Me, period: Period) -> list[tuple[int, str]]:
    """What my superior has agreed on for the quarter: number and words."""
    if me.superior_id is None:
        return []
    theirs = agreed(of_person(session, period, me.superior_id))
    return [(one.number, one.shown.text) for one in theirs]


def sentence(text: str, least: int, most: int) -> str:
    """The text in one line, when it says something and is not too long. Raises Refused."""
    said = " ".join(text.split())
    if len(said) > most:
        raise Refused(words.too_long(most, len(said)), "too_long")
    if sum(letter.isalnum() for letter in said) < least:
        raise Refused(texts.too_short(), "too_short")
    return said
