"""Writing a broadcast: text, file, and the hour it comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import Session

from bot.actions import quota
from bot.actions.achievements.attaching import check, file_values
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.broadcasts import access
from bot.actions.forums import typed
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import broadcasts as rules
from bot.rules.broadcasts import State
from bot.screens import Place, Went, place
from bot.texts import broadcasts as texts
from bot.texts import words
from storage.broadcasts import Broadcast, rows
from storage.columns import vault_of

FURTHEST = timedelta(days=180)
PDF = "application/pdf"


def say_text(session: Session, me: Me, number: int, text: str) -> Place:
    """What it says, at most 850 characters. Raises Refused."""
    row = access.draft(session, me, number)
    said = typed.paragraphs(text, rules.TEXT_LIMIT)
    change(session, row, text=said)
    return place("broadcasts.draft", number)


def attach(session: Session, me: Me, number: int, attachment: Attachment) -> Went:
    """A picture or PDF in place of the one before; its caption becomes the text."""
    row = access.draft(session, me, number)
    pdf = attachment.kind is AttachmentKind.DOCUMENT and attachment.mime == PDF
    if not (pdf or attachment.kind is AttachmentKind.PHOTO):
        raise Refused(texts.only_picture_or_pdf(), "file_kind")
    check(attachment)
    said = typed.paragraphs(attachment.text, rules.TEXT_LIMIT) if attachment.text.strip() else ""
    quota.demand(session, me, attachment.size or 0)
    key = vault_of(session).index(attachment.unique_id).hex()
    values = {**file_values(attachment, me.now), "key": key, "text": ""}
    rows.put_file(session, number, values)
    change(session, row, **({"text": said} if said else {}))
    return Went(place("broadcasts.text" if not (row.text or said) else "broadcasts.draft", number))


def detach(session: Session, me: Me, number: int) -> Place:
    """Without a file."""
    row = access.draft(session, me, number)
    rows.put_file(session, number, None)
    change(session, row)
    return place("broadcasts.draft", number)


def say_time(session: Session, me: Me, number: int, text: str) -> Place:
    """Day and hour on every clock of the audience. Raises Refused."""
    row = access.draft(session, me, number)
    moment = typed.start(text, me.now, me.zone)
    if moment - me.now > FURTHEST:
        raise Refused(texts.too_far(FURTHEST.days), "far")
    change(session, row, starts=moment.replace(tzinfo=None).isoformat(timespec="minutes"))
    return place("broadcasts.draft", number)


def at_once(session: Session, me: Me, number: int) -> Place:
    row = access.draft(session, me, number)
    change(session, row, starts="")
    return place("broadcasts.draft", number)


def set_duty(session: Session, me: Me, number: int, duty: int) -> Place:
    """Whether it comes at any hour, on leave as well."""
    row = access.draft(session, me, number)
    change(session, row, duty=bool(duty))
    return place("broadcasts.time", number)


def change(session: Session, row: Broadcast, **values: Any) -> None:
    """Change a draft; what was tested before was another one."""
    more = {"version": row.version + 1, **values}
    if not rows.change(session, row.id or 0, (State.DRAFT,), more, row.version):
        raise Refused(words.changed_since(), "changed")
