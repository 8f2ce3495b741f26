"""Sentences of the ranking."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

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


def panel(award: str, scope: str, rated: int, people: int) -> str:
    title = _("Ranking: {award}").format(award=award)
    lines = [words.bold(title), words.safe(scope) if scope else _("Whole agency")]
    lines.append(_("{rated} of {people} have a result.").format(rated=rated, people=people))
    return "\n".join(lines)


class Line(Protocol):
    """One person of a ranking."""

    @property
    def name(self) -> str: ...
    @property
    def place(self) -> int | None: ...
    @property
    def score(self) -> Decimal | None: ...
    @property
    def points(self) -> Decimal | None: ...
    @property
    def tied(self) -> bool: ...
    @property
    def near(self) -> bool: ...
    @property
    def obstacles(self) -> Sequence[Obstacle]: ...


def row(one: Line, *, ranked: bool) -> str:
    """`2. Sari Lestari, 104,50 (berdekatan)`; without places and points where none are shown."""
    number = one.score if one.points is None else one.points
    marks = [_("tie")] if one.tied else [_("close")] if one.near else []
    marks = marks if ranked else []
    if one.obstacles:
        marks.append(_("not yet: {obstacles}").format(obstacles=obstacles(one.obstacles)))
    behind = f" ({'; '.join(marks)})" if marks else ""
    if not ranked:
        return f"• {words.safe(one.name)}{behind}"
    at = f"{one.place}." if one.place else "–"
    points = words.number(number) if number is not None else "-"
    return f"{at} {words.safe(one.name)}, <b>{points}</b>{behind}"


def obstacles(some: Sequence[Obstacle]) -> str:
    return ", ".join(str(OBSTACLES[one]) for one in some)


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
        "voting": _("The round of this award goes on. Who comes first in it is proposed."),
        "not_first": _("Somebody else came first in the round of this award."),
        "refused": _("The head has refused this candidate in the round of this award."),
        "ended": _("The round of this award has ended without a winner."),
        "obstacles": _("The conditions of the scheme are not met, so no proposal is possible."),
    }[code]


def living() -> str:
    return _("There is a proposal for this award already. Open /panel to see it.")
