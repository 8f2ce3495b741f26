"""Files beside an objection: attached to the draft, then seen by both sides and the reviewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import quota
from bot.actions.achievements.attaching import check, file_values
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.me import Me
from bot.actions.objections.card import Card, card
from bot.actions.objections.drafting import mine_of
from bot.actions.refusals import Refused
from bot.actions.showing import our_copy
from bot.rules.evidence import EvidenceState
from bot.screens import Place, Went, place
from bot.texts import achievements as common
from bot.texts.objections import exhibits as texts
from storage import exhibits
from storage.exhibits import Exhibit

MOST = 5


@dataclass(frozen=True, slots=True)
class Attached:
    """What is attached to my draft so far."""

    objection_id: int
    items: Sequence[Exhibit]


@dataclass(frozen=True, slots=True)
class Shown:
    """An objection with what was kept of its files, each with our copy where that is shown."""

    card: Card
    items: Sequence[tuple[Exhibit, bytes | None]]


def attached(session: Session, me: Me, objection_id: int) -> Attached:
    """The files of my draft."""
    mine_of(session, me, objection_id)
    return Attached(objection_id, exhibits.of(session, objection_id))


def attach(session: Session, me: Me, objection_id: int, attachment: Attachment) -> Went:
    """Attach a file to my draft; a place is none. Raises Refused."""
    mine_of(session, me, objection_id)
    if attachment.kind is AttachmentKind.LOCATION:
        raise Refused(common.file_kind(), "file_kind")
    check(attachment)
    here = place("objections.exhibits", objection_id)
    there = exhibits.of(session, objection_id)
    if attachment.unique_id in {one.key for one in there}:
        return Went(here, common.attached_before())
    if len(there) >= MOST:
        raise Refused(texts.enough(MOST), "enough")
    quota.demand(session, me, attachment.size or 0)
    key = {"objection_id": objection_id, "key": attachment.unique_id}
    exhibits.add(session, {**file_values(attachment, me.now), **key})
    return Went(here)


def detach(session: Session, me: Me, objection_id: int, exhibit_id: int) -> Place:
    """Take one off my draft."""
    mine_of(session, me, objection_id)
    exhibits.remove(session, objection_id, exhibit_id)
    return place("objections.exhibits", objection_id)


def shown(session: Session, me: Me, objection_id: int) -> Shown:
    """The files of one that was filed, for everybody whom it concerns."""
    found = card(session, me, objection_id)
    kept = [one for one in exhibits.of(session, objection_id) if one.sha256]
    return Shown(found, [(one, our_copy(session, one)) for one in kept])


def demand_settled(session: Session, objection_id: int) -> None:
    """Refused while a file is still being fetched, or one that was refused stands there."""
    states = {one.state for one in exhibits.of(session, objection_id)}
    if EvidenceState.WAITING in states:
        raise Refused(texts.still_coming(), "exhibits_wait")
    if EvidenceState.REFUSED in states:
        raise Refused(texts.take_off(), "exhibits_refused")


def mark_of(session: Session, objection_id: int) -> str:
    """The files that count, by their content."""
    return ",".join(one.sha256 for one in exhibits.of(session, objection_id) if one.sha256)
