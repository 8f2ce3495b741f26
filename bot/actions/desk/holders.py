"""Choosing who acts for an absent official."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.desk.absences import Days, mandate_check
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.search import Found, find, found
from bot.screens import Place, place
from bot.texts import desk as texts


@dataclass(frozen=True, slots=True)
class Holders:
    employee_id: int
    kind: str
    people: Sequence[Found]


def holder(session: Session, me: Me, absent: int, kind: str) -> Days:
    """The question for the holder's name."""
    return mandate_check(session, me, absent, kind, absent)


def find_holder(session: Session, me: Me, absent: int, kind: str, text: str) -> Place:
    """Search the whole agency, without the absent official and without me."""
    demand(session, me, "desk.record_mandate", about=absent)
    those = find(session, text)
    ids = [one for one in those if one not in {absent, me.employee_id}]
    if those and not ids:
        raise Refused(texts.mandate_not_oneself(), "oneself")
    if not ids:
        raise Refused(texts.nobody_found(), "nobody_found")
    return place("desk.holders", absent, kind, *ids)


def holders(session: Session, me: Me, absent: int, kind: str, *ids: int) -> Holders:
    demand(session, me, "desk.record_mandate", about=absent)
    return Holders(absent, kind, found(session, ids))
