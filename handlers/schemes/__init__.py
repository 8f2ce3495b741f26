"""How people are judged: read by everybody, changed by two people."""

from __future__ import annotations

from handlers.schemes.contents import routes

__all__ = ["routes"]
