"""Awards: rounds with their candidates, nominations and votes; and what was given in the end."""

from storage.awards.given import (
    AGREED,
    DECLINED,
    Award,
    AwardCounter,
    count,
    get,
    give,
    hand,
    next_number,
    of_proposal,
    page,
    put_consent,
)
from storage.awards.nominations import Nomination
from storage.awards.rounds import AwardEntry, AwardRound
from storage.awards.tellings import AwardTelling
from storage.awards.votes import AwardConflict, AwardPair, AwardVote

__all__ = [
    "AGREED", "DECLINED", "Award", "AwardConflict", "AwardCounter", "AwardEntry", "AwardPair",
    "AwardRound", "AwardTelling", "AwardVote", "Nomination", "count", "get", "give", "hand",
    "next_number", "of_proposal", "page", "put_consent",
]  # fmt: skip
