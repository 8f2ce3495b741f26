"""Words in and beside the pictures of a result; a sentence says all that a picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from bot.rules.predikat import Predikat
from bot.rules.scoring import Score
from bot.texts import results, words
from bot.texts.language import _

RADAR, TREND = _("See radar"), _("See trend")
RADAR_TITLE, TREND_TITLE = _("Score by indicator"), _("Trend of the score")
EXPECTED = _("{value} = as expected")
SERIES = {
    "total": _("Score"),
    **{axis.value: name for axis, name in results.AXES.items()},
}
Rows = Sequence[tuple[int, int, Decimal, Decimal, Decimal, Predikat]]
"""Year, quarter, total, work results, behaviour, predikat."""


def roman(quarter: int) -> str:
    """`TW III`."""
    return words.short_quarter(quarter)


def keys(expected: int) -> dict[str, str]:
    """What the marks of a radar mean."""
    named = {axis.value: name for axis, name in results.AXES.items()}
    return {**named, "expected": expected_line(expected)}


def expected_line(expected: int) -> str:
    return EXPECTED.format(value=expected)


def radar_under(name: str | None, year: int, quarter: int, score: Score) -> str:
    """Under the title, not escaped: whose it is, which quarter, the number and the predikat."""
    assert score.total is not None
    assert score.predikat is not None
    parts = [
        *([name] if name else []),
        words.quarter(year, quarter),
        _("score {total}").format(total=words.number(score.total)),
        str(results.PREDIKAT[score.predikat]),
    ]
    return " · ".join(parts)


def radar_said(title: str, score: Score, names: Mapping[str, str], expected: int) -> str:
    """Everything that the radar shows, for who cannot see it; escaped."""
    axes = [
        _("{axis} {value}: {indicators}").format(
            axis=results.AXES[part.axis],
            value=words.number(part.value),
            indicators=_listed((names[i.key], i.value) for i in part.indicators),
        )
        for part in score.axes
    ]
    said = _("Picture: {title}. {axes}. Dashed line: {expected}.").format(
        title=title, axes=". ".join(axes), expected=expected_line(expected)
    )
    return words.safe(said)


def trend_said(quarters: Rows) -> str:
    """Every number of the trend in a sentence."""
    told = [
        _("{quarter}: score {total}, work results {results}, behaviour {behaviour}, {predikat}")
        .format(
            quarter=words.quarter(year, quarter),
            total=words.number(total),
            results=words.number(hasil),
            behaviour=words.number(perilaku),
            predikat=results.PREDIKAT[predikat],
        )
        for year, quarter, total, hasil, perilaku, predikat in quarters
    ]  # fmt: skip
    return _("Picture: {title}. {axes}.").format(title=TREND_TITLE, axes="; ".join(told))


def trend_lines(quarters: Rows) -> str:
    """The same as lines of a screen, and by how much the last one moved."""
    lines = [
        f"{results.short_quarter(year, quarter)}: <b>{words.number(total)}</b> "
        f"({words.number(hasil)} · {words.number(perilaku)}), {results.PREDIKAT[predikat]}"
        for year, quarter, total, hasil, perilaku, predikat in quarters
    ]
    lines.append(_("In brackets: work results · behaviour."))
    if len(quarters) > 1:
        lines.append(_moved(quarters[-1][2] - quarters[-2][2]))
    return "\n".join(lines)


def _moved(by: Decimal) -> str:
    if not by:
        return _("Unchanged against the quarter before.")
    told = _("Up by {by} against the quarter before.")
    fell = _("Down by {by} against the quarter before.")
    return (told if by > 0 else fell).format(by=words.number(abs(by)))


def only_one() -> str:
    return _("There is one quarter so far; a trend can be seen from the second on.")


def _listed(points: Iterable[tuple[str, Decimal]]) -> str:
    return ", ".join(f"{name} {words.number(value)}" for name, value in points)
