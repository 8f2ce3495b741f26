"""Appraisals: one rater's levels about one person in one period, kept at every tap."""

from storage.appraisals import ways
from storage.appraisals.filling import begin, give_reason, put_days, rate, send, touch
from storage.appraisals.form import DRAFT, SENT, SUPERIOR, Appraisal, Rating
from storage.appraisals.reading import (
    Filled,
    any_of,
    begun,
    filled,
    get,
    levels_on,
    of,
    of_superiors,
    own_states,
    rated,
    ratings,
    sent_about,
    sent_pairs,
    states_of,
)

__all__ = [
    "DRAFT",
    "SENT",
    "SUPERIOR",
    "Appraisal",
    "Filled",
    "Rating",
    "any_of",
    "begin",
    "begun",
    "filled",
    "get",
    "give_reason",
    "levels_on",
    "of",
    "of_superiors",
    "own_states",
    "put_days",
    "rate",
    "rated",
    "ratings",
    "send",
    "sent_about",
    "sent_pairs",
    "states_of",
    "touch",
    "ways",
]
