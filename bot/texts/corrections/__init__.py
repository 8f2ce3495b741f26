"""Sentences of corrections: proposed by one, confirmed by another, told to the person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.rules.predikat import Predikat
from bot.texts import words
from bot.texts.language import _
from bot.texts.objections import from_to, levels, quoted
from bot.texts.results import PREDIKAT

DOOR = _("Correct a result")
HISTORY = _("History of the result")
FIND = _("Find an employee")
REASON = _("Write the reason")
LAST = _("Check the proposal")
PROPOSE = _("Yes, propose")
CONFIRM = _("Yes, correct it")
WITHDRAW = _("Take it back")
KEEP = _("Keep this level")
SEE = _("See the correction")
_SIGNED = _(
    "The yearly report {year} is signed and not judged yet: if this changes the year, it goes "
    "back to be signed anew."
)
_FINAL = _(
    "The yearly report {year} is final and stays in force: if this changes the year, its writer "
    "is asked to sign a new edition."
)
STATES = {
    "waiting": _("waits for a second person"),
    "confirmed": _("confirmed"),
    "refused": _("refused"),
    "withdrawn": _("withdrawn"),
}


def home(count: int) -> str:
    title = words.bold(_("Correct a result"))
    what = _(
        "A published value is changed by two different people: one proposes it with a reason, "
        "another confirms it with the security code. Nobody changes their own, or what they rated."
    )
    waits = _("{count} wait for a second person.").format(count=words.number(count))
    return f"{title}\n{what}\n\n{waits}"


def search() -> str:
    return _("Whose result is to be corrected? Type a name.")


def published(name: str, count: int) -> str:
    if not count:
        return words.bold(name) + "\n\n" + _("There is no published result.")
    return words.bold(name) + "\n\n" + _("Which result?")


def edit(
    name: str, year: int, quarter: int, changes: Sequence[tuple[str, int, int]],
    before: tuple[Decimal, Predikat], after: tuple[Decimal, Predikat], reason: str,
) -> str:  # fmt: skip
    title = heading(name, year, quarter)
    how = _("Press an indicator to put another level in place of the superior's.")
    parts = [title, how]
    if changes:
        parts.append("\n".join([*levels(changes), from_to(before, after)]))
    parts.append(because(reason) if reason else _("The reason is not written yet."))
    return "\n\n".join(parts)


def heading(name: str, year: int, quarter: int) -> str:
    title = _("Correction of {quarter}").format(quarter=words.quarter(year, quarter))
    return f"{words.bold(title)}\n{words.safe(name)}"


def because(reason: str) -> str:
    return _("Reason: {text}").format(text=quoted(reason))


def ask_level(name: str, indicator: str, level: int) -> str:
    told = _("{indicator}: level {level} was given. Which level should it have been?")
    return words.bold(name) + "\n\n" + told.format(indicator=words.bold(indicator), level=level)


def ask_reason(name: str, year: int, quarter: int) -> str:
    told = _("Why does it have to be corrected? The employee reads this.")
    return heading(name, year, quarter) + "\n\n" + told


def of_year(year: int, state: str) -> str:
    """What becomes of a yearly report in this state; empty while nobody has signed it."""
    told = {"signed": _SIGNED, "forwarded": _SIGNED, "final": _FINAL}.get(state)
    return told.format(year=year) if told else ""


def last() -> str:
    return _("Another person from HR or the head confirms it. Is this right?")


def card(proposer: str, at: datetime | None, state: str, decider: str, answer: str) -> str:
    when = f", {words.moment(at)}" if at else ""
    lines = [_("Proposed by {name}").format(name=words.safe(proposer)) + when]
    lines.append(
        STATES.get(state, state).capitalize() + (f": {words.safe(decider)}" if decider else "")
    )
    if answer:
        lines.append(because(answer))
    return "\n".join(lines)


def confirming() -> str:
    return _(
        "The result is changed at once and published again to this person, with both names. Is "
        "this right?"
    )


def ask_refusal() -> str:
    return _("Why is it refused? Type one or two sentences; whoever proposed it reads them.")


def refusing(reason: str) -> str:
    return because(reason) + "\n\n" + _("Is that right?")


def history(
    year: int, quarter: int,
    former: Sequence[tuple[Decimal, Predikat, datetime, Sequence[str], str]],
    now: tuple[Decimal, Predikat],
) -> str:  # fmt: skip
    """Every edition with what took its place, by whom and why; the newest changes only."""
    title = _("History of the result, {quarter}").format(quarter=words.quarter(year, quarter))
    lines = [words.bold(title)]
    for total, predikat, until, hands, reason in former:
        told = _("{score} until {moment}, changed by {names}.").format(
            score=words.bold(_scored(total, predikat)),
            moment=words.moment(until),
            names=_("{first}, confirmed by {second}").format(
                first=words.safe(hands[0]), second=words.safe(hands[1])
            )
            if len(hands) > 1
            else words.safe("".join(hands)),
        )
        lines.append(f"{told}\n{quoted(words.fitting(reason, 200))}")
    lines.append(_("Now {score}.").format(score=words.bold(_scored(*now))))
    return "\n\n".join(lines)


def _scored(total: Decimal, predikat: Predikat) -> str:
    return f"{words.number(total)} ({PREDIKAT[predikat]})"


def told_proposed() -> str:
    return _("A correction of a published result waits for your confirmation.")


def told_decided() -> str:
    return _("The correction that you proposed has been decided.")
