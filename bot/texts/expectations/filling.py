"""Sentences of the steps in which a planned result is written, and tied to an achievement."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.expectations import Step, Wording
from bot.rules.figures import Counting
from bot.texts import words
from bot.texts.expectations import telling
from bot.texts.language import _

NONE_OF_THEM = _("None of them")
NO_PLAN = _("None")
TAKE = _("Use {number}")
COUNTINGS = {
    Counting.TOTAL_MORE: _("Total, more is better"),
    Counting.LAST_MORE: _("Newest, higher is better"),
    Counting.LAST_LESS: _("Newest, lower is better"),
    Counting.TOTAL_LESS: _("Total, less is better"),
}


def prompt(
    step: Step, one: Wording, position: int, answer: str, above: Sequence[str], *, changes: bool
) -> str:
    """The screen of a step: which planned result, what is asked, what stands there now.

    `above` are planned results to choose from, numbered as their buttons are.
    """
    head = _("Planned result {number}").format(number=position)
    lines = [head + " · " + _("change") if changes else head]
    if one.text and step is not Step.TEXT:
        lines.append(words.bold(words.fitting(one.text, 120)))
    lines.append(_question(step, ends=one.ends))
    if above:
        lines.append("\n".join(f"{at}. {words.safe(said)}" for at, said in enumerate(above, 1)))
    if answer:
        lines.append(_("Now: {answer}").format(answer=words.safe(answer)))
    return "\n\n".join(lines)


def _question(step: Step, *, ends: bool) -> str:
    if step is Step.REASON:
        asked = (
            _("<b>Why shall it be dropped?</b>")
            if ends
            else _("<b>Why does it have to change?</b>")
        )
        return (
            asked
            + "\n"
            + _("Type a sentence; your superior reads it, and it stays in the history.")
        )
    return {
        Step.SUPPORTS: _("<b>Which planned result of your superior does it support?</b>"),
        Step.TEXT: _(
            "<b>What will you have achieved at the end of the quarter?</b>\n"
            "Type one sentence, for example: Small business permits are finished within 3 days."
        ),
        Step.INDICATOR: _("<b>Which indicator does it serve?</b>"),
        Step.TARGET: _(
            "<b>How much is to be reached?</b>\n"
            "Type a number with its unit, for example <b>40 files</b>, <b>95%</b> or "
            "<b>2,5 days</b>."
        ),
        Step.COUNTING: _(
            "<b>How do achievements count?</b>\n"
            "Total: their numbers are added up, such as files finished. Newest: the last figure "
            "stands, such as waiting time or satisfaction."
        ),
    }[step]


def lines(one: Wording, position: int) -> str:
    head = _("Planned result {number} · change").format(number=position)
    return f"{words.bold(head)}\n{words.safe(one.text)}\n\n" + _("Which line should be changed?")


def choose(title: str, tied: str) -> str:
    parts = [words.bold(title or "-")]
    parts.append(_("Which of your planned results does this achievement count for?"))
    if tied:
        parts.append(_("Now: {answer}").format(answer=words.safe(words.fitting(tied, 100))))
    return "\n\n".join(parts)


def amount(title: str, one: Wording, so_far: str) -> str:
    asked = (
        _("<b>How much does it add, in {unit}?</b>")
        if one.counting and one.counting.sums
        else _("<b>What is the figure now, in {unit}?</b>")
    )
    return "\n\n".join(
        [
            words.bold(title or "-"),
            f"{words.safe(words.fitting(one.text, 120))}\n{so_far}",
            asked.format(unit=words.safe(one.unit)),
            _("Type the number, or press a button."),
        ]
    )


def take(number: Decimal) -> str:
    return words.fitting(TAKE.format(number=telling.number(number)))


def tied(one: Wording, value: Decimal) -> str:
    """`Rencana: Menyelesaikan berkas… (+12 berkas)`, for an achievement's card."""
    sign = "+" if one.counting and one.counting.sums else ""
    return _("Planned result: {text} ({sign}{amount} {unit})").format(
        text=words.safe(words.fitting(one.text, 60)), sign=sign, amount=telling.number(value),
        unit=words.safe(one.unit),
    )  # fmt: skip
