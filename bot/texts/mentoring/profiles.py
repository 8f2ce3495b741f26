"""Screens of offering and wanting a mentor, and of those one would rather not have."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _


def offer(text: str, chosen: Sequence[str], *, active: bool) -> str:
    lines = [
        words.bold(_("I can be a mentor")),
        _(
            "Choose what you are good at, and how many people at most you can take care of at "
            "once."
        ),
        _("You may also type in your own words what you can share, at most 200 characters."),
    ]
    return "\n\n".join([*lines, *_chosen(chosen), *_own(text, active=active)])


def room() -> str:
    return "\n\n".join(
        [
            words.bold(_("I can be a mentor")),
            _("How many people at most can you take care of at once?"),
        ]
    )


def _chosen(names: Sequence[str]) -> list[str]:
    return [_("Chosen: {names}.").format(names=words.safe(", ".join(names)))] if names else []


def wish(text: str, chosen: Sequence[str], *, active: bool) -> str:
    lines = [
        words.bold(_("I want a mentor")),
        _("Choose what you want to learn. Your superior is not told that you ask."),
        _("You may also type it in your own words, at most 200 characters."),
    ]
    return "\n\n".join([*lines, *_chosen(chosen), *_own(text, active=active)])


def _own(text: str, *, active: bool) -> list[str]:
    found = [f"<i>{words.safe(text)}</i>"] if text else []
    return [*found, _("You are in the list.") if active else _("You are not in the list yet.")]


def bars(names: Sequence[str]) -> str:
    lines = [
        words.bold(_("Not with …")),
        _(
            "With whom would you rather not be paired? Type a name. No reason is asked and nobody "
            "is told. Your superiors are never proposed anyway."
        ),
    ]
    return "\n\n".join(
        [*lines, "\n".join(f"• {words.safe(strip_titles(n))}" for n in names)]
    ).strip()
