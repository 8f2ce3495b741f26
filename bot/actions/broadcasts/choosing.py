"""Choosing whom a broadcast is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.broadcasts.cards import first_words
from bot.actions.broadcasts.drafting import change
from bot.actions.desk.effects import units_like
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.broadcasts import Audience, Staff
from bot.screens import Place, place
from bot.texts import broadcasts as texts
from bot.texts import words
from storage import units
from storage.broadcasts import Broadcast, rows

ROLES = ("atasan", *(role.value for role in Role))


@dataclass(frozen=True, slots=True)
class Choice:
    """What to choose the audience from, by number and name."""

    row: Broadcast
    options: Sequence[tuple[int, str]] = ()


def choose(session: Session, me: Me, number: int, audience: str, which: str | int = "") -> Place:
    """Whom it is for. Raises Refused."""
    row = access.draft(session, me, number)
    if not _possible(session, me, audience, str(which)):
        raise Refused(words.not_available(), "audience")
    change(session, row, audience=audience, which=str(which))
    return place("broadcasts.draft", number)


def _possible(session: Session, me: Me, audience: str, which: str) -> bool:
    match audience:
        case Audience.EVERYBODY:
            return which == ""
        case Audience.UNIT | Audience.BELOW:
            reach = my_reach(session, me)
            known = which.isdecimal() and units.get(session, int(which)) is not None
            return known and (reach is None or int(which) in reach)
        case Audience.ROLE:
            return which in ROLES
        case Audience.STAFF:
            return which in list(Staff)
        case Audience.FAILED:
            there = [one.id for one in _quizzes(session, me)]
            return which.isdecimal() and int(which) in there
    return False


def _quizzes(session: Session, me: Me) -> Sequence[Broadcast]:
    agency = my_reach(session, me) is None
    found = rows.with_quiz(session, 20)
    return [one for one in found if agency or one.author_id == me.employee_id][:5]


def find_unit(session: Session, me: Me, number: int, text: str) -> Place:
    """Search my units by name. Raises Refused."""
    access.draft(session, me, number)
    ids = units_like(session, text, my_reach(session, me))
    if not ids:
        raise Refused(texts.no_unit(), "none")
    return place("broadcasts.units_found", number, *ids)


def units_found(session: Session, me: Me, number: int, *ids: int) -> Choice:
    """Those found, as far as they are within my reach. Raises Refused."""
    row, reach = access.draft(session, me, number), my_reach(session, me)
    names = units.names(session, ids)
    there = [one for one in ids if one in names and (reach is None or one in reach)]
    return Choice(row, [(one, names[one]) for one in there])


def unit_found(session: Session, me: Me, number: int, unit_id: int) -> Choice:
    """With or without what is below it."""
    return units_found(session, me, number, unit_id)


def choosing(session: Session, me: Me, number: int) -> Choice:
    """The kinds of audience; earlier quizzes among them."""
    row = access.draft(session, me, number)
    return Choice(row, [(one.id or 0, first_words(one)) for one in _quizzes(session, me)])
