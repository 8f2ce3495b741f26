"""What a rater typed at somebody's achievement: asking what it was meant as."""

from __future__ import annotations

from bot.texts import words
from bot.texts.achievements.filling import shorten
from bot.texts.language import _

NOTE = _("A note to them")
WHY_RETURNED = _("Reason to return it")
WHY_REJECTED = _("Reason to reject it")
MINE = _("My own achievement")
DISCARD = _("Discard")
SHOWN = 400


def ask(said: str, title: str, owner: str) -> str:
    """`title` and `owner` are "" when that achievement waits no more."""
    quoted = f"<i>{words.safe(shorten(said, SHOWN))}</i>"
    if not title:
        gone = _("The achievement you were looking at no longer waits for your rating.")
        return "\n\n".join([_("What you have just written"), quoted, gone])
    about = f"{words.bold(shorten(title, 80))}\n{words.safe(owner)}"
    return "\n\n".join(
        [
            _("What you have just written"),
            quoted,
            about,
            _("<b>What is it for?</b> Nothing is sent until you decide on the achievement."),
        ]
    )
