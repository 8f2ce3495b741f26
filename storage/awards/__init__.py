"""Awards: rounds with their candidates, nominations and votes; and what was given in the end."""

from storage.awards.given import (
    Award,
    AwardCounter,
    count,
    get,
    give,
    last_periods,
    next_number,
    page,
)
from storage.awards.nominations import Nomination
from storage.awards.rounds import AwardEntry, AwardRound
from storage.awards.votes import AwardConflict, AwardPair, AwardVote

__all__ = [
    "Award", "AwardConflict", "AwardCounter", "AwardEntry", "AwardPair", "AwardRound", "AwardVote",
    "Nomination", "count", "get", "give", "last_periods", "next_number", "page",
]  # fmt: skip
