"""What belongs to a forum besides its time and place."""

from __future__ import annotations

from bot.rules.forums import Meeting
from bot.texts import forums, words
from bot.texts.forums import items
from bot.texts.language import _

MORE = _("Record, steps and more")


def contents(meeting: Meeting, edition: int, steps: int, is_open: int, left_over: int) -> str:
    lines = [forums.title(meeting), ""]
    if edition:
        lines.append(_("Record: edition {number}.").format(number=edition))
    else:
        lines.append(_("Record: not published yet."))
    if steps:
        lines.append(
            _("Steps: {total}, {open} of them open.").format(
                total=words.number(steps), open=words.number(is_open)
            )
        )
    if left_over:
        lines.append(items.left_over(left_over))
    return "\n".join(lines)
