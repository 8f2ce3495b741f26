"""Changes of the hierarchy: each was asked for by whom the row says, for the day it says."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.moves import Move

MOVE = "desk.move"


def of_moves(reader: Reader) -> Iterator[Finding]:
    """Of whom, what, to whom or where."""
    asked = rows(
        col(Move.id), "move", NOTHING, col(Move.made_by), col(Move.made_at),
        text(
            col(Move.employee_id), col(Move.what), col(Move.before_id), col(Move.after_id),
            col(Move.since),
        ),
    )  # fmt: skip
    told = text(said("employee"), said("what"), said("before"), said("after"), said("since"))
    yield from disagreements(reader, Kind.MOVE, asked, Entries((MOVE,), told))
