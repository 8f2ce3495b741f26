"""Quarters that make themselves: what the clock asks for at every tick."""

from bot.actions.periods.make import make

__all__ = ["make"]
