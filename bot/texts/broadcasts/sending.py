"""Screens of a broadcast as it will come: preview, its reach, whom it does not reach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules.broadcasts import Out
from bot.texts import words
from bot.texts.language import _

TO_ME = _("Send it to me first")
SEND_NOW = _("Yes, send it")
ASK_SECOND = _("Ask the second person")
TAKE_BACK = _("Take it back")
OUTSIDE = _("Who is not reached")
WHYS = {
    Out.NEVER.value: _("not joined"),
    Out.BLOCKED.value: _("blocked the bot"),
    "failed": _("could not be delivered"),
    "expired": _("could not be delivered"),
    "unknown": _("unknown whether it arrived"),
}


def letter(text: str, corrected: datetime | None, *, quiz: bool) -> str:
    """What everybody gets; below a picture there is room for all of it."""
    blocks = [words.safe(text)]
    if corrected is not None:
        mark = _("Corrected on {moment}").format(moment=words.moment(corrected))
        blocks.append(f"<i>{mark}</i>")
    if quiz:
        told = _("With a short quiz, once you have read it.")
        blocks.append(f"<i>{told}</i>")
    return "\n\n".join(blocks)


def reach(people: int, never: int, blocked: int) -> str:
    lines = [_("It reaches: {count}").format(count=words.number(people - never - blocked))]
    if never:
        lines.append(_("Not joined yet: {count}").format(count=words.number(never)))
    if blocked:
        lines.append(_("Blocked the bot: {count}").format(count=words.number(blocked)))
    return "\n".join(lines)


def begins(moments: Sequence[datetime], *, late: bool) -> str:
    if not moments:
        return ""
    said = _("It begins: {moments}").format(moments="; ".join(map(words.moment, moments[:3])))
    if late:
        said += "\n" + _("The hour that was asked for is quiet there, or a day off.")
    return said


def under(blocks: Sequence[str]) -> str:
    """What stands below the preview and is not sent."""
    return "\n\n".join(["―――", *filter(None, blocks)])


def second() -> str:
    return _("A second person must agree before it goes out.")


def duration(minutes: int) -> str:
    return _("All of it takes about {minutes} minutes.").format(minutes=words.number(minutes))


def outside(total: int, lines: Sequence[tuple[str, str, str]], page: int, pages: int) -> str:
    head = words.bold(OUTSIDE)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not total:
        return f"{head}\n\n" + _("It reaches everybody.")
    told = [
        f"• <b>{words.safe(words.fitting(name, 50))}</b>\n"
        f"{words.safe(words.fitting(unit, 50))}, {WHYS.get(why, why)}"
        for name, unit, why in lines
    ]
    last = _("{count} people. Choose one to see how to call.").format(count=words.number(total))
    return "\n\n".join([head, "\n".join(told), last])
