"""The preview of a public post about a forum, and the post itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.forums import posting
from bot.actions.forums.posting import Post
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.forums import posts as texts
from bot.texts.groups import whose
from handlers.table import Recipient


def draw_preview(at: Post) -> Screen:
    told = texts.post(at.meeting, at.place, cancelled=at.cancelled)
    rows = [[Button(words.BACK, opens=place("forums.more", at.forum_id))]]
    if not at.posted:
        does = place("forums.post_it", at.forum_id)
        rows.insert(0, [Button(texts.REALLY, does=does, style=Style.GOOD)])
    return Screen(texts.preview(told, whose(at.unit)), rows)


def write_post(session: Session, _to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """As it is at the moment of sending; buttons lead to the private chat alone."""
    at = posting.public(session, facts["forum"])
    if at is None:
        return None
    rows = [[Button(texts.ANSWER, url=at.link)]] if at.link and not at.cancelled else []
    return Screen(texts.post(at.meeting, at.place, cancelled=at.cancelled), rows)
