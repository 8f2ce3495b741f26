"""Sentences of the public page."""

from __future__ import annotations

from bot.texts.language import _


def title() -> str:
    return _("Is this paper genuine?")


def explained() -> str:
    return _(
        "Type the code that stands beside the QR code, for example 12-7KQ2-M9XD-4TRW-0HZB, or "
        "the number of the paper."
    )


def label() -> str:
    return _("Code or number")


def button() -> str:
    return _("Check")


def too_often() -> str:
    return _("Too many questions from your network. Please try again in a few minutes.")


def failed() -> str:
    return _("The answer cannot be given at the moment. Please try again in a few minutes.")


def privacy() -> str:
    return _("This page shows no more than stands on the paper, and keeps no record of you.")
