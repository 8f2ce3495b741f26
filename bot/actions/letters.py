"""Letters between the row that owes them and the chat they end in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.buttons import Drawn
from bot.actions.me import Me
from bot.actions.rights import demand
from bot.screens import Place, Went
from bot.texts import letters as texts
from storage import outbox
from storage.outbox import Kind, Letter

AGAIN = "letters.again"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter rendered for one chat; `edits` is the message it replaces, if it is a card.

    `was_unreachable`: the account is marked so, and arriving proves the contrary.
    """

    chat_id: int
    drawn: Drawn
    edits: int | None = None
    was_unreachable: bool = False


class NoAccount(Exception):
    """The person has no active account: nobody to send it to."""


class Postponed(Exception):
    """The person is not to be disturbed before `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__("postponed")
        self.until = until


Render = Callable[[Session, Letter, datetime], Outgoing | None]
"""Renders a letter at the moment of sending; None: no longer owed. Raises the two above."""


def offer_again(session: Session, me: Me, update_id: int, led: Place) -> None:
    """Owe a letter that leads to a screen which could not be shown; older offers fall away."""
    outbox.put(
        session, f"{AGAIN}/{update_id}", Kind.DECISION, AGAIN, me.now,
        to=me.employee_id, facts={"update": update_id}, opens=led,
    )  # fmt: skip


def newest_offer(session: Session, employee_id: int, update_id: int) -> Place | None:
    """Where this offer leads; None when a newer one has taken its place."""
    newest = outbox.newest(session, employee_id, AGAIN)
    if newest is None or newest.key != f"{AGAIN}/{update_id}":
        return None
    return Place.parse(newest.opens)


def received(session: Session, me: Me, letter_id: int) -> Went:
    """A copy of a decision has arrived; no further copy is sent."""
    demand(session, me, "letters.received", about=me.employee_id)
    outbox.confirm(session, letter_id, me.employee_id, me.now)
    return Went(Place("home.menu"), texts.thanks())
