"""Quarters that make themselves: what the clock asks for at every tick."""

from bot.actions.periods.make import agency_days, make

__all__ = ["agency_days", "make"]
