"""What differs between two schemes, field by field, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from bot.rules.awards import AwardKind
from bot.rules.drills import DrillCase
from bot.rules.schemes.shape import Category, Indicator, Scheme

Keyed = Indicator | Category | AwardKind | DrillCase
HEADING = frozenset({"key", "version", "in_force_from"})
KEYED = frozenset({"indicators", "categories", "award", "drill_cases", "distribution"})


class Whom(StrEnum):
    """Whom a difference concerns first; in the order of the screen."""

    EVERYBODY = "everybody"
    RATERS = "raters"
    PEERS = "peers"
    TEAM = "team"
    HR = "hr"


WHOM = {
    "departure_gap": Whom.RATERS,
    "level_proposal": Whom.RATERS,
    "drill": Whom.RATERS,
    "drill_cases": Whom.RATERS,
    "asks_peers": Whom.PEERS,
    "peers": Whom.PEERS,
    "awards": Whom.TEAM,
    "award": Whom.EVERYBODY,
    "view_days": Whom.TEAM,
    "view_gap": Whom.TEAM,
    "signing_days": Whom.HR,
    "distribution": Whom.TEAM,
    "mandate": Whom.HR,
    "training": Whom.EVERYBODY,
    "formula": Whom.HR,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """`field` is a path; of an indicator or category `named`, its part only.

    `before` None: it is new; `after` None: it goes. `level` counts the anchor, if it is one.
    """

    field: str
    before: object
    after: object
    named: str = ""
    level: int = 0

    @property
    def whom(self) -> Whom:
        return WHOM.get(self.field.partition(".")[0], Whom.EVERYBODY)


def differences(before: Scheme, after: Scheme) -> tuple[Difference, ...]:
    """Everything but key, version and day; grouped by whom it concerns, indicators first."""
    found = [
        *_of_lists(before.indicators, after.indicators, "indicators"),
        *_of_lists(before.categories, after.categories, "categories"),
        *_of_lists(before.award, after.award, "award"),
        *_of_lists(before.drill_cases, after.drill_cases, "drill_cases"),
        *_walk(before, after, ""),
    ]
    if before.distribution != after.distribution:
        found.append(Difference("distribution", "", ""))
    order = list(Whom)
    return tuple(sorted(found, key=lambda one: order.index(one.whom)))


def _walk(before: object, after: object, path: str) -> Iterator[Difference]:
    assert is_dataclass(before)
    for one in fields(before):
        if not path and one.name in HEADING | KEYED:
            continue
        old, new = getattr(before, one.name), getattr(after, one.name)
        if is_dataclass(old):
            yield from _walk(old, new, f"{path}{one.name}.")
        elif old != new:
            yield Difference(path + one.name, old, new)


def _of_lists(
    before: Sequence[Keyed],
    after: Sequence[Keyed],
    where: str,
) -> Iterator[Difference]:
    old, new = {one.key: one for one in before}, {one.key: one for one in after}
    for key, gone in old.items():
        if key not in new:
            yield Difference(where, gone.name, None, gone.name)
    for key, one in new.items():
        if key not in old:
            yield Difference(where, None, one.name, one.name)
        else:
            yield from _parts(old[key], one, where)
    kept = [key for key in old if key in new]
    if kept != [key for key in new if key in old]:
        yield Difference(f"{where}.order", "", "")


def _parts(before: Keyed, after: Keyed, where: str) -> Iterator[Difference]:
    for one in fields(before):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if old == new:
            continue
        if one.name == "anchors" and len(old) == len(new):
            pairs = enumerate(zip(old, new, strict=True), 1)
            for level, (was, becomes) in pairs:
                if was != becomes:
                    yield Difference(f"{where}.anchors", was, becomes, before.name, level)
        else:
            yield Difference(f"{where}.{one.name}", old, new, before.name)
