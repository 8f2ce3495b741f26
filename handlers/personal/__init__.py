"""/data_saya: my personal data and my rights to it."""

from handlers.personal.contents import routes

__all__ = ["routes"]
