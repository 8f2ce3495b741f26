"""Turns: each time an achievement is sent it waits once, and is decided once."""

from storage.turns.facing import face
from storage.turns.opinions import Rated, opinion, rated_between, think
from storage.turns.turn import AchievementOpinion, AchievementTurn
from storage.turns.waiting import (
    all_waiting,
    begin,
    close,
    duty_of,
    get,
    hand_to,
    last_of,
    lock,
    nudge,
    returned_before,
)

__all__ = [
    "AchievementOpinion",
    "AchievementTurn",
    "Rated",
    "all_waiting",
    "begin",
    "close",
    "duty_of",
    "face",
    "get",
    "hand_to",
    "last_of",
    "lock",
    "nudge",
    "opinion",
    "rated_between",
    "returned_before",
    "think",
]
