"""/karier: advice on the next promotion, the nine boxes, and what a person decides."""

from handlers.career.contents import routes

__all__ = ["routes"]
