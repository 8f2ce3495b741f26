"""Sentences of the private mirror, and of all raters side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from bot.rules.mirror import Figure, Mirror, Silence
from bot.texts import words
from bot.texts.language import _
from bot.texts.panel.views import signed

AS_SUPERIOR, AS_TEAM = _("As a superior"), _("As the team")


def heading(year: int, quarter: int, source: str) -> str:
    title = words.bold(_("My mirror, {quarter}").format(quarter=words.quarter(year, quarter)))
    as_what = str(AS_TEAM if source == "team" else AS_SUPERIOR)
    return f"{title}\n{as_what}. " + _("Only you see this.")


def levels(mine: Mirror) -> str:
    """What the levels alone say."""
    return _listed(_levels(mine, {}))


def _levels(mine: Mirror, agency: Mapping[str, Decimal]) -> list[str]:
    return [
        _("Mean of your values: {value}").format(value=_said(mine.mean, agency, "mean")),
        _("Spread between people: {value}").format(value=_said(mine.spread, agency, "spread")),
        _("Likeness between criteria: {value}").format(value=_said(mine.halo, agency, "halo")),
    ]


def figures(mine: Mirror, moved: Figure | None, agency: Mapping[str, Decimal]) -> str:
    lines = [
        *_levels(mine, agency),
        _("Late deeds rated higher: {value}").format(value=_said(mine.recency, agency, "recency")),
        _("Achievements of the last three weeks: {value}").format(
            value=_said(mine.late, agency, "late", "%")
        ),
    ]
    if moved is not None and moved.value is not None:
        lines.append(
            _("Since the quarter before: {value} points").format(value=signed(moved.value))
        )
    return _listed(lines)


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)


def _said(figure: Figure, agency: Mapping[str, Decimal], name: str, unit: str = "") -> str:
    if figure.value is None:
        return _("too few to say") if figure.silence is Silence.TOO_FEW else _("no difference")
    told = f"<b>{words.number(figure.value).replace('-', '−')}{unit}</b>"
    if name in agency:
        told += " " + _("(middle of the agency {value})").format(
            value=words.number(agency[name]) + unit
        )
    return told


def way(across: bool) -> str:
    """How the forms were gone through, for it has to do with their likeness."""
    if across:
        return _("This quarter you rated by criterion across people.")
    return _(
        "This quarter you rated person by person; by criterion across people the criteria usually "
        "come out less alike."
    )


def meaning() -> str:
    return _(
        "Likeness near 1: one impression may decide everything. Spread near 0: everybody gets "
        "alike. Above 0 for late deeds: what was done last counts more. These figures describe "
        "and prove nothing."
    )


def raters(year: int, quarter: int, at: datetime | None, enough: bool, contrasts: int) -> str:
    title = words.bold(_("Raters, {quarter}").format(quarter=words.quarter(year, quarter)))
    if at is None:
        told = _("Not estimated yet; it is done within minutes after forms are sent.")
        return f"{title}\n{told}"
    if not enough:
        told = _("Too few people were rated by more than one ({count}), so nothing can be told.")
        return f"{title}\n" + told.format(count=contrasts)
    told = _(
        "Points given above (+) or below (−) what others give to the same people, with an "
        "interval of 95%. Nothing is changed by it. As of {moment}."
    )
    return f"{title}\n" + told.format(moment=words.moment(at))


def rater(
    name: str, estimate: Decimal, low: Decimal | None, high: Decimal | None, ratings: int,
    shared: int,
) -> str:  # fmt: skip
    if low is None or high is None or not shared:
        return "• " + _("{name}: not known, {count} people rated by nobody else").format(
            name=words.safe(name), count=ratings
        )
    told = _("{name}: <b>{estimate}</b> ({low} to {high}), {shared} of {ratings} shared")
    return "• " + told.format(
        name=words.safe(name), estimate=signed(estimate), low=signed(low), high=signed(high),
        shared=shared, ratings=ratings,
    )  # fmt: skip
