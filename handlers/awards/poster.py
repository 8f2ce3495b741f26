"""Drawing the poster of an award."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot.actions import awards
from bot.actions.awards.posters import LONGEST_STORY, Poster
from bot.documents.certificates import poster as document
from bot.screens import Button, File, FileKind, Screen, place
from bot.texts import awards as texts
from bot.texts import words
from bot.texts.certificates import printed
from handlers.awards.proposing import HOME


def draw_poster(one: Poster) -> Screen:
    said, at = said_on(one), one.given_at
    name = texts.poster_name(one.number)
    sheets = [
        File(FileKind.DOCUMENT, f"{name}-{size}.pdf", keepable=True,
             drawing=partial(document.paper, said, one.link, size, at))
        for size in awards.POSTERS
    ]  # fmt: skip
    picture = File(
        FileKind.PHOTO,
        f"{name}.png",
        drawing=partial(document.card, said, one.link),
        keepable=True,
    )
    back = Button(words.BACK, opens=place("awards.honour", one.award_id))
    return Screen(texts.poster(one.name), [[back, HOME]], files=[*sheets, picture])


def said_on(one: Poster) -> dict[str, Any]:
    """Every word of it, in its place."""
    story = words.fitting(" ".join(one.story.split()), LONGEST_STORY)
    return {
        "title": f"{one.honour}: {one.name}", "office": one.office, "name": one.name,
        "unit": one.unit, "honour": one.honour, "story": story,
        "number": printed.number(one.number),
        "words": {
            "title": texts.poster_title(), "wish": printed.WISHES["award"],
            "check": texts.poster_check(),
        },
    }  # fmt: skip
