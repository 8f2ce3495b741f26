"""/data_saya: my personal data and my rights to it."""

from handlers.personal.contents import routes
from handlers.personal.guests import guest_routes

__all__ = ["guest_routes", "routes"]
