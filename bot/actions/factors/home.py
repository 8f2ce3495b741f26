"""How my second factor stands, and whether I need one at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.rights import demand
from bot.actions.waiting import Waiting
from bot.rules.authority import PROVING_ROLES
from bot.screens import Place
from bot.texts import factors as texts
from storage import factors, recovery_codes
from storage.factors import Factor


class State(StrEnum):
    NONE = "none"
    WAITS = "waits"  # confirmed, but somebody reset the one before a short while ago
    PAUSED = "paused"  # after wrong tries
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Home:
    """`until` ends the waiting or the pause; `left` counts recovery codes."""

    state: State
    since: datetime | None = None
    until: datetime | None = None
    left: int = 0


def home(session: Session, me: Me) -> Home:
    demand(session, me, "factors.own", about=me.employee_id)
    factor = factors.in_use(session, me.employee_id)
    if factor is None or factor.id is None or factor.confirmed_at is None:
        return Home(State.NONE)
    state, until = standing(factor, me.now)
    return Home(
        state,
        factor.confirmed_at.astimezone(me.zone),
        until.astimezone(me.zone) if until else None,
        recovery_codes.left(session, factor.id),
    )


def standing(factor: Factor | None, now: datetime) -> tuple[State, datetime | None]:
    """Whether codes are taken now, and from when they are if not."""
    if factor is None:
        return State.NONE, None
    if factor.usable_from is not None and factor.usable_from > now:
        return State.WAITS, factor.usable_from
    if factor.paused_until is not None and factor.paused_until > now:
        return State.PAUSED, factor.paused_until
    return State.READY, None


def needed(_: Session, me: Me) -> bool:
    """Whether a role of mine brings acts that ask for the second factor."""
    return not PROVING_ROLES.isdisjoint(me.roles)


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """Whoever needs one and has none is asked to put it in."""
    if not needed(session, me) or factors.in_use(session, me.employee_id) is not None:
        return ()
    return (Waiting(texts.PUT_IN, Place("factors.home"), me.today),)
