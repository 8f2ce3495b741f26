"""Files that prove what somebody learned: attached by its owner, seen by whoever confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import quota, rights
from bot.actions.achievements.attaching import check, file_values
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.showing import our_copy
from bot.rules.evidence import EvidenceState
from bot.screens import Place, Went, place
from bot.texts import achievements as common
from bot.texts.trainings import proving as texts
from storage.trainings import learning, proofs
from storage.trainings.learning import DRAFT, Learning
from storage.trainings.proofs import LearningProof

MOST = 5


@dataclass(frozen=True, slots=True)
class Attached:
    """What is attached so far; `answer` is why it came back, if it did."""

    row: Learning
    items: Sequence[LearningProof]


def attached(session: Session, me: Me, learning_id: int) -> Attached:
    """The files of what I am about to hand in."""
    return Attached(mine(session, me, learning_id), proofs.of(session, learning_id))


def mine(session: Session, me: Me, learning_id: int) -> Learning:
    """My learning that was not handed in yet, or came back."""
    row = learning.get(session, learning_id)
    rights.demand(session, me, "trainings.review", about=row.employee_id if row else 0)
    if row is None or row.state != DRAFT:
        raise Refused(texts.handed_in_already(), "handed_in")
    return row


def attach(session: Session, me: Me, learning_id: int, attachment: Attachment) -> Went:
    """Attach a file; a place is none. Raises Refused."""
    mine(session, me, learning_id)
    if attachment.kind is AttachmentKind.LOCATION:
        raise Refused(common.file_kind(), "file_kind")
    check(attachment)
    here = place("trainings.files", learning_id)
    there = proofs.of(session, learning_id)
    if attachment.unique_id in {one.key for one in there}:
        return Went(here, common.attached_before())
    if len(there) >= MOST:
        raise Refused(texts.enough(MOST), "enough")
    quota.demand(session, me, attachment.size or 0)
    key = {"learning_id": learning_id, "key": attachment.unique_id}
    proofs.add(session, {**file_values(attachment, me.now), **key})
    return Went(here)


def detach(session: Session, me: Me, learning_id: int, proof_id: int) -> Place:
    """Take one off."""
    mine(session, me, learning_id)
    proofs.remove(session, learning_id, proof_id)
    return place("trainings.files", learning_id)


def demand_ready(session: Session, learning_id: int) -> None:
    """Refused without a file, while one is being fetched, or one that was refused stands there."""
    states = [one.state for one in proofs.of(session, learning_id)]
    if not states:
        raise Refused(texts.file_wanted(), "file_wanted")
    if EvidenceState.WAITING in states:
        raise Refused(texts.still_coming(), "proofs_wait")
    if EvidenceState.REFUSED in states:
        raise Refused(texts.take_off(), "proofs_refused")


def shown(session: Session, learning_id: int) -> list[tuple[LearningProof, bytes | None]]:
    """What was kept, each with our copy where that is shown."""
    kept = [one for one in proofs.of(session, learning_id) if one.sha256]
    return [(one, our_copy(session, one)) for one in kept]


def mark_of(session: Session, learning_id: int) -> str:
    """The files that count, by their content."""
    return ",".join(one.sha256 for one in proofs.of(session, learning_id) if one.sha256)
