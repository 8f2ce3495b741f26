"""Action items of forums: owed, done, handed on, overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.forums import Meeting
from bot.rules.people import strip_titles
from bot.texts import forums, words
from bot.texts.forums.records import head, turned, until
from bot.texts.language import _

ITEMS = _("Steps of the forum")
DONE = _("Done")
HAND_ON = _("Hand on to somebody")
TAKE, LEAVE = _("Yes, I take it over"), _("No, it stays there")
_STEP, _OVERDUE, _EARLIER = _("Step"), _("A step is overdue"), _("from an earlier one")
_FOR_THE_HOST = _("The host no longer works here, so this comes to you. Please see to it.")
_ORPHAN = _("A step has nobody to do it")


def line(
    number: int, text: str, owner: str, due: date, done: date | None, today: date, *, earlier: bool
) -> str:
    """`2. ✓ … (Sari Lestari, selesai 3 Des 2026)`."""
    mark = "✓ " if done else ("! " if due < today else "")
    told = f"{number}. {mark}{words.safe(text)}"
    if done:
        state = _("done on {day}").format(day=words.short_day(done))
    else:
        state = f"{until(due)}, {words.days_left(due, today)}"
    told += f" ({words.safe(strip_titles(owner))}, {state})"
    return f"{told} <i>{_EARLIER}</i>" if earlier else told


def listing(
    meeting: Meeting, lines: Sequence[str], total: int, is_open: int, pages: tuple[int, int]
) -> str:
    blocks = [head(meeting, ITEMS)]
    if not total:
        return "\n\n".join([*blocks, _("There are none: the record names no steps.")])
    blocks.append(
        _("{open} of {total} still open.").format(
            open=words.number(is_open), total=words.number(total)
        )
    )
    return "\n\n".join([*blocks, "\n".join(lines), *turned(*pages)])


def left_over(count: int) -> str:
    """On the card of the next one of a series."""
    return _("Not finished since the last time: {count} steps.").format(count=words.number(count))


def card(
    meeting: Meeting, text: str, owner: str, due: date, done: date | None, note: str, asked: str,
    today: date, *, mine: bool, asked_me: bool,
) -> str:  # fmt: skip
    blocks = [f"<b>{_STEP}</b> · {forums.title(meeting)}", words.safe(text)]
    told = [_("Who: {name}").format(name=words.safe(strip_titles(owner)))]
    if done:
        told.append(_("Done on {day}.").format(day=words.day(done)))
    else:
        told.append(
            _("Until {day} ({left}).").format(day=words.day(due), left=words.days_left(due, today))
        )
    if note:
        told.append(_("Note: {text}").format(text=words.safe(note)))
    if asked and not asked_me:
        told.append(
            _("{name} was asked to take it over.").format(name=words.safe(strip_titles(asked)))
        )
    blocks.append("\n".join(told))
    if asked_me:
        blocks.append(_("You are asked to take this step over."))
    elif mine:
        blocks.append(_("Press Done, or type in one sentence what came of it."))
    return "\n\n".join(blocks)


def done() -> str:
    return _("Done. Everybody who takes part sees it in the list.")


def asked() -> str:
    return _("Asked. It stays where it is until that person takes it over.")


def taken() -> str:
    return _("The step is yours now.")


def left() -> str:
    return _("Good. The step stays where it is.")


def has_it_already() -> str:
    return _("That person has this step already.")


def overdue(
    meeting: Meeting, text: str, owner: str, due: date, *, left: bool, host_left: bool
) -> str:
    """To the host or who stands in, once; `left`: whoever was to do it works here no longer."""
    day = words.day(due)
    last = (
        _("This person no longer works here; the step is due on {day}. Please hand it on.")
        if left
        else _("It was due on {day}.")
    )
    return "\n\n".join(
        [
            f"<b>{_ORPHAN if left else _OVERDUE}</b> · {forums.title(meeting)}",
            words.safe(text),
            _("Who: {name}").format(name=words.safe(strip_titles(owner))),
            last.format(day=day),
            *([str(_FOR_THE_HOST)] if host_left else []),
        ]
    )
