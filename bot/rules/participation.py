"""What a leader looks at: over how long, and what counts as good evidence."""

from datetime import timedelta

from bot.rules.predikat import Predikat

LOOKED_BACK = timedelta(365)
GOOD_DEEDS = 3
"""So many approved achievements in a year say that somebody ought to have been named."""
GOOD = frozenset({Predikat.SANGAT_BAIK, Predikat.BAIK})
