"""Notes for myself alone: neither the other one nor HR ever reads them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.mentoring.sharing import other_of, seen
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.mentoring import State
from bot.screens import Place, Went, place
from bot.texts import mentoring as texts
from storage import employees, mentoring

LENGTH = 600
WRITABLE = (State.ACTIVE, State.ENDED)


@dataclass(frozen=True, slots=True)
class Own:
    """`over`: it has ended, so I may want to erase what I wrote."""

    number: int
    name: str
    text: str
    writable: bool
    over: bool


def own(session: Session, me: Me, number: int) -> Own:
    """What I keep for myself of a pair of mine."""
    row = seen(session, me, number)
    other = employees.get(session, other_of(row, me))
    return Own(
        number=number,
        name=other.name if other else "",
        text=mentoring.own_note(session, number, me.employee_id),
        writable=row.state in WRITABLE,
        over=row.state in (State.ENDED, State.LAPSED),
    )


def write_own(session: Session, me: Me, number: int, text: str) -> Place:
    """Keep it, in place of what I wrote before."""
    row = seen(session, me, number)
    if row.state not in WRITABLE:
        raise Refused(texts.not_running(), "not_running")
    said = tidy(text, LENGTH)
    mentoring.put_own_note(session, number, me.employee_id, said, me.now)
    return place("mentoring.own", number)


def erase_own(session: Session, me: Me, number: int) -> Went:
    """Erase it for good."""
    seen(session, me, number)
    mentoring.erase_own_note(session, number, me.employee_id)
    return Went(place("mentoring.card", number), texts.erased_notice())
