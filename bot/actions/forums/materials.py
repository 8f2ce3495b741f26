"""Materials of a forum: put there by its host, fetched by those who take part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import quota
from bot.actions.achievements.attaching import check, file_values
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.forums import access
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.showing import our_copy
from bot.rules.evidence import EvidenceState
from bot.rules.forums import Meeting
from bot.screens import Place, Went, place
from bot.texts import achievements as common
from bot.texts import words
from bot.texts.forums import materials as texts
from storage import audit
from storage import forum_materials as materials
from storage.columns import vault_of
from storage.forum_materials import LINK, ForumMaterial
from storage.forums import OPEN
from storage.invited import Seen

MOST, PAGE = 10, 4
_ADDRESS = re.compile(r"https://[^\s/?#]+\.[^\s/?#]+\S{0,450}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Materials:
    """A page of what I may have; a host sees all, also what is still on its way."""

    id: int
    meeting: Meeting
    hosting: bool
    items: Sequence[ForumMaterial]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Material:
    """One of them, with our copy where that is shown."""

    forum_id: int
    meeting: Meeting
    hosting: bool
    row: ForumMaterial
    ours: bytes | None


def listed(session: Session, me: Me, forum_id: int, page: int = 0) -> Materials:
    """What the host has put there, of a forum that I host or am invited to."""
    found = access.opened(session, me, forum_id)
    rows = _mine(session, me, found)
    shown, at, pages = leaf(rows, page, PAGE)
    hosting = found.forum.host_id == me.employee_id
    return Materials(
        forum_id, access.meeting(found.forum, found.host), hosting and found.forum.state == OPEN,
        shown, at, pages, len(rows),
    )  # fmt: skip


def single(session: Session, me: Me, material_id: int) -> Material:
    """One that I may have: its file, or its address."""
    row = materials.get(session, material_id)
    found = access.opened(session, me, row.forum_id if row else 0)
    if row is None or row.id not in {one.id for one in _mine(session, me, found)}:
        raise Refused(words.not_available(), "missing")
    hosting = found.forum.host_id == me.employee_id and found.forum.state == OPEN
    meeting = access.meeting(found.forum, found.host)
    return Material(row.forum_id, meeting, hosting, row, our_copy(session, row))


def attach(session: Session, me: Me, forum_id: int, attachment: Attachment) -> Went:
    """Put a file there. Raises Refused."""
    _hosted(session, me, forum_id)
    if attachment.kind is AttachmentKind.LOCATION:
        raise Refused(common.file_kind(), "file_kind")
    check(attachment)
    _room(session, forum_id)
    quota.demand(session, me, attachment.size or 0)
    values = {**file_values(attachment, me.now), "key": attachment.unique_id}
    return _add(session, me, forum_id, values)


def say_link(session: Session, me: Me, forum_id: int, text: str) -> Went:
    """Put a link there; a safe one begins with https. Raises Refused."""
    _hosted(session, me, forum_id)
    found = _ADDRESS.fullmatch(text.strip())
    if found is None:
        raise Refused(texts.no_link(), "no_link")
    _room(session, forum_id)
    values = {
        "kind": LINK, "key": vault_of(session).index(found[0]).hex(), "text": found[0],
        "state": EvidenceState.KEPT, "added_at": me.now,
    }  # fmt: skip
    return _add(session, me, forum_id, values)


def restrict(session: Session, me: Me, material_id: int, present: int) -> Place:
    """For whoever was there alone, or for everybody invited."""
    row = _row(session, me, material_id)
    materials.restrict(session, row.id or 0, for_present=bool(present))
    facts = {"material": row.id, "present": bool(present)}
    about = f"forum/{row.forum_id}"
    audit.record(session, me.now, me.employee_id, "forums.restrict_material", about, facts)
    return place("forums.material", material_id)


def detach(session: Session, me: Me, material_id: int) -> Went:
    """Take one away again."""
    row = _row(session, me, material_id)
    if materials.remove(session, material_id):
        about, facts = f"forum/{row.forum_id}", {"material": material_id}
        audit.record(session, me.now, me.employee_id, "forums.detach_material", about, facts)
    return Went(place("forums.materials", row.forum_id, 0), texts.taken_away())


def _add(session: Session, me: Me, forum_id: int, values: dict[str, object]) -> Went:
    here = place("forums.materials", forum_id, MOST)
    mine = {**values, "forum_id": forum_id, "added_by": me.employee_id}
    if not materials.add(session, mine):
        return Went(here, common.attached_before())
    about, facts = f"forum/{forum_id}", {"kind": values["kind"]}
    audit.record(session, me.now, me.employee_id, "forums.attach_material", about, facts)
    return Went(here, texts.put_there())


def _mine(session: Session, me: Me, found: Seen) -> Sequence[ForumMaterial]:
    number = found.forum.id or 0
    if found.forum.host_id == me.employee_id:
        return materials.of(session, number)
    row = found.invitation
    present = row is not None and row.attended_at is not None
    return materials.readable(session, number, present=present)


def _hosted(session: Session, me: Me, forum_id: int) -> None:
    if access.hosted(session, me, "forums.host", forum_id).state != OPEN:
        raise Refused(words.not_available(), "cancelled")


def _row(session: Session, me: Me, material_id: int) -> ForumMaterial:
    row = materials.get(session, material_id)
    _hosted(session, me, row.forum_id if row else 0)
    assert row is not None
    return row


def _room(session: Session, forum_id: int) -> None:
    if len(materials.of(session, forum_id)) >= MOST:
        raise Refused(texts.enough(MOST), "enough")
