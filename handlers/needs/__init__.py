"""What every name of the table demands of `bot.rules.authority`, right by right.

A name that stands under several rights demands the one that its object's state calls for.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.authority import TABLE
from handlers.needs import (
    achievements,
    broadcasts,
    certificates,
    growth,
    meetings,
    office,
    personal,
    raters,
    results,
    service,
    stories,
    surveys,
    trainings,
)
from handlers.needs.naming import REFUSED, every
from handlers.table import Table

Needs = Mapping[str, Mapping[str, str]]
"""Part of the table, right, names with spaces."""

__all__ = ["GUESTS", "PEOPLE", "REFUSED", "Needs", "declared", "needed"]

_AREAS = (
    office, achievements, broadcasts, growth, meetings, certificates, personal, raters, results,
    service, stories, surveys, trainings,
)  # fmt: skip


def _all(part: str) -> Mapping[str, str]:
    """This part of every area; a right stands in one of them."""
    rows = [row for area in _AREAS for row in getattr(area, part, {}).items()]
    if len(found := dict(rows)) < len(rows):
        raise ValueError(f"{part}: a right stands in two areas")
    return found


PEOPLE: Needs = {part.lower(): _all(part) for part in ("PLACES", "ACTS", "TYPED", "SENT")}
GUESTS: Needs = {
    "places": {
        "joining.enter": every("joining", "door claim"),
        "joining.welcome": "joining.welcome",
        "joining.object": "joining.change",
        "certificates.check": every("certificates", "check paper"),
        "personal.guest": "personal.guest",
        "surveys.answer": surveys.PLACES["surveys.answer"],
    },
    "acts": {
        "joining.enter": every("joining", "confirm not_me"),
        "joining.object": "joining.deny",
        "personal.guest": every("personal", "forget leave"),
        "surveys.answer": surveys.ACTS["surveys.answer"],
    },
}


def needed(needs: Needs, part: str, name: str) -> frozenset[str]:
    """The rights that a name of one part of the table may demand."""
    return frozenset(
        right for right, names in needs.get(part, {}).items() if name in names.split()
    )


def declared(table: Table, needs: Needs) -> Table:
    """The table, when each of its names declares a right that exists. Raises ValueError.

    Commands are places; a command that acts is declared as its name with a stroke.
    """
    acting = {f"/{name}" for name, leads in table.commands.items() if callable(leads)}
    offered = {part: set(getattr(table, part)) for part in ("places", "acts", "typed", "sent")}
    offered["acts"] |= acting
    faults = []
    for part, names in offered.items():
        known = {name for written in needs.get(part, {}).values() for name in written.split()}
        faults += [f"{part}: {name} declares no right" for name in sorted(names - known)]
        faults += [f"{part}: nothing is called {name}" for name in sorted(known - names)]
    rights = {right for part in needs.values() for right in part} - {REFUSED}
    faults += [f"no such right: {right}" for right in sorted(rights - TABLE.keys())]
    if faults:
        raise ValueError("\n".join(faults))
    return table
