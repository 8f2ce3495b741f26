"""Who should learn what: low indicators, excellence, the field of duty, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.people import search_key
from bot.rules.trainings.course import Ground
from bot.rules.trainings.hours import Hours

LOWEST = Decimal(40)


@dataclass(frozen=True, slots=True)
class TrainingRules:
    """Part of a scheme: hours a year in JP, and what each ground is worth in points.

    `equal_access`: a division of seats keeps to the four-fifths rule, which otherwise is only
    shown. `agreement_days`: within which the superior answers an application.
    """

    jp: int = 20
    pppk_most: int = 24
    agreement_days: int = 5
    equal_access: bool = False
    base: int = 10
    gap: int = 40
    merit: int = 30
    post: int = 20
    hours: int = 20


@dataclass(frozen=True, slots=True)
class Levels:
    """Values (40 to 120) by indicator over published results, and what they are measured by."""

    values: Mapping[str, Decimal]
    met: Decimal
    above: Decimal


@dataclass(frozen=True, slots=True)
class Aim:
    """What a course raises, and the words of posts that it fits."""

    indicators: tuple[str, ...]
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Why a course would help a person: the lowest gap, the highest strength, the post.

    `points` are by name of the ground; their sum is the benefit.
    """

    gap: str
    strength: str
    post: str
    points: Mapping[str, int]

    @property
    def benefit(self) -> int:
        return sum(self.points.values())

    @property
    def ground(self) -> Ground | None:
        """On which of the two grounds it is proposed; None: on neither."""
        if self.gap:
            return Ground.GAP
        return Ground.MERIT if self.strength else None


def fits_post(posts: Iterable[str], post: str) -> str:
    """The first of the words that stands in the post as whole words; empty when none does."""
    named = f" {search_key(post)} "
    return next((one for one in posts if one and f" {search_key(one)} " in named), "")


def need(aim: Aim, levels: Levels, post: str, hours: Hours, rules: TrainingRules) -> Need:
    """What a course is worth to a person, with every part of it."""
    known = {key: levels.values[key] for key in aim.indicators if key in levels.values}
    gaps = {key: value for key, value in known.items() if value < levels.met}
    best = {key: value for key, value in known.items() if value >= levels.above}
    gap = min(gaps, key=lambda key: (gaps[key], key), default="")
    strength = min(best, key=lambda key: (-best[key], key), default="")
    word = fits_post(aim.posts, post)
    points = {"base": rules.base}
    if gap:
        depth = (levels.met - gaps[gap]) / (levels.met - LOWEST)
        points["gap"] = max(1, int(rules.gap * depth))
    if strength and not gap:
        points["merit"] = rules.merit
    if word:
        points["post"] = rules.post
    if hours.missing and hours.asked:
        points["hours"] = rules.hours * hours.missing // hours.asked
    return Need(gap, "" if gap else strength, word, {k: v for k, v in points.items() if v})


def written(points: Mapping[str, int]) -> str:
    """`base=10,gap=16`."""
    return ",".join(f"{key}={value}" for key, value in points.items())


def read(said: str) -> dict[str, int]:
    pairs = (part.split("=") for part in said.split(",") if part)
    return {key: int(value) for key, value in pairs}
