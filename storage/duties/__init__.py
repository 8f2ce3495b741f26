"""Duties: who owes what, about whom, until when. Menus, reminders, digests all read these rows."""

from storage.duties.duty import FOR_MINE, FORMS, OF_YEAR, OWN, STILL_OPEN, Duty, DutyKind
from storage.duties.history import (
    abouts,
    abouts_of,
    concerned,
    kinds_of,
    owners,
    owners_by_object,
    owners_of,
)
from storage.duties.owing import cancel, done, owe, owe_again, owe_anew, owe_many, reopen, withdraw
from storage.duties.reading import (
    Owed,
    all_open,
    count_open,
    of_period,
    open_of,
    open_ones,
    open_pairs,
    still_open,
)

__all__ = [
    "FORMS",
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
    "kinds_of",
    "of_period",
    "open_of",
    "open_ones",
    "open_pairs",
    "owe",
    "owe_again",
    "owe_anew",
    "owe_many",
    "owners",
    "owners_by_object",
    "owners_of",
    "reopen",
    "still_open",
    "withdraw",
]
