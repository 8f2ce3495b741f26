"""Tickets that were spent, and what may be told of the answers."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import literal
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.peers import PeerRelease, PeerTicket, TicketState


def of_answers(reader: Reader) -> Iterator[Finding]:
    """Every ticket that was spent, by whom and when; nobody can tell what was answered."""
    stored = rows(
        col(PeerTicket.id), "ticket", NOTHING, col(PeerTicket.rater_id),
        col(PeerTicket.spent_at), text(col(PeerTicket.period_id)),
    ).where(col(PeerTicket.state) == TicketState.SPENT)  # fmt: skip
    return disagreements(reader, Kind.ANSWER, stored, Entries(("peers.send",), said("period")))


def of_releases(reader: Reader) -> Iterator[Finding]:
    """Every level that counts, as it stood when the window closed."""
    stored = rows(
        col(PeerRelease.employee_id), "answers",
        text(col(PeerRelease.period_id), col(PeerRelease.side)), literal(None),
        col(PeerRelease.closed_at), col(PeerRelease.levels),
    )  # fmt: skip
    entries = Entries(("peers.close",), said("levels"), said("of"))
    return disagreements(reader, Kind.RELEASE, stored, entries)
