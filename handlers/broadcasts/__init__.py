"""Broadcasts in the chat."""

from __future__ import annotations

from handlers.broadcasts.contents import routes

__all__ = ["routes"]
