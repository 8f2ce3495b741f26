"""Sentences on what would have changed a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.rules.predikat import Predikat
from bot.rules.scoring import AxisLift, AxisPart, Lifts, Raise
from bot.texts import words
from bot.texts.language import _
from bot.texts.results import AXES, EXPECTATION, PREDIKAT

OPEN = _("What would change it?")
MOST = 4  # so many indicators are named at once


def heading(year: int, quarter: int) -> str:
    title = _("What would have changed this result? {quarter}")
    how = _(
        "Reckoned again with the same formula, as if only the superior had given other levels."
    )
    return words.bold(title.format(quarter=words.quarter(year, quarter))) + "\n" + how


def unknown() -> str:
    return _(
        "This is not shown: the result cannot be computed again from the appraisals that are "
        "kept. Please ask the HR unit to have it looked at."
    )


def fixed(names: Sequence[str]) -> str:
    """What calibration decided; empty where it decided nothing."""
    if not names:
        return ""
    told = _("The level from calibration stays as it is: {names}.")
    return told.format(names=words.safe(", ".join(names)))


def nothing_better() -> str:
    return _("Both axes are above expectations: there is no better predicate.")


def axis(
    part: AxisPart, lift: AxisLift, limit: Decimal, names: Mapping[str, str], now: Predikat | None
) -> str:
    """Where an axis stands, what is missing, and the fewest levels that would have given it."""
    stands = _("{axis}: {value}, {expectation}. Missing to {reaches} (from {limit}): {short}.")
    told = stands.format(
        axis=words.bold(AXES[lift.axis]),
        value=words.number(part.value),
        expectation=EXPECTATION[part.expectation],
        reaches=EXPECTATION[lift.reaches],
        limit=words.number(limit),
        short=words.number(lift.short),
    )
    if not lift.ways:
        return told + "\n" + _("Levels of the superior alone would not have been enough.")
    lines = [told, _ways(lift.ways, names)]
    if lift.predikat is not None:
        follows = _("The predicate would then have been {predikat}.")
        if lift.predikat is now:
            follows = _("The predicate would have stayed {predikat}.")
        lines.append(follows.format(predikat=words.bold(PREDIKAT[lift.predikat])))
    return "\n".join(lines)


def better(found: Lifts, names: Mapping[str, str]) -> str:
    """The fewest levels to a better predikat, unless one axis alone gives it."""
    if found.better is None or found.better[0] in {lift.predikat for lift in found.axes}:
        return ""
    predikat, raises = found.better
    told = _("For the predicate {predikat} at least {count} levels in all:").format(
        predikat=words.bold(PREDIKAT[predikat]), count=_count(raises)
    )
    return told + "\n" + _raises(raises, names)


def closing() -> str:
    return _("This explains the result; the superior rates what was really done.")


def _ways(ways: Sequence[Sequence[Raise]], names: Mapping[str, str]) -> str:
    if _count(ways[0]) == 1:
        single = [one for way in ways for one in way]
        told = _("One level more would have been enough:")
        if len(single) > 1:
            told = _("One level more on any one of these would have been enough:")
        return told + "\n" + _raises(single, names)
    told = _("At least {count} levels more, for example:").format(count=_count(ways[0]))
    return told + "\n" + _raises(ways[0], names)


def _raises(raises: Sequence[Raise], names: Mapping[str, str]) -> str:
    lines = [f"· {words.safe(names[r.indicator])} {r.level} → {r.to}" for r in raises[:MOST]]
    if len(raises) > MOST:
        lines.append("· " + _("and {count} more").format(count=len(raises) - MOST))
    return "\n".join(lines)


def _count(raises: Sequence[Raise]) -> int:
    return sum(one.to - one.level for one in raises)
