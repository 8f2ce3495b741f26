"""Quarters that make themselves: what the clock asks for at every tick."""

from bot.actions.days import agency_days
from bot.actions.periods.make import make

__all__ = ["agency_days", "make"]
