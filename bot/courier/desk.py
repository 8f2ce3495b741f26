"""The courier's transactions: each runs on the database's thread and commits by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.actions.letters import NoAccount, Outgoing, Postponed, Render
from bot.clock import Clock
from bot.courier.outcomes import Outcome
from bot.courier.settling import settle
from bot.holder import is_gone
from storage import leases, outbox, pauses
from storage.outbox import Claimed, Letter

BATCH = 40
LASTS = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Ready:
    """A letter that is committed as being sent, with what is to be sent."""

    letter: Letter
    outgoing: Outgoing


@dataclass(frozen=True, slots=True)
class Desk:
    """`clock` is the office's time, `wall` the machine's; `holder` is this process."""

    clock: Clock
    wall: Clock
    render: Render
    lease: str
    holder: str

    def take(self, session: Session) -> bool:
        """Take the lease, or go on holding it."""
        return leases.take(session, self.lease, self.holder, self.wall.now(), LASTS, is_gone)

    def give_back(self, session: Session) -> None:
        leases.give_back(session, self.lease, self.holder, self.wall.now())

    def claim(self, session: Session, avoid: Collection[tuple[str, int]]) -> Sequence[Claimed]:
        """Settle what a crash left, then lease a batch; nothing of ours is in flight now."""
        if not self._may_speak(session):
            return []
        now = self.clock.now()
        outbox.recover(session, now)
        return outbox.claim(session, now, BATCH, avoid)

    def begin(self, session: Session, letter_id: int) -> Ready | None:
        """Render and mark as being sent; None when it is not to be sent, or not now."""
        if not self._may_speak(session):
            return None
        now = self.clock.now()
        letter = outbox.begin(session, letter_id)
        if letter is None:
            return None
        try:
            outgoing = self.render(session, letter, now)
        except NoAccount:
            outbox.fail(session, letter, outbox.NO_ACCOUNT)
        except Postponed as later:
            outbox.back(session, letter, later.until, "quiet hours")
        else:
            if outgoing is not None:
                return Ready(letter, outgoing)
            outbox.drop(session, letter)
        return None

    def settle(self, session: Session, ready: Ready, outcome: Outcome) -> None:
        """How the attempt ended."""
        now, wall = self.clock.now(), self.wall.now()
        settle(session, ready.letter, ready.outgoing, outcome, now, wall)

    def stumble(self, session: Session, letter_id: int, kind: str) -> None:
        """Rendering failed: a fault of ours."""
        outbox.stumble(session, letter_id, self.clock.now(), f"render: {kind}")

    def _may_speak(self, session: Session) -> bool:
        """Whether the lease is still ours (renewed by asking) and Telegram's patience is over."""
        wall = self.wall.now()
        if not leases.renew(session, self.lease, self.holder, wall, LASTS):
            return False
        until = pauses.until(session, pauses.TELEGRAM)
        return until is None or until <= wall
