"""Faults of indicators and categories, the lists of a scheme that have keys."""

import re
from collections.abc import Iterator

from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.parts import Axis
from bot.rules.schemes.shape import ANCHORS, Indicator, Scheme, Source

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
LONGEST_NAME, LONGEST_MEANING, LONGEST_GUIDE, LONGEST_ANCHOR = 60, 200, 120, 105
MOST_INDICATORS, MOST_GUIDES = 12, 6
"""So many and so long that every screen of the scheme stays readable on a phone."""


def indicator_faults(scheme: Scheme) -> Iterator[SchemeFault]:
    yield from _keyed("indicators", [(i.key, i.name) for i in scheme.indicators])
    for axis in Axis:
        if (many := len(scheme.on_axis(axis))) > MOST_INDICATORS:
            given = f"{axis}: {many}/{MOST_INDICATORS}"
            yield SchemeFault(FaultKind.TOO_MANY, "indicators", given)
    for number, indicator in enumerate(scheme.indicators):
        where = f"indicators.{number}"
        yield from _anchors(where, indicator)
        yield from _guides(where, indicator)
        yield from _too_long(f"{where}.meaning", indicator.meaning, LONGEST_MEANING)
        yield from _sources(where, indicator, scheme.asks_peers)
        if indicator.weight <= 0:
            given = str(indicator.weight)
            yield SchemeFault(FaultKind.WEIGHT_NOT_POSITIVE, f"{where}.weight", given)


def _anchors(where: str, indicator: Indicator) -> Iterator[SchemeFault]:
    where = f"{where}.anchors"
    said = [" ".join(anchor.split()).casefold() for anchor in indicator.anchors]
    if len(said) != ANCHORS:
        yield SchemeFault(FaultKind.ANCHOR_COUNT, where, str(len(said)))
    if not all(said):
        yield SchemeFault(FaultKind.ANCHOR_EMPTY, where)
    if len({anchor for anchor in said if anchor}) < len([anchor for anchor in said if anchor]):
        yield SchemeFault(FaultKind.ANCHOR_TWICE, where)
    for anchor in indicator.anchors:
        yield from _too_long(where, anchor, LONGEST_ANCHOR)


def _guides(where: str, indicator: Indicator) -> Iterator[SchemeFault]:
    """Behaviour is described by what is seen of it: SE MenPANRB 20/2021 names 21 guides."""
    where = f"{where}.guides"
    said = [" ".join(guide.split()).casefold() for guide in indicator.guides]
    if indicator.axis is Axis.PERILAKU and not said:
        yield SchemeFault(FaultKind.GUIDE_MISSING, where)
    if not all(said):
        yield SchemeFault(FaultKind.GUIDE_EMPTY, where)
    if len(set(said)) < len(said):
        yield SchemeFault(FaultKind.GUIDE_TWICE, where)
    if len(said) > MOST_GUIDES:
        yield SchemeFault(FaultKind.TOO_MANY, where, f"{len(said)}/{MOST_GUIDES}")
    for guide in indicator.guides:
        yield from _too_long(where, guide, LONGEST_GUIDE)


def _too_long(where: str, text: str, most: int) -> Iterator[SchemeFault]:
    if len(text) > most:
        yield SchemeFault(FaultKind.TOO_LONG, where, f"{len(text)}/{most}")


def _sources(where: str, indicator: Indicator, asks_peers: bool) -> Iterator[SchemeFault]:
    where = f"{where}.sources"
    sources = [share.source for share in indicator.sources]
    total = sum(share.weight for share in indicator.sources)
    if total != 100:
        yield SchemeFault(FaultKind.SOURCES_TOTAL, where, str(total))
    if any(share.weight <= 0 for share in indicator.sources):
        yield SchemeFault(FaultKind.WEIGHT_NOT_POSITIVE, where)
    if len(set(sources)) < len(sources):
        yield SchemeFault(FaultKind.SOURCE_TWICE, where)
    if Source.PEERS in sources and not asks_peers:
        yield SchemeFault(FaultKind.PEERS_NOT_ASKED, where)


def category_faults(scheme: Scheme) -> Iterator[SchemeFault]:
    yield from _keyed("categories", [(c.key, c.name) for c in scheme.categories])
    if not scheme.categories:
        yield SchemeFault(FaultKind.CATEGORY_MISSING, "categories")


def _keyed(where: str, named: list[tuple[str, str]]) -> Iterator[SchemeFault]:
    seen: set[str] = set()
    for number, (key, name) in enumerate(named):
        if not KEY.fullmatch(key):
            yield SchemeFault(FaultKind.KEY_FORM, f"{where}.{number}.key", key)
        if key in seen:
            yield SchemeFault(FaultKind.KEY_TWICE, f"{where}.{number}.key", key)
        if not name.strip():
            yield SchemeFault(FaultKind.NAME_EMPTY, f"{where}.{number}.name")
        yield from _too_long(f"{where}.{number}.name", name, LONGEST_NAME)
        seen.add(key)
