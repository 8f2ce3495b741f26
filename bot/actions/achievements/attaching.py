"""Evidence that its owner sends: files, voices, places, links; and taking it off again."""

from __future__ import annotations

import re
from datetime import datetime

from sqlmodel import Session

from bot.actions import quota
from bot.actions.achievements import grounds
from bot.actions.achievements.owned import mine
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.achievements import Step
from bot.rules.evidence import MOST_BYTES, EvidenceState, may_fit
from bot.screens import Place, Went, place
from bot.texts import achievements as texts
from storage import achievements, evidence
from storage.achievements import Achievement
from storage.columns import vault_of

LINK = "link"
URL = re.compile(r"https?://\S{4,500}", re.IGNORECASE)
NAME_LENGTH = 120


def attach(session: Session, me: Me, achievement_id: int, attachment: Attachment) -> Went:
    """Attach at the step where evidence is asked for."""
    return attach_at(session, me, achievement_id, Step.EVIDENCE, attachment)


def attach_at(
    session: Session, me: Me, achievement_id: int, step: Step, attachment: Attachment
) -> Went:
    """Attach, and stay at the step that is being filled in."""
    row = mine(session, me, "achievements.edit", achievement_id)
    new = put(session, me, row, attachment)
    notice = texts.attached(step is not Step.EVIDENCE) if new else texts.attached_before()
    here = place("achievements.fill", achievement_id, step)
    return Went(here, notice if not new or step is not Step.EVIDENCE else "")


def put(session: Session, me: Me, row: Achievement, attachment: Attachment) -> bool:
    """Attach to an achievement of mine; False when it was attached before. Raises Refused."""
    check(attachment)
    if attachment.kind is AttachmentKind.LOCATION:
        return _text(session, me, row, AttachmentKind.LOCATION, attachment.text)
    values = file_values(attachment, me.now)
    keyed = {**values, "key": attachment.unique_id}
    return _add(session, me, row, keyed, attachment.album, attachment.size or 0)


def file_values(attachment: Attachment, now: datetime) -> dict[str, object]:
    """A row for a file that is still to be fetched."""
    return {
        "kind": attachment.kind,
        "file_id": attachment.file_id,
        "name": attachment.name[:NAME_LENGTH],
        "text": attachment.text[:NAME_LENGTH],
        "size": attachment.size,
        "state": EvidenceState.WAITING,
        "fetch_at": now,
        "added_at": now,
    }


def attach_text(session: Session, me: Me, achievement_id: int, text: str) -> Went:
    """A link is evidence too; other text is not."""
    row = mine(session, me, "achievements.edit", achievement_id)
    found = URL.search(text)
    if found is None:
        raise Refused(texts.evidence_wanted(), "evidence_wanted")
    new = _text(session, me, row, LINK, found[0])
    here = place("achievements.fill", achievement_id, Step.EVIDENCE)
    return Went(here, "" if new else texts.attached_before())


def remove(session: Session, me: Me, achievement_id: int, evidence_id: int) -> Place:
    """Take one item off."""
    row = mine(session, me, "achievements.edit", achievement_id)
    here = [item.id for item in evidence.of(session, achievement_id)]
    if evidence_id in here:
        evidence.remove(session, [evidence_id])
        achievements.change(session, achievement_id, me.now, step=row.step)
    if len(here) > 1:
        return place("achievements.items", achievement_id, 0)
    return place("achievements.fill", achievement_id, Step.EVIDENCE)


def check(attachment: Attachment) -> None:
    """Raises Refused for what is too large, or of a kind that is never kept."""
    if attachment.size is not None and attachment.size > MOST_BYTES:
        raise Refused(texts.file_too_large(attachment.size, MOST_BYTES), "too_large")
    if attachment.kind is not AttachmentKind.LOCATION and not may_fit(
        attachment.mime, attachment.name
    ):
        raise Refused(texts.file_kind(), "file_kind")


def _text(session: Session, me: Me, row: Achievement, kind: str, text: str) -> bool:
    values = {
        "kind": kind,
        "key": vault_of(session).index(text).hex(),
        "text": text,
        "state": EvidenceState.KEPT,
        "added_at": me.now,
    }
    return _add(session, me, row, values)


def _add(
    session: Session,
    me: Me,
    row: Achievement,
    values: dict[str, object],
    album: str | None = None,
    size: int | None = None,
) -> bool:
    """`size` in bytes for what counts against the quota."""
    assert row.id is not None
    most = grounds.scheme_on(session, me.today).evidence
    here = {item.key for item in evidence.of(session, row.id)}
    if values["key"] not in here:
        if len(here) >= most:
            raise Refused(texts.enough_evidence(most), "enough")
        if size is not None:
            quota.demand(session, me, size)
    blank = {"file_id": "", "name": "", "text": "", "size": None, "fetch_at": None}
    new = evidence.add(session, {**blank, **values, "achievement_id": row.id})
    if new:
        achievements.change(session, row.id, me.now, step=row.step, album=album or row.album)
    return new
