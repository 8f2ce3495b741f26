"""Closing the window: a stretch of people at a time, whose answers are read and then forgotten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Integer, String, bindparam, delete, select, tuple_, update
from sqlmodel import Session, col

from storage import keyboards, updates
from storage.accounts import Account
from storage.peers.drafts import PeerDraft, Said, read
from storage.peers.releases import PeerRelease
from storage.peers.tickets import PeerTicket, TicketState
from storage.prepared import Prepared

Whom = tuple[str, int]
"""Side and the number of the person asked about."""


class Stretch(NamedTuple):
    """All people asked about in a period from the first to the last of these."""

    period: int
    first: Whom
    last: Whom

    def values(self) -> dict[str, Any]:
        (side, about), (last_side, last_about) = self.first, self.last
        return {
            "period": self.period, "first_side": side, "first_about": about,
            "last_side": last_side, "last_about": last_about,
        }  # fmt: skip


class Held(NamedTuple):
    """A ticket while it is closed."""

    id: int
    side: str
    about_id: int
    rater_id: int


def _whom(which: str) -> Any:
    return tuple_(
        bindparam(f"{which}_side", type_=String), bindparam(f"{which}_about", type_=Integer)
    )


_ABOUT = tuple_(col(PeerTicket.side), col(PeerTicket.about_id))
_OF_PERIOD = col(PeerTicket.period_id) == bindparam("period")
_THOSE = (
    _OF_PERIOD, _whom("first") <= _ABOUT, _whom("last") >= _ABOUT,
)  # fmt: skip
_TICKETS = select(col(PeerTicket.id)).where(*_THOSE)
_RATERS = select(col(PeerTicket.rater_id)).where(*_THOSE)

_REACHED = Prepared(
    select(col(PeerRelease.side), col(PeerRelease.employee_id))
    .where(col(PeerRelease.period_id) == bindparam("period"))
    .order_by(col(PeerRelease.side).desc(), col(PeerRelease.employee_id).desc())
    .limit(1)
)
_NEXT = Prepared(
    select(col(PeerTicket.side), col(PeerTicket.about_id))
    .distinct()
    .where(_OF_PERIOD, _whom("done") < _ABOUT)
    .order_by(col(PeerTicket.side), col(PeerTicket.about_id))
    .limit(bindparam("most"))
)
_HOLD = Prepared(
    select(*[getattr(PeerTicket, name) for name in Held._fields])
    .where(*_THOSE)
    .order_by(col(PeerTicket.id))
    .with_for_update()
)
_SAID = Prepared(
    select(col(PeerDraft.ticket_id), col(PeerDraft.said), col(PeerDraft.version))
    .join(PeerTicket, col(PeerTicket.id) == col(PeerDraft.ticket_id))
    .where(*_THOSE, col(PeerTicket.state) == TicketState.SPENT.value)
)
_LAPSE = Prepared(
    update(PeerTicket)
    .where(*_THOSE, col(PeerTicket.state) == TicketState.OPEN.value)
    .values(state=TicketState.LAPSED.value, replaced=True)
)
_ERASE = Prepared(delete(PeerDraft).where(col(PeerDraft.ticket_id).in_(_TICKETS)))
_WHO = Prepared(select(col(Account.telegram_id)).where(col(Account.employee_id).in_(_RATERS)))


def unclosed(session: Session, period_id: int, limit: int) -> list[Whom]:
    """The next people about whom answers were not closed yet: all of them, without a gap.

    They are closed in this order, and nobody is asked any more once the first of them is.
    """
    side, about = _REACHED.first(session, period=period_id) or ("", 0)
    found = _NEXT.all(session, period=period_id, done_side=side, done_about=about, most=limit)
    return [(side, about) for side, about in found]


def tickets_of(session: Session, those: Stretch) -> list[Held]:
    """Every ticket about these, held until the transaction ends."""
    return [Held(*row) for row in _HOLD.all(session, **those.values())]


def said_about(session: Session, those: Stretch) -> dict[int, Said]:
    """What was sent about these, by ticket."""
    rows = _SAID.all(session, **those.values())
    return {number: read(said, version) for number, said, version in rows}


def forget(session: Session, those: Stretch) -> None:
    """End what is open; erase drafts, the buttons they were pressed on, and where that led."""
    _LAPSE.change(session, **those.values())
    theirs = _raters(session, those)
    _ERASE.change(session, **those.values())
    keyboards.forget(session, theirs, "peers.")
    updates.forget(session, theirs, "peers.")


def _raters(session: Session, those: Stretch) -> Collection[int]:
    found: Sequence[Any] = _WHO.all(session, **those.values())
    return [number for (number,) in found]
