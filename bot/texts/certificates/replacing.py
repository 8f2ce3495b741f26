"""Sentences of issuing a certificate anew."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

REPLACE, DO_REPLACE = _("Correct the name …"), _("Yes, issue it anew")


def ask(number: str, printed: str, listed: str) -> str:
    lines = [
        words.bold(_("Correct the name on {number}").format(number=number)),
        _("On the paper: {name}").format(name=words.bold(printed)),
        _("In the list of employees: {name}").format(name=words.bold(listed)),
    ]
    return "\n".join(lines)


def consequence() -> str:
    return _(
        "It is issued anew with this name, a new number and a new code. Whoever checks the paper "
        "of before is told that it was replaced, and by which number. The holder is told."
    )


def same_name() -> str:
    return _(
        "Both names are the same. If the name is misspelled, correct the list of employees first."
    )


def replaced_notice() -> str:
    return _("Issued anew. Please print it again and take the paper of before back.")


def told_replaced() -> str:
    return _("Your certificate was issued anew with the name corrected. Its number is new.")
