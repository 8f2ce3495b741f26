"""/tim: my people or units at a glance: how predikat spread, and what is still owed."""

from bot.actions.overview.debts import OF_QUARTER, Owing, listed, owing
from bot.actions.overview.radars import FEWEST, Radar, radar
from bot.actions.overview.scopes import (
    AGENCY,
    LEADERS,
    PAGE,
    PROPOSERS,
    RECENT,
    TEAM,
    UNPUBLISHED,
    Home,
    doors_open,
    home,
    reach,
    spreads_of,
    unit_of,
    whose_duties,
)
from bot.actions.overview.spreads import Spread, proposed, spread

__all__ = [
    "AGENCY",
    "FEWEST",
    "LEADERS",
    "OF_QUARTER",
    "PAGE",
    "PROPOSERS",
    "RECENT",
    "TEAM",
    "UNPUBLISHED",
    "Home",
    "Owing",
    "Radar",
    "Spread",
    "doors_open",
    "home",
    "listed",
    "owing",
    "proposed",
    "radar",
    "reach",
    "spread",
    "spreads_of",
    "unit_of",
    "whose_duties",
]
