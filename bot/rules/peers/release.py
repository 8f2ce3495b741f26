"""When the answers of colleagues become a figure: once, from three up, never again changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bot.rules.schemes import LEVELS, PeerRules, Source
from bot.rules.scoring import Mark, value_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What one colleague said, without saying who: levels by indicator, gaps allowed.

    ValueError for a level outside 1 to 5.
    """

    levels: Mapping[str, int]
    comment: str = ""

    def __post_init__(self) -> None:
        if not set(self.levels.values()) <= set(LEVELS):
            raise ValueError("a level is 1 to 5")


@dataclass(frozen=True, slots=True)
class Figure:
    """One published mean; `levels` rise, so their order says nothing about their writers."""

    indicator: str
    levels: tuple[int, ...]

    @property
    def value(self) -> Fraction:
        """On the scale of 40 to 120, exact."""
        return Fraction(sum(map(value_of, self.levels)), len(self.levels))


@dataclass(frozen=True, slots=True)
class Release:
    """What stands for one employee from now on.

    `answers` counts those that were there; `withheld` are indicators with too few of them, which
    count nowhere; `late` are answers that came afterwards, which are shown nowhere.
    """

    ratee: int
    answers: int
    figures: tuple[Figure, ...]
    withheld: tuple[str, ...]
    late: int = 0

    @property
    def shown(self) -> bool:
        return bool(self.figures)


@dataclass(frozen=True, slots=True)
class Overall:
    """The mean of an indicator over several people, each counting the same."""

    indicator: str
    people: int
    value: Fraction


def release(
    ratee: int,
    answers: Sequence[Answer],
    asked: Collection[str],
    rules: PeerRules,
    before: Release | None = None,
) -> Release:
    """The figures of one employee as published, from all answers there are and the former release.

    An indicator is shown from `rules.shown_from` answers to it. Everything published about
    colleagues' answers must come from here (`marks`, `overall`): then it is built from sums over
    at least three answers, no two of which share an answer, and neither differences of figures
    nor one's own answer lead to that of another. A release never changes: with `before`, more
    answers are only counted as late, and answers that went missing stay in. What no rule can hide
    is unanimity at an end of the scale: a mean of 120 says that all gave the highest level, and
    who gave 4 themselves may see from the mean that all others gave 5 (or 1).
    """
    if before is not None:
        return replace(before, late=max(before.late, len(answers) - before.answers))
    given = {key: sorted(a.levels[key] for a in answers if key in a.levels) for key in asked}
    shown = {key: levels for key, levels in given.items() if len(levels) >= rules.shown_from}
    return Release(
        ratee,
        len(answers),
        tuple(Figure(key, tuple(levels)) for key, levels in sorted(shown.items())),
        tuple(sorted(given.keys() - shown.keys())),
    )


def marks(released: Release) -> dict[str, list[Mark]]:
    """What the score may count, by indicator; nothing withheld and nothing late."""
    return {
        figure.indicator: [Mark(Source.PEERS, level) for level in figure.levels]
        for figure in released.figures
    }


def overall(released: Sequence[Release], indicator: str, rules: PeerRules) -> Overall | None:
    """The mean over people, for a unit's picture; None for fewer than `rules.shown_from` people.

    Who has no released figure is left out here too: counted in, the difference to the others'
    figures would show it.
    """
    figures = [f for one in released for f in one.figures if f.indicator == indicator]
    if len(figures) < rules.shown_from:
        return None
    return Overall(
        indicator, len(figures), sum((f.value for f in figures), Fraction()) / len(figures)
    )
