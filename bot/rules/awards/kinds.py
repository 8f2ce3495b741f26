"""Kinds of awards: what each is given for, by which criteria, and when."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from bot.rules.awards.candidates import AwardRules, Criterion


class Span(StrEnum):
    """What an award looks back on; for years of service there is a list to watch, no round."""

    QUARTER = "quarter"
    YEAR = "year"
    SERVICE = "service"


class Measure(StrEnum):
    """What a criterion looks at. All but the panel's vote are known without asking anybody."""

    SCORE = "score"
    HASIL_KERJA = "hasil_kerja"
    PERILAKU = "perilaku"
    INDICATOR = "indicator"
    ACHIEVEMENTS = "achievements"
    ATTENDANCE = "attendance"
    VOTE = "vote"


@dataclass(frozen=True, slots=True)
class Weighing:
    """One criterion and its percent of the points; those of a kind total 100.

    `of` is the key of an indicator, or of a category of achievements (empty: all of them).
    Values are taken as they are: 40 to 120, of attendance 0 to 100. With `spread` they are drawn
    apart to 0 to 100 over everybody compared; achievements always are, being a number of things.
    """

    measure: Measure
    weight: Decimal
    of: str = ""
    spread: bool = False

    @property
    def drawn_apart(self) -> bool:
        return self.spread or self.measure is Measure.ACHIEVEMENTS


@dataclass(frozen=True, slots=True)
class AwardKind:
    """One kind. What it leaves open (None) is as in the scheme's rules for all awards.

    `nominate_days` and `vote_days` count from the last day of what it looks back on; None: until
    the ratings, and until the calibration, of the quarter end. `shortlist`: how many the rule
    alone puts before the panel; who is nominated stands beside them.
    """

    key: str
    name: str
    span: Span
    meaning: str = ""
    criteria: tuple[Weighing, ...] = ()
    lowest_score: Decimal | None = None
    fewest_raters: int | None = None
    excluded_roles: frozenset[str] | None = None
    quarters_between: int | None = None
    tie_order: tuple[Criterion, ...] | None = None
    near_tie: Decimal | None = None
    quorum: int | None = None
    nominations: bool = True
    self_nomination: bool = False
    shortlist: int = 5
    nominate_days: int | None = None
    vote_days: int | None = None
    prize: str = ""
    training_seat: bool = False

    @property
    def votes(self) -> bool:
        """Whether the panel's vote is one of the criteria."""
        return any(one.measure is Measure.VOTE for one in self.criteria)

    def rules(self, shared: AwardRules) -> AwardRules:
        """The rules for all awards with what this kind says otherwise."""
        own = {name: getattr(self, name) for name in _OWN}
        return replace(shared, **{name: value for name, value in own.items() if value is not None})


_OWN = (
    *("lowest_score", "fewest_raters", "excluded_roles", "quarters_between"),
    *("tie_order", "near_tie", "quorum"),
)
QUARTERLY = AwardKind(
    "pegawai_teladan", "", Span.QUARTER, criteria=(Weighing(Measure.SCORE, Decimal(100)),)
)
"""The only kind of schemes that name none: compared by `tie_order` alone, without a round."""
