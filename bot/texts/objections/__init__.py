"""Words of objections: labels, how far one is, what was said and decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.rules.objections import Party, State
from bot.rules.predikat import Predikat
from bot.texts import words
from bot.texts.language import _
from bot.texts.results import PREDIKAT

FILE = _("File an objection")
GO_ON = _("Go on with objection")
SEE = _("See the objection")
DESK = _("Objections")
CHOSEN, NOT_CHOSEN = "✓", "·"
WRITE = _("Write the reasons")
OTHER_REASONS = _("Change the reasons")
OTHER_INDICATORS = _("Change the indicators")
DISCARD = _("Discard the draft")
WITHDRAW = _("Withdraw the objection")
REALLY_WITHDRAW = _("Yes, withdraw")
EXPLAIN = _("Explain")
ANSWER = _("Answer the explanation")
NOTHING = _("Nothing to add")
DECIDE = _("To the decision")
REASON = _("Write the reason")
FINALLY = _("Review the decision")
REALLY_DECIDE = _("Yes, decide")
KEEP = _("Keep this level")
NAME = _("Name a reviewer")
STATES = {
    State.DRAFT: _("draft"),
    State.FILED: _("being examined"),
    State.DECIDED: _("decided"),
    State.WITHDRAWN: _("withdrawn"),
}


def still_open() -> str:
    """For everybody who reads the result."""
    return _("This result is still open: an objection to it is being examined.")


def settled(state: State) -> str:
    """Under a result whose objection is over, in place of the days left."""
    if state is State.WITHDRAWN:
        return _("The objection was withdrawn; this result is final.")
    return _("The objection was decided; this result is final.")


def home() -> str:
    title = words.bold(_("Objections"))
    what = _(
        "Whoever disagrees with a published result may object to it once, with reasons. The "
        "superior's superior hears both sides and decides finally."
    )
    return f"{title}\n{what}"


def may_object(open_to: Sequence[tuple[int, int, int, date | None]], today: date) -> str:
    if not open_to:
        return _("There is no result to which you may object at the moment.")
    lines = [_("You may object to:")]
    for _period, year, quarter, last in open_to:
        until_ = f" ({words.days_left(last, today)})" if last else ""
        lines.append(f"• {words.quarter(year, quarter)}{until_}")
    return "\n".join(lines)


def mine_label(quarter: int, state: State) -> str:
    which = words.short_quarter(quarter)
    return f"{which}: {STATES[state]}"


def about(indicators: Sequence[str]) -> str:
    if not indicators:
        return _("No indicator is chosen yet.")
    return _("About: {names}").format(names=", ".join(map(words.safe, indicators)))


def quoted(text: str) -> str:
    return f"<i>{words.safe(text)}</i>"


def heading(name: str | None, year: int, quarter: int) -> str:
    title = _("Objection to {quarter}").format(quarter=words.quarter(year, quarter))
    return words.bold(title) + (f"\n{words.safe(name)}" if name else "")


def filed(at: datetime, indicators: Sequence[str], reasons: str) -> str:
    return "\n".join(
        [
            _("Filed on {moment}.").format(moment=words.moment(at)),
            about(indicators),
            quoted(reasons),
        ]
    )


def course(hearing: date, decision: date, today: date, reviewer: str) -> str:
    """Where an open one is, with the days left."""
    lines = []
    if today <= hearing:
        told = _("Both sides are heard until {day} ({left}).")
        lines.append(told.format(day=words.day(hearing), left=words.days_left(hearing, today)))
    told = _("To be decided by {day} ({left}).")
    if today > decision:
        told = _("It should have been decided by {day} ({left}); HR knows. It is not lost.")
    lines.append(told.format(day=words.day(decision), left=words.days_left(decision, today)))
    if reviewer:
        lines.append(_("Reviewer: {name}").format(name=words.safe(reviewer)))
    else:
        lines.append(_("Nobody stands above the superior: HR names who decides."))
    return "\n".join(lines)


def said(name: str, party: Party, text: str | None) -> str:
    who = words.bold(name)
    if text is None and party is Party.EMPLOYEE:
        return ""
    if text is None:
        return _("{name} has not explained yet.").format(name=who)
    if not text:
        return _("{name} has nothing to add.").format(name=who)
    told = _("{name} explains: {text}")
    if party is Party.EMPLOYEE:
        told = _("{name} answers: {text}")
    return told.format(name=who, text=quoted(text))


def upheld(name: str, at: datetime, reason: str) -> str:
    return "\n".join(
        [
            _("{name} decided on {moment}: the result is kept.").format(
                name=words.bold(name), moment=words.moment(at)
            ),
            quoted(reason),
        ]
    )


def changed(
    name: str, at: datetime, reason: str, before: tuple[Decimal, Predikat],
    after: tuple[Decimal, Predikat], changes: Sequence[tuple[str, int, int]],
) -> str:  # fmt: skip
    told = _("{name} decided on {moment}: the result is changed.").format(
        name=words.bold(name), moment=words.moment(at)
    )
    lines = [told, quoted(reason), *levels(changes), from_to(before, after)]
    return "\n".join(lines)


def levels(changes: Sequence[tuple[str, int, int]]) -> list[str]:
    return [f"· {words.safe(name)} {before} → {after}" for name, before, after in changes]


def from_to(before: tuple[Decimal, Predikat], after: tuple[Decimal, Predikat]) -> str:
    told = _("Before {before}, after {after}.")
    return told.format(before=scored(*before), after=scored(*after))


def scored(total: Decimal, predikat: Predikat) -> str:
    return f"{words.number(total)} ({PREDIKAT[predikat]})"


def withdrawn() -> str:
    return _("It was withdrawn; the result is final.")


def final() -> str:
    return _("This decision is final.")
