"""HR or a head lets all read a story, or gives it back."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.stories.cards import Card, card_of, found, record, standing
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import stories as texts
from bot.texts import words
from storage import agreement, audit, certificates, outbox, stories
from storage.certificates import Certificate
from storage.columns import vault_of
from storage.outbox import Kind
from storage.stories import Story


def judge(session: Session, me: Me, certificate_id: int) -> Card:
    """One that waits for a second person, or was judged."""
    row, story = _judged(session, me, certificate_id)
    return card_of(me, row, story)


def approve(session: Session, me: Me, certificate_id: int, seen: str = "") -> Went:
    """Let all read the words I have `seen`; the winner is told."""
    row, story = _judged(session, me, certificate_id)
    here = place("stories.judge", certificate_id)
    if not still(seen, story.text):
        return Went(here, words.changed_since())
    if not stories.judge(session, certificate_id, me.employee_id, me.now, None):
        raise Refused(texts.judged_already(), "judged")
    said = agreement.mark(vault_of(session), story.text)
    audit.record(
        session, me.now, me.employee_id, "stories.tell", f"certificate/{certificate_id}",
        {"said": said},
    )  # fmt: skip
    _answer(session, me, row)
    return Went(here, texts.told_notice())


def give_back(session: Session, me: Me, certificate_id: int, text: str) -> Place:
    """Return it with what should be said otherwise; nobody reads it until then."""
    row, _ = _judged(session, me, certificate_id)
    said = " ".join(text.split())
    if not 10 <= len(said) <= 300:
        raise Refused(texts.why_length(10, 300), "length")
    if not stories.judge(session, certificate_id, me.employee_id, me.now, said):
        raise Refused(texts.judged_already(), "judged")
    record(session, me, "return", certificate_id)
    _answer(session, me, row)
    return place("stories.judge", certificate_id)


def _judged(session: Session, me: Me, number: int) -> tuple[Certificate, Story]:
    row = certificates.get(session, number)
    rights.demand(session, me, "stories.judge", about=row.employee_id if row else 0)
    row, story = found(session, number)
    if story is None or standing(story) == "draft":
        raise Refused(words.not_available(), "not_sent")
    return row, story


def _answer(session: Session, me: Me, row: Certificate) -> None:
    number = row.id or 0
    outbox.put(
        session, f"stories.judged/{number}/{int(me.now.timestamp())}", Kind.DECISION,
        "stories.judged", me.now, to=row.employee_id, facts={"certificate": number},
        opens=place("stories.mine", number),
    )  # fmt: skip
