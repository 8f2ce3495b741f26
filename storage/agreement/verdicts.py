"""Why a head did not follow the panel, and why a round ended without a winner, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.agreement.awards import GIVE_BACK, REJECT
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.rounds import END
from storage.agreement.words import mark, opened, raw
from storage.awards import AwardRound
from storage.proposals import Proposal
from storage.vault import Vault


def of_words_of_verdicts(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Reasons of which the trail keeps a mark; those of older entries have none."""
    for kind, actions, number, reason in (
        (Kind.VERDICT, (REJECT, GIVE_BACK), Proposal.id, Proposal.answer),
        (Kind.ROUND, (END,), AwardRound.id, AwardRound.end_reason),
    ):
        told = {
            int(one.about): (one.number, (one.facts or {}).get("said"))
            for one in entries(connection, actions)
        }
        columns: tuple[Any, ...] = (col(number), raw(reason))
        for about, sealed in connection.execute(select(*columns).where(col(number).in_(told))):
            entry, marked = told[about]
            if marked and marked != mark(vault, opened(vault, sealed) if sealed else ""):
                yield Finding(kind, Fault.DIFFERS, str(about), "", entry)
