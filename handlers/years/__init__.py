"""The yearly report, from its sections to the paper."""

from handlers.years.contents import routes

__all__ = ["routes"]
