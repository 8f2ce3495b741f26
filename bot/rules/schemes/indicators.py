"""Faults of indicators and categories, the lists of a scheme that have keys."""

import re
from collections.abc import Iterator

from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.shape import ANCHORS, Indicator, Scheme, Source

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


def indicator_faults(scheme: Scheme) -> Iterator[SchemeFault]:
    yield from _keyed("indicators", [(i.key, i.name) for i in scheme.indicators])
    for number, indicator in enumerate(scheme.indicators):
        where = f"indicators.{number}"
        yield from _anchors(where, indicator)
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
        seen.add(key)
