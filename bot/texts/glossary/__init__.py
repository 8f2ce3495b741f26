"""Sentences of /istilah: hard words of the law and of the bot, each in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from bot.texts import words
from bot.texts.glossary import appraisal, growth, office, results
from bot.texts.glossary.term import Term
from bot.texts.language import _

TERMS: Mapping[str, Term] = appraisal.TERMS | results.TERMS | growth.TERMS | office.TERMS

COMMAND = _("what a word means")
OPEN = _("Terms")
ALL = _("All terms")


def home(page: int, pages: int) -> str:
    return "\n\n".join(
        [
            words.bold(_("Terms")) + f" · {page + 1}/{pages}",
            _("Press a term to see what it means, or type a word to look for, for example “plh”."),
        ]
    )


def term(one: Term) -> str:
    lines = [words.bold(str(one.name)), words.safe(str(one.means))]
    if one.beside:
        lines.append(_("See also:"))
    return "\n\n".join(lines)


def found(many: int) -> str:
    if not many:
        return _(
            "I do not know that word. Please type it in another way, or choose from the list."
        )
    return _("Which of these do you mean?")


def label(key: str) -> str:
    return words.fitting(str(TERMS[key].name))
