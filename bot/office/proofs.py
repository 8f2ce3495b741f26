"""Evidence of the invented office: drawn pictures, kept as if they had been fetched."""

from __future__ import annotations

from datetime import datetime

from bot.actions import evidence as keeping
from bot.actions import exhibiting
from bot.examining.pictures import draw_anew
from bot.examining.verdicts import Examined, Judged, examined
from bot.office.deeds import Deed
from bot.office.desk import Office
from bot.office.pictures import photo
from bot.rules.evidence import EvidenceState, FileType
from storage.evidence import Evidence
from storage.exhibits import Exhibit


def prove(office: Office, deed: Deed, kind: str, caption: str, seed: int) -> None:
    """Attach one picture to an achievement. It has no file at Telegram, so ours is shown.

    Equal `kind`, `caption` and `seed` are the same picture, which the rater is then told.
    """
    content = photo(kind, caption, seed)
    at: datetime = deed.sent or office.at(deed.owner, deed.done_on, 16)
    row = Evidence(
        achievement_id=deed.number, kind="document", key=f"contoh-{deed.number}-{seed}",
        name=f"{kind}-{seed}.jpg", size=len(content), state=EvidenceState.WAITING, added_at=at,
    )  # fmt: skip
    office.session.add(row)
    office.session.flush()
    keeping.keep(office.session, row.id or 0, _examined(content), at)


def exhibit(
    office: Office, objection_id: int, at: datetime, kind: str, caption: str, seed: int
) -> None:
    """Attach one picture to an objection that is being written."""
    content = photo(kind, caption, seed)
    row = Exhibit(
        objection_id=objection_id, kind="document", key=f"keberatan-{objection_id}-{seed}",
        name=f"{kind}-{seed}.jpg", size=len(content), state=EvidenceState.WAITING, added_at=at,
    )  # fmt: skip
    office.session.add(row)
    office.session.flush()
    exhibiting.keep(office.session, row.id or 0, _examined(content), at)


def _examined(content: bytes) -> Examined:
    return examined(content, Judged(FileType.JPEG, *draw_anew(content, FileType.JPEG)))
