"""Sentences of the ranking."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.awards import Obstacle
from bot.texts import words
from bot.texts.language import _

PROPOSE = _("Propose for the award")
RANKING = _("Ranking")
OBSTACLES = {
    Obstacle.NO_RESULT: _("no result"),
    Obstacle.LOW_SCORE: _("score below the limit"),
    Obstacle.LOW_PREDIKAT: _("predicate below Good"),
    Obstacle.FEW_RATERS: _("too few raters"),
    Obstacle.EXCLUDED_ROLE: _("holds a post that is excluded"),
    Obstacle.DISCIPLINED: _("disciplinary penalty"),
    Obstacle.OBJECTION_OPEN: _("an objection is open"),
    Obstacle.WON_RECENTLY: _("was honoured recently"),
}


def no_period() -> str:
    return _("No quarter has opened yet, so there is no ranking. Open /menu to go on.")


def panel(year: int, quarter: int, scope: str, rated: int, people: int) -> str:
    title = _("Ranking of {quarter}").format(quarter=words.quarter(year, quarter))
    lines = [words.bold(title), words.safe(scope) if scope else _("Whole agency")]
    lines.append(_("{rated} of {people} have a result.").format(rated=rated, people=people))
    return "\n".join(lines)


def row(
    place: int | None, tied: bool, near: bool, name: str, score: Decimal | None,
    obstacles: Sequence[Obstacle],
) -> str:  # fmt: skip
    at = f"{place}." if place else "–"
    points = words.number(score) if score is not None else "-"
    marks = [_("tie")] if tied else [_("close")] if near else []
    if obstacles:
        named = ", ".join(OBSTACLES[one] for one in obstacles)
        marks.append(_("not yet: {obstacles}").format(obstacles=named))
    behind = f" ({'; '.join(marks)})" if marks else ""
    return f"{at} {words.safe(name)}, <b>{points}</b>{behind}"


def row_label(place: int | None, name: str) -> str:
    at = f"{place}. " if place else ""
    return at + words.fitting(words.called(name), words.LABEL - len(at))


def not_over() -> str:
    return _("Ratings may still come in, so this order can change. Proposals follow afterwards.")


def living_state(state: str) -> str:
    if state == "waiting":
        return _("A proposal has been made and waits for the decision.")
    return _("The award of this quarter has been given.")


def how_to_propose() -> str:
    return _("Open a person to see all parts and to propose.")


def candidate(name: str, unit: str, year: int, quarter: int) -> str:
    return f"{words.bold(name)}\n{words.safe(unit)}, {words.quarter(year, quarter)}"


def raters(count: int) -> str:
    return _("Rated by: {count}.").format(count=count)


def why_not(code: str) -> str:
    """Why a proposal is not possible, by its code."""
    return {
        "candidate": _("Nobody may propose himself or herself."),
        "decided": _("You have decided in this case, so somebody else has to propose."),
        "not_over": _("Proposals are possible once the rating of this quarter has ended."),
        "living": living(),
        "obstacles": _("The conditions of the scheme are not met, so no proposal is possible."),
    }[code]


def living() -> str:
    return _("There is a proposal for this award already. Open /panel to see it.")
