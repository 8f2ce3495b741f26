"""/keberatan: filing, hearing both sides, deciding, and HR's part in it."""

from handlers.objections.contents import routes

__all__ = ["routes"]
