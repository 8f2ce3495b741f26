"""Sentences of the raters' drill."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.drills import Distance
from bot.rules.schemes import ANCHORS
from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("Drill for raters"),
    _("invented cases in three minutes, so that all rate by the same measure."),
)
TASK = _("Drill before rating")
BEGIN = _("Begin the drill")
GO_ON = _("Go on with the drill")
NEXT_CASE = _("Next case")
DONE = _("See how it went")
TO_PEOPLE = _("Rate my people")
TO_COLLEAGUES = _("Answer about colleagues")
TO_TEAM = _("Rate as the team")
WATCH = _("Who did the drill")


def none() -> str:
    return _("There is no drill for raters in this quarter.")


def first() -> str:
    return _(
        "Before the forms of this quarter open, do the drill for raters: a few invented cases, "
        "about three minutes. The forms open right after it, whatever you answer."
    )


def home(year: int, quarter: int, cases: int, left: int, *, required: bool) -> str:
    title = _("Drill for raters, {quarter}").format(quarter=words.quarter(year, quarter))
    how = _(
        "{cases} invented cases, about three minutes. Choose a level as you would for a real "
        "person; after each case you read which level fits and why. Your first answer counts."
    ).format(cases=cases)
    blocks = [words.bold(title), how]
    if required and left:
        blocks.append(_("The forms of this quarter open once the drill is done."))
    if not left:
        blocks.append(_("You have done the drill of this quarter."))
    return "\n\n".join(blocks)


def own(distance: Distance) -> str:
    """The own distance to gold, for the home screen and the mirror."""
    assert distance.mean is not None
    assert distance.lean is not None
    told = _("Drill: <b>{mean}</b> levels from the fitting one on average, {lean}.").format(
        mean=words.number(distance.mean), lean=_lean(distance.lean)
    )
    return told + " " + _("Only you see this.")


def _lean(lean: Decimal) -> str:
    if not lean:
        return _("neither higher nor lower")
    told = _("{by} higher") if lean > 0 else _("{by} lower")
    return told.format(by=words.number(abs(lean)))


def case(
    name: str, situation: str, indicator: str, anchors: Sequence[str], step: int, steps: int
) -> str:
    """The situation, what is asked, and the anchors, best first."""
    head = f"{words.bold(name)} ({words.step(step, steps)})"
    levels = [
        f"<b>{level}</b>: {words.safe(anchors[level - 1])}" for level in range(ANCHORS, 0, -1)
    ]
    ask = _("{indicator}: which level fits?").format(indicator=words.bold(indicator))
    return "\n\n".join([head, words.safe(situation), ask, "\n".join(levels)])


def told(
    name: str, situation: str, indicator: str, level: int, gold: int, anchor: str, reason: str
) -> str:
    """The same case with the gold level, and why."""
    if level == gold:
        said = _("You chose level {level}. That fits.").format(level=level)
    else:
        said = _("You chose level {level}; level {gold} fits.").format(level=level, gold=gold)
    return "\n\n".join(
        [
            words.bold(name),
            words.safe(situation),
            f"{words.bold(indicator)}: {said}",
            f"<b>{gold}</b>: {words.safe(anchor)}",
            words.safe(reason),
        ]
    )


def level(of: int) -> str:
    return _("Level {level}").format(level=of)


def watch(year: int, quarter: int, trained: int, total: int, *, required: bool) -> str:
    title = words.bold(_("Drill for raters, {quarter}").format(
        quarter=words.quarter(year, quarter)
    ))  # fmt: skip
    many = _("{trained} of {total} raters have done it.").format(trained=trained, total=total)
    rule = (
        _("By the scheme their forms open after the drill only.")
        if required
        else _("By the scheme nobody has to do it.")
    )
    kept = _("How near they were to the fitting levels is seen by themselves alone.")
    return f"{title}\n{many} {rule}\n{kept}"


def person(name: str, *, did: bool) -> str:
    return f"{'✓' if did else '–'} {words.safe(name)}"
