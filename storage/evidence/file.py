"""A file that somebody sent, and what is known of its content."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.rules.achievements import State
from bot.rules.evidence import EvidenceState
from storage.columns import moment, sealed

CLAIMED = (State.SENDING, State.SUBMITTED, State.APPROVED, State.RETURNED, State.REJECTED)


class EvidenceFile(SQLModel):
    """What is kept of a file that somebody sent, whatever it is evidence of.

    `key` is Telegram's unique id of the file (or a mark of the text), so that nothing is attached
    twice. `sha256` is that of the content as it was sent, and the name of our copy.
    """

    kind: str
    key: str
    file_id: str = ""
    name: str = sealed("")
    text: str = sealed("")
    size: int | None = None
    state: str = EvidenceState.WAITING
    fault: str = ""
    tries: int = 0
    fetch_at: datetime | None = moment(nullable=True, index=True)
    added_at: datetime = moment()
    sha256: str = Field(default="", index=True)
    file_type: str = ""
    look: str = ""


class Evidence(EvidenceFile, table=True):
    """One file, place or link of an achievement; with `turn_id` a rater's spoken note."""

    __table_args__ = (UniqueConstraint("achievement_id", "turn_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    achievement_id: int = Field(foreign_key="achievement.id", index=True)
    turn_id: int = 0


class EvidenceMark(SQLModel, table=True):
    """Eight rows a picture: near pictures share at least one mark."""

    evidence_id: int = Field(foreign_key="evidence.id", primary_key=True)
    mark: int = Field(primary_key=True, index=True)


class EvidenceTwin(SQLModel, table=True):
    """Two files of different achievements that are the same or nearly so."""

    evidence_id: int = Field(foreign_key="evidence.id", primary_key=True)
    twin_id: int = Field(foreign_key="evidence.id", primary_key=True, index=True)
    same: bool
