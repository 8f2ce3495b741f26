"""Corrections: proposed by one, confirmed by another; the history of a result."""

from handlers.corrections.contents import routes

__all__ = ["routes"]
