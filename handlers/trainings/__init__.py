"""/diklat: training, from the catalogue to the hours that it counts for."""

from handlers.trainings.contents import routes

__all__ = ["routes"]
