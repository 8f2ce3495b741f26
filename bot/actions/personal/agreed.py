"""What I agreed to, with version and time; taken back it holds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.personal.ending import end, standing
from bot.rules.personal import Consent
from bot.screens import Went, place
from bot.texts import personal as texts
from storage.personal import consents

PAGE = 5


@dataclass(frozen=True, slots=True)
class Given:
    """One consent; `until` is the day it was taken back."""

    kind: Consent
    object_id: int
    version: int
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Agreed:
    rows: Sequence[Given]
    first: int
    page: int
    pages: int


def agreed(session: Session, me: Me, page: int) -> Agreed:
    """Those that stand, then those taken back."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    shown = leaf(consents.of(session, me.employee_id), page, PAGE)
    rows = [
        Given(
            Consent(one.kind), one.object_id, one.version,
            one.given_at.astimezone(me.zone).date(),
            one.withdrawn_at.astimezone(me.zone).date() if one.withdrawn_at else None,
        )
        for one in shown.items
    ]  # fmt: skip
    return Agreed(rows, shown.page * PAGE + 1, shown.page, shown.pages)


def withdraw(session: Session, me: Me, kind: str, object_id: int) -> Went:
    """Take one of mine back: what hung on it ends with this press."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    for one in standing(session, me.employee_id):
        if (one.kind, one.object_id) == (kind, object_id):
            end(session, one, me.now, me.employee_id)
    return Went(place("personal.consents", 0), texts.withdrawn_notice())
