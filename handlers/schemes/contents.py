"""The list of contents of schemes."""

from __future__ import annotations

from handlers.schemes import reading
from handlers.table import Table


def routes() -> Table:
    return Table(places=reading.PLACES)
