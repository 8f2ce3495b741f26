"""/tim: my people or units at a glance: how predikat spread, and what is still owed."""

from bot.actions.overview.debts import NAMED, OF_QUARTER, Owed, Owing, by_kind, listed, owing
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
    "NAMED",
    "OF_QUARTER",
    "PAGE",
    "PROPOSERS",
    "RECENT",
    "TEAM",
    "UNPUBLISHED",
    "Home",
    "Owed",
    "Owing",
    "Radar",
    "Spread",
    "by_kind",
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
