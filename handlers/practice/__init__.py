"""Practising in an invented unit: the way in, the steps there, and the way out."""

from handlers.practice.contents import inside, routes
from handlers.practice.playing import OfTheOffice, Playing, Unready, issue_inside, play

__all__ = ["OfTheOffice", "Playing", "Unready", "inside", "issue_inside", "play", "routes"]
