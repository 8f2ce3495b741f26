"""A mirror of what I am about to say: of forms not yet sent, computed when asked, kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.drills.reading import own
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.drills import Distance
from bot.rules.mirror import FEWEST_FOR_MEAN, Form, Mirror, mirror
from bot.rules.periods import PeriodState
from bot.texts import peers as texts
from bot.texts import words
from storage import periods
from storage.peers import Side, TicketState, drafts, tickets


@dataclass(frozen=True, slots=True)
class Glance:
    """My unsent answers about colleagues in a period; how far from gold my drill of it was."""

    period_id: int
    year: int
    quarter: int
    forms: int
    mirror: Mirror
    drill: Distance


def glance(session: Session, me: Me, period_id: int) -> Glance:
    """What I could read form by form, put together; what was sent nobody can open any more."""
    rights.demand(session, me, "peers.home", about=me.employee_id)
    period = periods.get(session, period_id)
    if period is None:
        raise Refused(words.not_available(), "unknown_period")
    if period.state != PeriodState.RATING:
        raise Refused(texts.window_closed(), "window_closed")
    said = drafts.of_many(session, unsent(session, me, period_id))
    given = {
        number: {key: level for key, level in one.levels.items() if level is not None}
        for number, one in said.items()
    }
    forms = [Form(number, levels) for number, levels in given.items() if levels]
    found = mirror(forms, schemes.quarter_of(period))
    return Glance(
        period_id, period.year, period.quarter, len(forms), found, own(session, me, period_id)
    )


def unsent(session: Session, me: Me, period_id: int) -> list[int]:
    """My forms about colleagues that can still be opened."""
    return [
        one.id
        for one in tickets.of_rater(session, period_id, me.employee_id)
        if one.side == Side.PEER and one.state == TicketState.OPEN and one.id is not None
    ]


def worth_a_look(session: Session, me: Me, period_id: int) -> bool:
    """Whether there are as many as a mean needs."""
    return len(unsent(session, me, period_id)) >= FEWEST_FOR_MEAN
