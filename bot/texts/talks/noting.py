"""Screens of one talk: how it stands, and what was noted of it."""

from __future__ import annotations

from datetime import date, datetime

from bot.rules.people import strip_titles
from bot.rules.talks import State
from bot.texts import words
from bot.texts.language import _
from bot.texts.talks.pairs import with_employee


def talk(name: str, state: State, held_on: date | None, starts: datetime | None) -> str:
    head = with_employee(name)
    if state is State.HELD and held_on is not None:
        return f"{head}\n" + _("Held on {day}.").format(day=words.day(held_on))
    if state is State.DENIED and held_on is not None:
        said = _("Noted for {day}; one of you says that it was not held. It does not count.")
        return f"{head}\n" + said.format(day=words.day(held_on))
    if state is State.CANCELLED or starts is None:
        return f"{head}\n" + _("Called off.")
    return head


SHORT_NOTE = 110


def note(writer: str, text: str, *, private: bool, whole: bool = True) -> str:
    """What somebody wrote; its beginning when it is not to be `whole`."""
    who = words.safe(strip_titles(writer)) if writer else _("You")
    if private:
        who = _("Only you can read this")
    told = text if whole else words.fitting(" ".join(text.split()), SHORT_NOTE)
    return f"<b>{who}</b>:\n{words.safe(told)}"


def nothing_written() -> str:
    return _("Nothing is written down yet.")


def ask_note(name: str, before: str, *, private: bool) -> str:
    if private:
        said = _("Your own note. Nobody else can read it, not even HR.")
    else:
        said = _("A note that you and {name} can read.").format(
            name=words.bold(strip_titles(name))
        )
    lines = [said, _("Please type it, at most 500 characters.")]
    if before:
        lines.append(_("It replaces:") + f"\n<i>{words.safe(before)}</i>")
    return "\n\n".join(lines)
