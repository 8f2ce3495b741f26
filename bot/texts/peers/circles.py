"""Sentences about proposals that go round among the same people."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

WATCH = _("Proposals that circle")


def circles(quarters: int, found: Sequence[tuple[Sequence[str], int, int]], more: int) -> str:
    blocks = [
        words.bold(WATCH),
        _(
            "Colleagues proposed in the last {quarters} quarters whose draw is over. Here stand "
            "those who propose one another more often than chance would."
        ).format(quarters=quarters),
    ]
    if found:
        lines = "\n".join("• " + _line(*one) for one in found)
        blocks.append(lines + ("\n" + _("And {count} more.").format(count=more) if more else ""))
    else:
        blocks.append(_("No circle was found."))
    blocks.append(
        _(
            "This is no finding and touches no score: people who work together propose one "
            "another, too. Of two such proposals the draw takes one. Answers are not looked at; "
            "who gave them is not stored."
        )
    )
    return "\n\n".join(blocks)


def _line(names: Sequence[str], inside: int, wishes: int) -> str:
    who = ", ".join(words.safe(strip_titles(name)) for name in names)
    return _("{names}: {inside} of {wishes} proposals among themselves").format(
        names=who, inside=inside, wishes=wishes
    )
