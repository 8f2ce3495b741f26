"""The public's survey (SKM): what citizens say of services, and what comes of it."""

from handlers.surveys.collecting import guest_routes
from handlers.surveys.contents import routes
from handlers.surveys.entering import begun, understood

__all__ = ["begun", "guest_routes", "routes", "understood"]
