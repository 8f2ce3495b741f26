"""/forum: calling people together, answering, and being there."""

from __future__ import annotations

from handlers.forums import beside, contents
from handlers.table import Table, join


def routes() -> Table:
    return join([contents.routes(), beside.routes()])
