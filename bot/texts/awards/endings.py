"""Sentences of refusals in a round, and of a round that ends without a winner."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

END = _("End without a winner")
REALLY_END = _("Yes, end the round")
LONGEST = 240


def passed_over(count: int) -> str:
    return _(
        "Proposals that the head did not follow: {count}, each with a reason that is on record. "
        "Who comes next by the votes of the team follows; nobody is chosen freely."
    ).format(count=count)


def refused(name: str, decider: str, reason: str) -> str:
    """For the panel, heads and HR."""
    return _("{name} was refused by {decider}: <i>{text}</i>").format(
        name=words.bold(name),
        decider=words.safe(decider),
        text=words.safe(words.fitting(reason, LONGEST)),
    )


def refused_me() -> str:
    return _(
        "You: the evaluation team proposed you in this round, and the award is not given to you "
        "this time. That you were proposed is an honour of its own: thank you for your work. "
        "Nothing changes in your results, and you can be a candidate again in the next round."
    )


def refused_letter() -> str:
    return _("There is news for you about an award round in which you were a candidate.")


def ask_end(title: str) -> str:
    return "\n\n".join(
        [
            words.bold(title),
            _(
                "Why shall this round end without a winner? Type one to three sentences; the "
                "evaluation team, the head and HR read them. Everybody sees that there is no "
                "winner, nobody else why."
            ),
        ]
    )


def confirm_end(title: str, reason: str) -> str:
    return "\n\n".join(
        [
            _("You are about to end this round without a winner: {award}.").format(
                award=words.bold(title)
            ),
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
            _("It cannot be opened again. Is that right?"),
        ]
    )


def ended(by: str, reason: str) -> str:
    """How it ended; by whom and why where that may be told."""
    if not by:
        return _("This round has ended without a winner.")
    return _("Ended without a winner by {name}: <i>{text}</i>").format(
        name=words.safe(by), text=words.safe(words.fitting(reason, LONGEST))
    )


def ended_notice() -> str:
    return _("The round has ended without a winner.")


def end_reason_wanted() -> str:
    return _("To end a round needs a reason of yours. Open the round again and write one.")


def round_over() -> str:
    return _("This round cannot be ended now. Open it again to see how it stands.")
