"""What of a kept file is shown: ours where Telegram's tells more than it should."""

from __future__ import annotations

from sqlmodel import Session

from bot.rules.evidence import CLEANED, EvidenceState
from storage.evidence import EvidenceFile
from storage.evidence_files import files_of


def our_copy(session: Session, row: EvidenceFile) -> bytes | None:
    """Our content, to be shown instead of Telegram's file; None where that may be shown.

    What tells of a place was taken out of our copy, not of Telegram's; of photos Telegram takes it
    out itself.
    """
    kept = row.state == EvidenceState.KEPT and row.kind != "photo"
    return files_of(session).read(row.sha256) if kept and row.file_type in CLEANED else None
