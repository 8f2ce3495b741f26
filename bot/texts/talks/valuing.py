"""Screens of how useful talks were, to whoever had them and to whoever led them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _


def ask_value(name: str, held_on: date) -> str:
    return _(
        "How useful was the talk with {name} on {day} to you?\n\nYour superior never sees your "
        "answer by itself: only the mean, once three people or more have answered, without "
        "names or dates."
    ).format(name=words.bold(strip_titles(name)), day=words.day(held_on))


def value(level: str, word: str) -> str:
    lines = [_("Your answer: {level}.").format(level=level)]
    if word:
        lines.append(f"<i>{words.safe(word)}</i>")
    return "\n".join(lines)


def ask_word() -> str:
    return _(
        "You may type a word with it, at most 150 characters. It is shown without your name "
        "once three have answered; write it so that it does not give you away."
    )


def use(mean: Decimal | None, people: int, said: Sequence[str]) -> str:
    head = words.bold(_("What people say about your talks"))
    if mean is None:
        return f"{head}\n\n" + _(
            "Fewer than three people have answered so far. Nothing is shown until then, so that "
            "everybody can answer freely."
        )
    lines = [
        head,
        _("Usefulness: <b>{mean}</b> of 5, from {people} answers.").format(
            mean=words.number(mean), people=people
        ),
    ]
    if said:
        lines.append("\n".join(f"• <i>{words.safe(one)}</i>" for one in said))
    lines.append(_("Answers are told three or more at a time, without names and dates."))
    return "\n\n".join(lines)
