"""Awards: what kinds there are, who may be honoured, why not, and in what order."""

from bot.rules.awards.ballots import may_open, means, missing
from bot.rules.awards.candidates import (
    AwardRules,
    Candidate,
    Criterion,
    Obstacle,
    Ranked,
    Record,
    award_obstacles,
    rank,
)
from bot.rules.awards.kinds import QUARTERLY, AwardKind, Measure, Span, Weighing
from bot.rules.awards.pairs import DecidedBy, Verdict, judge, near_first, pairs_of
from bot.rules.awards.points import Points, points

__all__ = [
    "QUARTERLY", "AwardKind", "AwardRules", "Candidate", "Criterion", "DecidedBy", "Measure",
    "Obstacle", "Points", "Ranked", "Record", "Span", "Verdict", "Weighing", "award_obstacles",
    "judge", "may_open", "means", "missing", "near_first", "pairs_of", "points", "rank",
]  # fmt: skip
