"""What both sides say, and what the reviewer is about to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.objections.objection import Explanation, VerdictDraft
from storage.upsert import insert_new


def ask(session: Session, objection_id: int, person_id: int, party: str) -> bool:
    """Ask one side for its word; whether it was not asked before."""
    values = {
        "objection_id": objection_id, "person_id": person_id, "party": party, "draft": "",
        "said": None, "given_at": None,
    }  # fmt: skip
    return insert_new(session, Explanation, values)


def explanations(session: Session, objection_id: int) -> Sequence[Explanation]:
    """Everybody who was asked, in the order of their numbers."""
    found = select(Explanation).where(Explanation.objection_id == objection_id)
    fresh = found.order_by(col(Explanation.person_id)).execution_options(populate_existing=True)
    return session.exec(fresh).all()


def draft_word(session: Session, objection_id: int, person_id: int, text: str) -> bool:
    """Keep what a side is about to say; False when it was said, or never asked."""
    return _word(session, objection_id, person_id, {"draft": text})


def say(session: Session, objection_id: int, person_id: int, text: str, now: datetime) -> bool:
    """Keep a side's word for good; False when there is one."""
    said = {"draft": "", "said": text, "given_at": now}
    return _word(session, objection_id, person_id, said)


def _word(session: Session, objection_id: int, person_id: int, values: Mapping[str, Any]) -> bool:
    mine = (
        col(Explanation.objection_id) == objection_id,
        col(Explanation.person_id) == person_id,
        col(Explanation.given_at).is_(None),
    )
    return session.exec(update(Explanation).where(*mine).values(**values)).rowcount == 1


def draft_verdict(session: Session, objection_id: int, reviewer_id: int, **values: str) -> None:
    """Keep what a reviewer is about to decide: `levels`, `reason` or both."""
    whole = {"objection_id": objection_id, "reviewer_id": reviewer_id, "levels": "", "reason": ""}
    if not insert_new(session, VerdictDraft, whole | values):
        mine = (
            col(VerdictDraft.objection_id) == objection_id,
            col(VerdictDraft.reviewer_id) == reviewer_id,
        )
        session.exec(update(VerdictDraft).where(*mine).values(**values))


def verdict_draft(session: Session, objection_id: int, reviewer_id: int) -> VerdictDraft:
    """What this reviewer is about to decide; nothing yet: to keep the result, without reasons."""
    found = session.get(VerdictDraft, (objection_id, reviewer_id), populate_existing=True)
    return found or VerdictDraft(objection_id=objection_id, reviewer_id=reviewer_id)
