"""What a scheme is made of, part by part: small rules with their defaults."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Axis(StrEnum):
    HASIL_KERJA = "hasil_kerja"
    PERILAKU = "perilaku"


@dataclass(frozen=True, slots=True)
class AxisWeights:
    """Percent of the total: 60/40 with peers, 70/30 without (PP 30/2019 art. 41 (2)-(4))."""

    hasil_kerja: Decimal
    perilaku: Decimal

    def of(self, axis: Axis) -> Decimal:
        return self.hasil_kerja if axis is Axis.HASIL_KERJA else self.perilaku


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which value an axis meets and exceeds expectations."""

    met: Decimal = Decimal(90)
    above: Decimal = Decimal(110)


@dataclass(frozen=True, slots=True)
class SurveyLevels:
    """From which index of citizens' satisfaction (25 to 100) the survey gives levels 2 to 5.

    By default the upper grades of PermenPANRB 14/2017: C 3, B 4 (as expected), A 5.
    """

    limits: tuple[Decimal, ...] = (Decimal(50), Decimal(65), Decimal("76.61"), Decimal("88.31"))

    def level(self, index: Decimal) -> int:
        return 1 + sum(index >= limit for limit in self.limits)


@dataclass(frozen=True, slots=True)
class ObjectionRules:
    """Days to object from the receipt; working days to hand over; days to decide.

    `hearing_workdays`: working days in which both sides may explain themselves.
    """

    days: int = 14
    receipt_workdays: int = 14
    decision_days: int = 14
    hearing_workdays: int = 5


@dataclass(frozen=True, slots=True)
class PeerRules:
    """How many colleagues are asked, how many one may be asked for, and when a result shows.

    `load`: the most forms of one rater in a quarter; `weekly`: of them in any seven days (0: no
    such cap).
    """

    fewest: int = 3
    most: int = 5
    load: int = 6
    weekly: int = 0
    shown_from: int = 3


@dataclass(frozen=True, slots=True)
class PlanningRules:
    """Within how many days of the opening planned results are proposed, and then agreed.

    `proposal_days` 0: nobody is asked for them; whoever wants to may still propose.
    """

    proposal_days: int = 0
    agreement_days: int = 7


@dataclass(frozen=True, slots=True)
class MandateRules:
    """From how many days of leave a stand-in gets the work, and how long a mandate may last.

    `rating_days`: whoever led somebody on fewer days of a quarter is not asked to rate it, while
    another was; days of `uncounted_leave` count for nobody.
    """

    absent_days: int = 3
    longest_days: int = 90
    rating_days: int = 30
    uncounted_leave: frozenset[str] = frozenset({"long", "duty"})
