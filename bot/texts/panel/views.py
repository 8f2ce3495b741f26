"""Sentences of calibrating one person: raw and adjusted, the views, the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.rules.panel import Sign, Tally, View
from bot.rules.predikat import Predikat
from bot.rules.scoring import Score
from bot.texts import words
from bot.texts.language import _
from bot.texts.results import AXES, EXPECTATION, PREDIKAT

VIEW = {View.KEEP: _("Fits"), View.HIGH: _("Too high"), View.LOW: _("Too low")}
KEEP_WHY = _("Fits, and why")
REASONS = _("See the views")
EARLIER = _("Views of round one")
ADJUST = _("Propose an adjustment")
CASE = _("See the adjustment")
SIGNS = {
    Sign.SPLIT: _("superior and team far apart"),
    Sign.SHIFT: _("changes with severity"),
    Sign.FAR: _("far from the middle"),
}
STATES = {"open": _("views being gathered"), "closed": _("views open")}


def listing(year: int, quarter: int, scope: str, total: int, flagged: int) -> str:
    title = words.bold(_("Calibration, {quarter}").format(quarter=words.quarter(year, quarter)))
    where = words.safe(scope) or _("The whole agency")
    told = _("{total} results, {flagged} to be looked at first.").format(
        total=words.number(total), flagged=words.number(flagged)
    )
    return f"{title}\n{where}\n{told}"


def line(
    name: str, total: Decimal, predikat: Predikat, signs: Sequence[Sign], state: str, changed: bool
) -> str:
    told = f"• {words.safe(name)}: <b>{words.number(total)}</b> {PREDIKAT[predikat]}"
    notes = [str(SIGNS[sign]) for sign in signs]
    if state in STATES:
        notes.append(str(STATES[state]))
    if changed:
        notes.append(_("adjusted"))
    return f"{told} ({', '.join(notes)})" if notes else told


def nobody() -> str:
    return _("Nobody has a result here yet.")


def person(name: str, unit: str, year: int, quarter: int) -> str:
    return f"{words.bold(name)}\n{words.safe(unit)}, {words.quarter(year, quarter)}"


def score(found: Score, raw: tuple[Decimal, Predikat] | None) -> str:
    assert found.total is not None
    assert found.predikat is not None
    lines = [
        _("Result: <b>{total}</b>, {predikat}").format(
            total=words.number(found.total), predikat=PREDIKAT[found.predikat]
        )
    ]
    lines += [
        f"{AXES[axis.axis]}: {words.number(axis.value)}, {EXPECTATION[axis.expectation]}"
        for axis in found.axes
    ]
    if raw is not None:
        lines.append(before(*raw))
    return "\n".join(lines)


def before(total: Decimal, predikat: Predikat) -> str:
    return _("Before the calibration: {total}, {predikat}").format(
        total=words.number(total), predikat=PREDIKAT[predikat]
    )


def sides(superior: Decimal | None, team: Decimal | None, members: int) -> str:
    """What both gave on the indicators that both rate."""
    told = []
    if superior is not None:
        told.append(_("superior {value}").format(value=words.number(superior)))
    if team is not None:
        told.append(
            _("team {value} ({count} members)").format(value=words.number(team), count=members)
        )
    if not told:
        return ""
    return _("On what both rate: {told}.").format(told=", ".join(told))


def severity(
    estimate: Decimal | None, low: Decimal | None, high: Decimal | None, adjusted: Decimal | None
) -> str:
    if estimate is None or adjusted is None or low is None or high is None:
        return _("How severe the superior is cannot be told: too few people were rated by others.")
    return _(
        "Severity of the superior {estimate} (between {low} and {high}); the superior's value "
        "without it {adjusted}. Shown only, applied by nobody."
    ).format(
        estimate=signed(estimate), low=signed(low), high=signed(high),
        adjusted=words.number(adjusted),
    )  # fmt: skip


def signed(number: Decimal) -> str:
    """`+4,20`, `−1,00`."""
    if number < 0:
        return f"−{words.number(-number)}"
    return f"+{words.number(number)}" if number else words.number(number)


def sitting(
    given: int, voters: int, due: date, mine: View | None, *, second: bool, outdated: bool,
    mine_before: View | None,
) -> str:  # fmt: skip
    lines = []
    if outdated:
        lines.append(
            _(
                "The result has changed or was sent anew since the views before; they are asked "
                "for again."
            )
        )
    if mine_before is not None and mine is None:
        lines.append(_("Yours on the result before: {view}.").format(view=VIEW[mine_before]))
    if second:
        lines.append(_("Second round: the views differed. Please read them and say yours again."))
    told = _("Views: {given} of {voters} given, unseen until all are in or {day} has passed.")
    lines.append(told.format(given=given, voters=voters, day=words.day(due)))
    if mine is not None:
        lines.append(_("Yours so far: <b>{view}</b>.").format(view=VIEW[mine]))
    return "\n".join(lines)


def tally(found: Tally) -> str:
    told = _("Views: {keep} fits, {high} too high, {low} too low.").format(
        keep=found.keep, high=found.high, low=found.low
    )
    if found.verdict is None:
        return told + " " + _("No view has more than half, so the result stays.")
    return told


def no_view() -> str:
    return _("Nobody has given a view yet. It is unseen until all members' are in.")


def ask_view(name: str, view: View) -> str:
    return _(
        "{name}: <b>{view}</b>. Why? One or two sentences; the team reads them without your name "
        "when the round is over."
    ).format(name=words.bold(words.called(name)), view=VIEW[view])


def reasons(name: str, found: Tally) -> str:
    return f"{words.bold(words.called(name))}\n{tally(found)}"


def reason(view: View, text: str) -> str:
    return f"• {VIEW[view]}" + (f": <i>{words.safe(text)}</i>" if text else "")
