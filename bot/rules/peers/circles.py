"""Why somebody has too few colleagues who can be asked: everybody around them, one by one."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.peers.coworkers import Bar, Coworkers


class Stand(StrEnum):
    """How one co-worker stands to the person who is to be asked about."""

    IN_LINE = "in_line"
    ASKED = "asked"
    REFUSED = "refused"  # was asked this quarter and cannot answer
    CONFLICT = "conflict"
    AWAY = "away"  # no account, or away for the whole window
    FULL = "full"  # carries as many forms as one may
    FREE = "free"


class Why(StrEnum):
    """What keeps a draw from going on, the first that explains it."""

    FEW = "few"
    CONFLICTS = "conflicts"
    AWAY = "away"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Circle:
    """How many co-workers stand how; those of the same team and unit."""

    stands: Mapping[Stand, int]

    @property
    def people(self) -> int:
        return sum(self.stands.values())

    def why(self, fewest: int) -> Why | None:
        """Why fewer than `fewest` are asked; None when enough are or could be."""
        left = self.people - self.stands.get(Stand.IN_LINE, 0)
        barred = self.stands.get(Stand.CONFLICT, 0) + self.stands.get(Stand.REFUSED, 0)
        steps = (
            (Why.FEW, 0),
            (Why.CONFLICTS, barred),
            (Why.AWAY, self.stands.get(Stand.AWAY, 0)),
            (Why.LOAD, self.stands.get(Stand.FULL, 0)),
        )
        for why, fewer in steps:
            left -= fewer
            if left < fewest:
                return why
        return None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about one ratee's co-workers besides the organisation."""

    asked: Collection[int]
    refused: Collection[int]
    here: Collection[int]
    full: Collection[int]


def stand(field: Coworkers, ratee: int, rater: int, known: Known) -> Stand:
    """The first thing that is said of this co-worker."""
    bar = field.bar(ratee, rater)
    told = (
        (Stand.IN_LINE, bar in (Bar.SELF, Bar.IN_LINE)),
        (Stand.ASKED, rater in known.asked),
        (Stand.REFUSED, rater in known.refused),
        (Stand.CONFLICT, bar is Bar.CONFLICT),
        (Stand.AWAY, rater not in known.here),
        (Stand.FULL, rater in known.full),
    )
    return next((stands for stands, true in told if true), Stand.FREE)


def circle(field: Coworkers, ratee: int, known: Known) -> Circle:
    """Everybody around `ratee`, each counted once."""
    others = (rater for rater in field.around(ratee) if rater != ratee)
    return Circle(Counter(stand(field, ratee, rater, known) for rater in others))
