"""Planned results of people and quarters: every wording that was proposed, and who agreed."""

from storage.expectations.reading import get, of_people, wording, wordings
from storage.expectations.rounds import (
    is_agreed,
    newest_round,
    newest_rounds,
    provided,
    returned,
    waiting_rounds,
)
from storage.expectations.tables import PlannedResult, PlannedWording
from storage.expectations.writing import (
    begin,
    decide,
    drop,
    fill,
    propose,
    put_aside,
    rewrite,
)

__all__ = [
    "PlannedResult",
    "PlannedWording",
    "begin",
    "decide",
    "drop",
    "fill",
    "get",
    "is_agreed",
    "newest_round",
    "newest_rounds",
    "of_people",
    "propose",
    "provided",
    "put_aside",
    "returned",
    "rewrite",
    "waiting_rounds",
    "wording",
    "wordings",
]
