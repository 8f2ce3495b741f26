"""Sentences of the panel's vote."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.awards import Weighing
from bot.rules.schemes import Scheme
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes.honours import measured

CONFLICT = _("I have a conflict")
DECLARE = _("Yes, I do not judge")
NEXT_CANDIDATE = _("Next candidate")
REASONS, LONGEST = 2, 160


def ballot(title: str, given: int, of: int, bound: int) -> str:
    lines = [
        words.bold(title),
        _("You have voted on {given} of {count} candidates.").format(given=given, count=of),
        _("Nobody sees your vote before all are in. You can change it until then."),
    ]
    if bound:
        lines.append(
            _(
                "{count} candidates are not yours to judge: you nominated them, lead them, or are "
                "bound to them."
            ).format(count=bound)
        )
    return "\n".join(lines)


def ballot_label(name: str, level: int | None) -> str:
    mark = f"{level} · " if level else "… "
    return mark + words.fitting(words.called(name), words.LABEL - len(mark))


def paper(
    title: str, name: str, unit: str, criteria: Sequence[Weighing],
    values: Sequence[Decimal | None], scheme: Scheme, reasons: Sequence[str], mine: int | None,
) -> str:  # fmt: skip
    """One candidate: what is known by the criteria, and what those who nominated say."""
    lines = [
        f"• {measured(one, scheme)}: {words.number(value)}"
        for one, value in zip(criteria, values, strict=True)
        if value is not None
    ]
    blocks = [
        f"{words.bold(title)}\n{words.bold(name)}, {words.safe(unit)}",
        "\n".join(lines),
        "\n".join(_quoted(one) for one in reasons[:REASONS]),
        _("How far does {name} deserve it? 1 hardly, 3 well, 5 outstandingly.").format(
            name=words.safe(name)
        ),
    ]
    if mine:
        blocks.append(_("Your vote: {level}.").format(level=mine))
    return "\n\n".join(filter(None, blocks))


def pair(title: str, first: str, second: str, left: int) -> str:
    return "\n\n".join(
        [
            words.bold(title),
            _("Both are nearly equal in points. Who of the two deserves it more?"),
            f"{words.bold(first)}\n{words.bold(second)}",
            _("Questions left: {count}.").format(count=left),
        ]
    )


def all_compared(title: str) -> str:
    return words.bold(title) + "\n\n" + _("You have answered everything. Thank you.")


def vote_kept() -> str:
    return _("Kept.")


def vote_over() -> str:
    return _("All votes are in.")


def ask_declare(title: str, name: str) -> str:
    return "\n\n".join(
        [
            words.bold(title),
            _(
                "Does family, friendship or a dispute keep you from judging {name} impartially? "
                "You then give no vote on {name}, and what you gave counts no more. This cannot "
                "be taken back in this round."
            ).format(name=words.bold(name)),
        ]
    )


def declared_notice() -> str:
    return _("Noted: you do not judge this candidate. Thank you for saying so.")


def no_vote() -> str:
    return _("There is nothing to vote on in this round now.")


def bound() -> str:
    return _("This candidate is not yours to judge: you are bound to him or her.")


def _quoted(reason: str) -> str:
    return f"<i>“{words.safe(words.fitting(reason, LONGEST))}”</i>"
