"""Duties: who owes what, about whom, until when. Menus, reminders, digests all read these rows."""

from storage.duties.duty import FOR_MINE, OF_YEAR, OWN, STILL_OPEN, Duty, DutyKind
from storage.duties.owing import cancel, done, owe, owe_again, owe_anew, owe_many, reopen, withdraw
from storage.duties.reading import (
    Owed,
    abouts,
    abouts_of,
    all_open,
    concerned,
    count_open,
    of_period,
    open_of,
    open_ones,
    open_pairs,
    owners,
    still_open,
)

__all__ = [
    "FOR_MINE",
    "OF_YEAR",
    "OWN",
    "STILL_OPEN",
    "Duty",
    "DutyKind",
    "Owed",
    "abouts",
    "abouts_of",
    "all_open",
    "cancel",
    "concerned",
    "count_open",
    "done",
    "of_period",
    "open_of",
    "open_ones",
    "open_pairs",
    "owe",
    "owe_again",
    "owe_anew",
    "owe_many",
    "owners",
    "reopen",
    "still_open",
    "withdraw",
]
