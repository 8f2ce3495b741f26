"""A copy of everything that is held of me, for me alone (UU 27/2022 art. 7, 13 and 32)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.rules.personal import Held
from bot.screens import Went, place
from bot.texts.personal import copying as texts
from storage import audit
from storage.personal import copying as stored
from storage.personal.copying import Rows


@dataclass(frozen=True, slots=True)
class Copy:
    """`keep`: the file may be saved and handed on, which a protected one may not."""

    name: str
    at: datetime
    kinds: Mapping[Held, Mapping[str, Rows]]
    keep: bool


def ask_copy(session: Session, me: Me) -> None:
    """How shall it be handed over?"""
    rights.demand(session, me, "personal.own", about=me.employee_id)


def take_copy(session: Session, me: Me, keep: int) -> Went:
    """Note that I take one; it is made while it is shown and kept nowhere."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    facts = {"employee": me.employee_id, "keep": bool(keep)}
    about = f"employee/{me.employee_id}"
    audit.record(session, me.now, me.employee_id, "personal.copy", about, facts)
    return Went(place("personal.copy", keep), texts.coming())


def copy(session: Session, me: Me, keep: int) -> Copy:
    """Everything as it is now."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    return Copy(me.name, me.now, stored.copied(session, me.employee_id), bool(keep))
