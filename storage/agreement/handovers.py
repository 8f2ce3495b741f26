"""Results handed over before a witness: who says so, who attests, denies or contradicts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import case
from sqlmodel import col

from bot.rules.receipts import HandState
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.handovers import Handover
from storage.receipts import Receipt

STATES = {
    "handovers.ask": HandState.ASKED.value,
    "handovers.attest": HandState.ATTESTED.value,
    "handovers.deny": HandState.DENIED.value,
    "handovers.contradict": HandState.CONTRADICTED.value,
}


def of_handovers(reader: Reader) -> Iterator[Finding]:
    """Every one that a witness was asked about: whose, how, and the newest word on it."""
    state = col(Handover.state)
    actor: Any = case(
        (state == HandState.ASKED, col(Handover.by_id)),
        (state == HandState.CONTRADICTED, col(Receipt.employee_id)),
        else_=col(Handover.witness_id),
    )
    at: Any = case(
        (state == HandState.ASKED, col(Handover.asked_at)),
        (state == HandState.CONTRADICTED, col(Handover.contradicted_at)),
        else_=col(Handover.answered_at),
    )
    whose = (col(Handover.receipt_id), col(Handover.by_id), col(Handover.witness_id))
    stored = rows(
        col(Handover.id), "handover", NOTHING, actor, at, text(*whose, col(Handover.way), state)
    )
    stored = stored.select_from(Handover).join(
        Receipt, col(Receipt.id) == col(Handover.receipt_id)
    )
    becomes: Any = case(STATES, value=ENTRIES.c.action)
    value = text(said("receipt"), said("by"), said("witness"), said("way"), becomes)
    asked = stored.where(state != HandState.DRAFT)
    return disagreements(reader, Kind.HANDOVER, asked, Entries(tuple(STATES), value))
