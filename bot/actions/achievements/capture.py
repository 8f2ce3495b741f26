"""Something sent just so: it becomes the draft of an achievement, and that is offered."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.achievements import attaching
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.me import Me
from bot.actions.refusals import BUTTON_WANTED, Refused
from bot.rules.achievements import STORY_LENGTH, Step
from bot.rules.typed import is_short_answer, is_small_talk, suggest_title
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.achievements import telling
from storage import achievement_lists, achievements

HOME = Place("home.menu")


def capture_text(session: Session, me: Me, text: str) -> Went | Place:
    """Offer to make an achievement of a text; small talk leads to the menu, with a hint.

    Refused where a button was meant: the screen stays.
    """
    story = text.strip()
    if len(story) > STORY_LENGTH:
        raise Refused(words.too_long(STORY_LENGTH, len(story)), "too_long")
    if me.card is not None and is_short_answer(story):
        raise Refused(words.choose_button(), BUTTON_WANTED)
    if is_small_talk(story):
        return Went(HOME, telling.how_to_begin())
    return place("achievements.offer", _start(session, me, story))


def capture_file(session: Session, me: Me, attachment: Attachment) -> Went | Place:
    """Offer to make an achievement of a file or place; an album makes one of all its pictures."""
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    if attachment.album:
        begun = achievement_lists.by_album(session, me.employee_id, attachment.album)
        row = begun and begun.id and achievements.lock(session, begun.id)
        if row:
            attaching.put(session, me, row, attachment)
            return place("achievements.offer", row.id or 0)
    said = "" if attachment.kind is AttachmentKind.LOCATION else attachment.text.strip()
    number = _start(session, me, said[:STORY_LENGTH])
    row = achievements.lock(session, number)
    assert row is not None
    attaching.put(session, me, row, attachment)
    return place("achievements.offer", number)


def _start(session: Session, me: Me, story: str) -> int:
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    given = {"title": suggest_title(story), "story": story} if not is_small_talk(story) else {}
    return achievements.start(session, me.employee_id, me.now, step=Step.TITLE, **given)
