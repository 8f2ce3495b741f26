"""Sentences of results: the parts, the trend, the reasons, and what is outstanding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.rules.predikat import Expectation, Predikat
from bot.rules.results import BAR, bar
from bot.rules.schemes import Axis
from bot.rules.scoring import AxisPart, Score
from bot.texts import words
from bot.texts.language import _

WHY = _("Why?")
FEEDBACK = _("Feedback")
EARLIER = _("Earlier result")
SEE = _("See my result")
AXES = {Axis.HASIL_KERJA: _("Work results"), Axis.PERILAKU: _("Behaviour")}
PREDIKAT = {
    Predikat.SANGAT_BAIK: _("Very good"),
    Predikat.BAIK: _("Good"),
    Predikat.BUTUH_PERBAIKAN: _("Needs improvement"),
    Predikat.KURANG: _("Poor"),
    Predikat.SANGAT_KURANG: _("Very poor"),
}
EXPECTATION = {
    Expectation.BELOW: _("below expectations"),
    Expectation.MET: _("as expected"),
    Expectation.ABOVE: _("above expectations"),
}
number = words.number


def none_yet() -> str:
    return _("There is no result yet: no quarter has opened. You will be told when there is one.")


def heading(name: str | None, year: int, quarter: int) -> str:
    title = _("Result of {quarter}").format(quarter=words.quarter(year, quarter))
    return words.bold(title) + (f"\n{words.safe(name)}" if name else "")


def verdict(score: Score) -> str:
    """The number and the predikat."""
    assert score.total is not None
    assert score.predikat is not None
    return _("Score <b>{total}</b>, predicate <b>{predikat}</b>").format(
        total=number(score.total), predikat=PREDIKAT[score.predikat]
    )


def parts(score: Score, names: Mapping[str, str]) -> str:
    """Every part: indicators add up to the points of their axis, the axes to the total."""
    lines: list[str] = []
    for part in score.axes:
        title = _("{axis} {value} × {weight}% = <b>{points}</b>").format(
            axis=AXES[part.axis],
            value=number(part.value),
            weight=percent(part.weight),
            points=number(part.points),
        )
        lines.append(title)
        lines += [
            f"· {words.safe(names[i.key])} {number(i.value)} → {number(i.points)}"
            for i in part.indicators
        ]
    return "\n".join([*lines, sum_of(score)])


def axes(score: Score) -> str:
    """Only the two axes and their sum."""
    lines = [
        f"{AXES[part.axis]} {number(part.value)} × {percent(part.weight)}% = {number(part.points)}"
        for part in score.axes
    ]
    return "\n".join([*lines, sum_of(score)])


def sum_of(score: Score) -> str:
    points = " + ".join(number(part.points) for part in score.axes)
    total = number(score.total) if score.total is not None else "-"
    return _("Sum: {points} = <b>{total}</b>").format(points=points, total=total)


def trend(quarters: Sequence[tuple[int, int, Decimal]]) -> str:
    """Up to four bars with their numbers, oldest first."""
    lines = [_("Trend:")]
    for year, quarter, total in quarters:
        filled = bar(total)
        blocks = "█" * filled + "░" * (BAR - filled)
        lines.append(f"{blocks} {number(total)} {short_quarter(year, quarter)}")
    return "\n".join(lines)


def short_quarter(year: int, quarter: int) -> str:
    return f"{words.short_quarter(quarter)} {year}"


def feedback(year: int, quarter: int, text: str) -> str:
    title = _("Feedback of the superior, {quarter}").format(quarter=words.quarter(year, quarter))
    said = f"<i>{words.safe(text)}</i>" if text else _("There is none.")
    return f"{words.bold(title)}\n\n{said}"


def why_heading(year: int, quarter: int) -> str:
    title = _("Why this result? {quarter}").format(quarter=words.quarter(year, quarter))
    return words.bold(title)


def why_levels() -> str:
    return _(
        "Each level counts 20 + 20 × level, so level 4 is 100, as expected. The value of an "
        "indicator times its weight gives its points."
    )


def why_axis(part: AxisPart, met: Decimal, above: Decimal) -> str:
    weights = " · ".join(percent(i.weight) for i in part.indicators)
    return _(
        "{axis}: {value} is {expectation} (from {met} as expected, from {above} above). "
        "Weights in the order shown: {weights}%."
    ).format(
        axis=words.bold(AXES[part.axis]),
        value=number(part.value),
        expectation=EXPECTATION[part.expectation],
        met=number(met),
        above=number(above),
        weights=weights,
    )


def why_sum(score: Score) -> str:
    points = " + ".join(number(part.points) for part in score.axes)
    total = number(score.total) if score.total is not None else "-"
    return _("The two axes with their weights give {points} = {total}.").format(
        points=points, total=total
    )


def why_predikat(score: Score) -> str:
    assert score.predikat is not None
    results, behaviour = score.axes
    return _(
        "Work results {results} and behaviour {behaviour} give the predicate {predikat} by the "
        "table of PermenPANRB 6/2022."
    ).format(
        results=EXPECTATION[results.expectation],
        behaviour=EXPECTATION[behaviour.expectation],
        predikat=words.bold(PREDIKAT[score.predikat]),
    )


def why_left_out(names: Sequence[str]) -> str:
    return _(
        "Not rated this quarter and therefore left out, never counted as zero: {names}. "
        "Their weight is shared among the other indicators."
    ).format(names=", ".join(words.safe(name) for name in names))


def why_no_peers() -> str:
    return _("No colleagues were asked this quarter; their share went to the superior's rating.")


def published(year: int, quarter: int, *, again: bool) -> str:
    """The letter: it says that there is one and nothing of what it says."""
    told = (
        _("Your result of {quarter} was corrected and has been published again.")
        if again
        else _("Results of {quarter} have been published. Yours is ready for you.")
    )
    asked = _("Please look at it and confirm that you have received it.")
    return told.format(quarter=words.quarter(year, quarter)) + "\n\n" + asked


def percent(value: Decimal) -> str:
    """`33,33` and `60`: no zeros behind the comma that say nothing."""
    whole = value.to_integral_value()
    return words.number(int(whole)) if value == whole else words.number(value)
