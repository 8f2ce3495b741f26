"""/rekan: proposing colleagues, answering about them, and reading what was said."""

from handlers.peers.contents import routes

__all__ = ["routes"]
