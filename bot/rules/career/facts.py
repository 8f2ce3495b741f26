"""What HR puts on record of a career, because no achievement tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.rules.predikat import Predikat

RANKS = (
    "I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d",
    "IV/a", "IV/b", "IV/c", "IV/d", "IV/e",
)  # fmt: skip
"""Pangkat of a PNS, lowest first (Perka BKN 12/2002)."""


class Fact(StrEnum):
    """`credit`: angka kredit since entering the jenjang; `credit_at_rank`: what of it was there
    when the present rank was reached. The last four are parts of an assessment of potential."""

    RANK_SINCE = "rank_since"
    POST_SINCE = "post_since"
    CREDIT = "credit"
    CREDIT_AT_RANK = "credit_at_rank"
    EXAM = "exam"
    PREDIKAT = "predikat"
    COMPETENCE = "competence"
    POTENTIAL = "potential"
    QUALIFICATION = "qualification"
    INTEGRITY = "integrity"


TAKEN_BACK = "-"
"""A day of somebody's history that was a mistake is put on record once more with this."""


class Past(StrEnum):
    """What a person once was or had: a history, of which nothing is computed."""

    RANK = "held_rank"
    POST = "held_post"
    LEVEL = "held_level"
    EDUCATION = "education"
    CREDIT = "past_credit"


ASSESSMENTS = (Fact.COMPETENCE, Fact.POTENTIAL, Fact.QUALIFICATION, Fact.INTEGRITY)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a PNS or PPPK on one day; None and absent keys: not on record.

    `credit` since entering the jenjang and `at_rank` of it at the present rank; `predikat` by
    calendar year; `penalty_until` the last day of a medium or heavy disciplinary penalty.
    """

    pppk: bool
    rank: str
    rank_since: date | None = None
    post_since: date | None = None
    credit: Decimal | None = None
    at_rank: Decimal | None = None
    exam: date | None = None
    predikat: Mapping[int, Predikat] = field(default_factory=dict)
    penalty_until: date | None = None

    @property
    def since_rank(self) -> Decimal | None:
        """Credit since the present rank: all of it when the rank is not newer than the jenjang."""
        if self.credit is None:
            return None
        if self.at_rank is not None:
            return max(Decimal(0), self.credit - self.at_rank)
        known = self.rank_since is not None and self.post_since is not None
        fresh = known and self.rank_since <= self.post_since  # type: ignore[operator]
        return self.credit if fresh else None


def next_rank(rank: str) -> str | None:
    """The rank after this one; None after the highest and for a rank that is none of a PNS."""
    if rank not in RANKS[:-1]:
        return None
    return RANKS[RANKS.index(rank) + 1]
