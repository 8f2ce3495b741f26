"""What all may read of stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.certificates import facts
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.stories.cards import Card, card_of, found
from bot.texts import words
from storage import stories

PAGE = 5


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of what all may read, newest first: certificate, name, award."""

    rows: Sequence[tuple[int, str, str]]
    page: int
    pages: int


def list_(session: Session, me: Me, page: int = 0) -> Listed:
    """Everything that is told."""
    rights.demand(session, me, "stories.read")
    total = stories.count_told(session)
    at = nearest(page, total, PAGE)
    some = stories.page_told(session, at * PAGE, PAGE)
    told = [(row.id or 0, facts.read(row.facts)) for row in some]
    rows = [(number, one.name, one.honour) for number, one in told]
    return Listed(rows, at, pages_of(total, PAGE))


def read(session: Session, me: Me, certificate_id: int) -> Card:
    """One that is told."""
    rights.demand(session, me, "stories.read")
    row, story = found(session, certificate_id)
    if story is None or story.told_at is None:
        raise Refused(words.not_available(), "not_told")
    return card_of(me, row, story)
