"""How answers are collected: what citizens and staff reach."""

from __future__ import annotations

from handlers.surveys import asking, desk, judging, tickets
from handlers.table import Table, join


def routes() -> Table:
    return join([asking.routes(), desk.routes(), tickets.routes(), judging.routes()])


def guest_routes() -> Table:
    """What anybody reaches who stands at a counter."""
    whole = asking.routes()
    return Table(places=whole.places, acts=whole.acts)
