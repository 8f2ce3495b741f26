"""The list of contents of schemes."""

from __future__ import annotations

from handlers.schemes import changing, reading
from handlers.table import Table, join


def routes() -> Table:
    return join([Table(places=reading.PLACES), changing.TABLE])
