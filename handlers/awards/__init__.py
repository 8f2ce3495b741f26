"""/panel and /penghargaan: the ranking, a proposal, somebody else's decision, the honour."""

from handlers.awards.contents import routes

__all__ = ["routes"]
