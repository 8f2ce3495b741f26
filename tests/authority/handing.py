"""Results of the quarter objected to that were handed over: begun, asked, attested."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel import Session

from bot.rules.receipts import HandState, Way
from storage import handovers, receipts
from tests.authority.world import World

LONG_AGO = datetime(2026, 7, 1, 3, tzinfo=UTC)
WHERE = "Ruang kepegawaian lantai 2"


def hand_over(world: World, session: Session) -> None:
    """Maya hands over to Nina, is about to for Yosef, and did for Dedi and Sari."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    period, numbers = at["objected"], {}
    for key in ("nina", "yosef", "dedi", "sari"):
        receipts.issue(session, period, ids[key], 1, LONG_AGO)
        row = receipts.of(session, period, ids[key], 1)
        assert row is not None
        numbers[key] = row.id or 0
    at["receipt_late"] = numbers["nina"]
    for name, key, state in (
        ("handover_draft", "yosef", HandState.DRAFT),
        ("handover", "dedi", HandState.ASKED),
        ("handover_done", "sari", HandState.ATTESTED),
    ):
        way = Way.PRINTED.value
        number = handovers.draft(session, numbers[key], ids["maya"], way, WHERE, now)
        assert number is not None
        at[name] = number
        if state is not HandState.DRAFT:
            values = {"state": state, "witness_id": ids["wayan"], "asked_at": now}
            handovers.change(session, number, [HandState.DRAFT], **values)
    receipts.take(session, numbers["sari"], ids["wayan"], now)
