"""/forum: calling people together, answering, and being there."""

from __future__ import annotations

from handlers.forums.contents import routes

__all__ = ["routes"]
