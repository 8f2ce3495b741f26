"""A PDF that somebody sent: whose signature it bears, and whether it is as it was signed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.actions import rights
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.certificates.checking import Answer, about
from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.documents.signing import LARGEST, Seal, Soundness
from bot.rules.certificates import Asked, find_code
from bot.screens import Place, place
from bot.texts import certificates as texts
from storage import signing_keys

PDF = "application/pdf"


class Paper(StrEnum):
    """What a file is worth."""

    OURS = "ours"  # signed by the office, not one byte changed
    FOREIGN = "foreign"  # whole, but signed by somebody else
    BROKEN = "broken"
    UNSIGNED = "unsigned"


class SealWanted(Exception):
    """The file is to be fetched and its signature looked at before this can go on."""


@dataclass(frozen=True, slots=True)
class Examined:
    """`answer` is what is known of the certificate that a file of ours is; else None."""

    paper: Paper
    answer: Answer | None = None


def is_paper(attachment: Attachment) -> bool:
    """Whether it can be a certificate at all."""
    is_pdf = attachment.mime == PDF or attachment.name.lower().endswith(".pdf")
    return attachment.kind is AttachmentKind.DOCUMENT and is_pdf


def look_at(session: Session, me: Me | Guest, attachment: Attachment) -> Place:
    """Where it is said what the file is worth. Raises SealWanted until its seal is known."""
    rights.demand(session, me, "certificates.check", about=me.employee_id)
    if not is_paper(attachment) or (attachment.size or 0) > LARGEST:
        raise Refused(texts.not_a_paper(), "not_a_paper")
    if attachment.seal is None:
        raise SealWanted
    if attachment.seal.soundness is Soundness.UNREAD:
        raise Refused(texts.not_fetched(), "not_fetched")
    paper = _paper(session, attachment.seal)
    code = find_code(attachment.seal.reason) if paper is Paper.OURS else None
    return place("certificates.paper", paper.value, *([code] if code else []))


def examined(session: Session, me: Me | Guest, paper: str, code: str = "") -> Examined:
    """What was found of a file, and what became of its certificate since."""
    rights.demand(session, me, "certificates.check", about=me.employee_id)
    found = Paper(paper)
    return Examined(found, about(session, Asked(code=code)) if found is Paper.OURS else None)


def _paper(session: Session, seal: Seal) -> Paper:
    if seal.soundness is not Soundness.WHOLE:
        return Paper(seal.soundness.value)
    ours = signing_keys.get(session, seal.fingerprint)
    return Paper.OURS if ours else Paper.FOREIGN
