"""Sentences of proposing another result, and of the head who signs it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.panel import View
from bot.rules.predikat import Predikat
from bot.rules.scoring import Score
from bot.texts import words
from bot.texts.language import _
from bot.texts.panel.views import VIEW
from bot.texts.results import PREDIKAT

WRITE = _("Reason and proposal")
PROPOSE = _("Yes, propose")
AS_IT_IS = _("Leave as it is")
SIGN = _("Apply the adjustment")
NO = _("Yes, refuse")
REASON = 280  # two of them stand on one screen


def levels(name: str, before: Score, after: Score, verdict: View) -> str:
    told = _("Adjustment for {name}. The team's view: <b>{view}</b>.").format(
        name=words.bold(words.called(name)), view=VIEW[verdict]
    )
    how = _("Choose a line to propose another level for it; the predicate follows by the table.")
    return "\n\n".join([told, numbers(_of(before), _of(after)), how])


def applied_numbers(before: tuple[Decimal, Predikat], after: tuple[Decimal, Predikat]) -> str:
    """What the result was, and what the adjustment has made of it."""
    told = _("Before: {total}, {predikat}").format(
        total=words.number(before[0]), predikat=PREDIKAT[before[1]]
    )
    then = _("After: <b>{total}</b>, <b>{predikat}</b>").format(
        total=words.number(after[0]), predikat=PREDIKAT[after[1]]
    )
    return f"{told}\n{then}"


def numbers(before: tuple[Decimal, Predikat], after: tuple[Decimal, Predikat]) -> str:
    """Raw and adjusted, side by side."""
    told = _("Now: {total}, {predikat}").format(
        total=words.number(before[0]), predikat=PREDIKAT[before[1]]
    )
    then = _("Proposed: <b>{total}</b>, <b>{predikat}</b>").format(
        total=words.number(after[0]), predikat=PREDIKAT[after[1]]
    )
    return f"{told}\n{then}"


def _of(found: Score) -> tuple[Decimal, Predikat]:
    assert found.total is not None
    assert found.predikat is not None
    return found.total, found.predikat


def line_label(name: str, value: Decimal, level: int | None) -> str:
    """`Produktivitas: 120`, or `Produktivitas: tingkat 2` where another level is proposed."""
    told = words.number(value.quantize(Decimal(1)))
    tail = ": " + (_("level {level}").format(level=level) if level else told)
    return words.fitting(name, words.LABEL - len(tail)) + tail


def one(
    name: str, indicator: str, anchors: Sequence[str], value: Decimal, level: int | None
) -> str:
    lines = [f"{words.bold(indicator)} · {words.safe(words.called(name))}"]
    lines.append(_("Value now: {value}.").format(value=words.number(value)))
    if level:
        lines.append(_("Proposed so far: level {level}.").format(level=level))
    lines.append("")
    lines += [
        f"{at}. {words.safe(words.fitting(anchor, 105))}" for at, anchor in enumerate(anchors, 1)
    ]
    return "\n".join(lines)


def ask_reason() -> str:
    return _(
        "Please type why, in one or two sentences: what was overlooked, and with which evidence. "
        "The head reads it, and it is kept with the result."
    )


def follows_not() -> str:
    return _("The levels do not change the result in the direction of the team's views yet.")


def confirm(name: str, text: str) -> str:
    return _("You are about to propose this for {name}.\n\nReason: <i>{text}</i>").format(
        name=words.bold(words.called(name)), text=words.safe(text)
    )


def case(name: str, unit: str, year: int, quarter: int, proposer: str) -> str:
    title = words.bold(_("Adjustment, {quarter}").format(quarter=words.quarter(year, quarter)))
    by = _("Proposed by {name}").format(name=words.safe(proposer))
    return f"{title}\n{words.safe(name)}, {words.safe(unit)}\n{by}"


def changes(found: Sequence[tuple[str, int]]) -> str:
    told = ", ".join(f"{words.safe(name)} → {level}" for name, level in found)
    return _("Levels: {told}.").format(told=told)


def because(text: str) -> str:
    return _("Reason: <i>{reason}</i>").format(reason=words.safe(words.fitting(text, REASON)))


def state(found: str, decider: str, answer: str) -> str:
    if found == "applied":
        return _("Applied by {name}. The result before it is kept.").format(
            name=words.safe(decider)
        )
    if found == "refused":
        told = _("Refused by {name}.").format(name=words.safe(decider))
        return f"{told} " + because(answer) if answer else told
    return _("Waiting for a head's decision.")


def sure(name: str) -> str:
    return _(
        "You are about to change the result of {name} by this adjustment. The result before it is "
        "kept and shown beside it."
    ).format(name=words.bold(words.called(name)))


def ask_refusal() -> str:
    return _("Why is it refused? One or two sentences; the proposer reads them.")


def proposed_letter() -> str:
    return _("The evaluation team proposes to adjust one result. It waits for your decision.")


def decided_letter() -> str:
    return _("Your proposal to adjust a result has been decided.")
