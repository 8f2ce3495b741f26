"""HR's desk in the chat."""

from __future__ import annotations

from handlers.desk.contents import routes

__all__ = ["routes"]
