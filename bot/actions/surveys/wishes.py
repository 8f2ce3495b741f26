"""Who asked to be told: the contact is erased once the letter is owed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from storage import audit, outbox, surveys
from storage.outbox import Kind

WEST = ZoneInfo("Asia/Jakarta")
NEWS = "surveys.news"


def tell(session: Session, answer_ids: Collection[int], said: str, now: datetime) -> int:
    """Owe the news to whoever asked for it with one of these answers; how many. Once for each."""
    waiting = surveys.wishes.of_answers(session, answer_ids)
    for row in waiting:
        row.told_on, row.news = now.astimezone(WEST).date(), said
        chat, row.contact, row.mark = row.contact, None, None
        session.add(row)
        if chat is not None:
            outbox.put(
                session, f"{NEWS}/{row.id}", Kind.DECISION, NEWS, now, chat_id=int(chat),
                facts={"wish": row.id},
            )  # fmt: skip
    if waiting:
        facts = {"many": len(waiting)}
        audit.record(session, now, None, "surveys.tell", f"surveywish/{waiting[0].id}", facts)
    return len(waiting)
