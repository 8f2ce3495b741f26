"""What the trail says of a breach."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session

from bot.actions.me import Me
from storage import agreement, audit
from storage.columns import vault_of
from storage.personal.breaches import WORDS, Breach


def note(session: Session, me: Me, row: Breach, verb: str, facts: Mapping[str, object]) -> None:
    """One step of it."""
    audit.record(session, me.now, me.employee_id, f"breach.{verb}", f"breach/{row.id}", facts)


def content(session: Session, row: Breach) -> dict[str, object]:
    """Whom it concerns, and a mark of its words."""
    said = agreement.mark(vault_of(session), *(getattr(row, name) for name in WORDS))
    return {"people": row.people, "unit": row.unit_id, "said": said}
