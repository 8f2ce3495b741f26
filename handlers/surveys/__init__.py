"""The public's survey (SKM): what citizens say of services, and what comes of it."""

from handlers.surveys.contents import routes

__all__ = ["routes"]
