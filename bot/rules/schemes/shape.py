"""What a scheme is made of. Shipped defaults are sound; `faults` says whether a change is."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.rules.awards import QUARTERLY, AwardKind, AwardRules
from bot.rules.broadcasts import BroadcastRules
from bot.rules.career.boxes import CareerRules
from bot.rules.drills import DrillCase, DrillRules
from bot.rules.personal.kinds import PersonalRules
from bot.rules.reminders import ReminderPlan
from bot.rules.schemes.calendar import PeriodCalendar
from bot.rules.schemes.parts import (
    Axis,
    AxisWeights,
    MandateRules,
    ObjectionRules,
    PeerRules,
    PlanningRules,
    SurveyLevels,
    Thresholds,
)
from bot.rules.schemes.patterns import CIRCULAR, Pattern
from bot.rules.schemes.talks import TalkRules
from bot.rules.schemes.verdicts import LevelProposal, NumberWords, Quadrant
from bot.rules.schemes.yearly import YearRules
from bot.rules.surveys.collecting import SurveyRules
from bot.rules.thanks import ThanksRules
from bot.rules.trainings.needs import TrainingRules

LEVELS = (1, 2, 3, 4, 5)
ANCHORS = len(LEVELS)
LEAVES = ("annual", "sick", "maternity", "important", "long", "duty")
"""Kinds of leave that HR records, in the order of the screen."""


class Source(StrEnum):
    """Who gives a mark: a group of raters."""

    SUPERIOR = "superior"
    PEERS = "peers"
    SURVEY = "survey"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an indicator one source decides, in percent."""

    source: Source
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    """`name`, `meaning`, `guides` and the anchors (level 1 to 5) are words for the screen.

    `weight` is its percentage of the axis; the shares of its sources total 100.
    """

    key: str
    name: str
    axis: Axis
    weight: Decimal
    sources: tuple[Share, ...]
    anchors: tuple[str, ...]
    meaning: str = ""
    guides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of achievement; `name` is for the screen."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One version of the agency's decisions; a period pins it, so it never changes."""

    key: str
    name: str
    version: int
    in_force_from: date
    formula: str
    asks_peers: bool
    axis_weights: AxisWeights
    indicators: tuple[Indicator, ...]
    categories: tuple[Category, ...]
    thresholds: Thresholds = field(default_factory=Thresholds)
    survey_levels: SurveyLevels = field(default_factory=SurveyLevels)
    calendar: PeriodCalendar = field(default_factory=PeriodCalendar)
    objection: ObjectionRules = field(default_factory=ObjectionRules)
    departure_gap: int = 2
    planned_results: int = 8
    planning: PlanningRules = field(default_factory=PlanningRules)
    evidence: int = 10
    nudge_days: int = 1
    view_days: int = 3
    view_gap: int = 1
    signing_days: int = 7
    peers: PeerRules = field(default_factory=PeerRules)
    mandate: MandateRules = field(default_factory=MandateRules)
    reminders: ReminderPlan = field(default_factory=ReminderPlan)
    awards: AwardRules = field(default_factory=AwardRules)
    award: tuple[AwardKind, ...] = ()
    quadrant: Quadrant = field(default_factory=Quadrant)
    number_words: NumberWords = field(default_factory=NumberWords)
    level_proposal: LevelProposal = field(default_factory=LevelProposal)
    distribution: tuple[Pattern, ...] = CIRCULAR
    year: YearRules = field(default_factory=YearRules)
    talks: TalkRules = field(default_factory=TalkRules)
    thanks: ThanksRules = field(default_factory=ThanksRules)
    surveys: SurveyRules = field(default_factory=SurveyRules)
    career: CareerRules = field(default_factory=CareerRules)
    training: TrainingRules = field(default_factory=TrainingRules)
    personal: PersonalRules = field(default_factory=PersonalRules)
    broadcasts: BroadcastRules = field(default_factory=BroadcastRules)
    drill: DrillRules = field(default_factory=DrillRules)
    drill_cases: tuple[DrillCase, ...] = ()

    @property
    def award_kinds(self) -> tuple[AwardKind, ...]:
        """Those that it names; the quarterly one alone where it names none."""
        return self.award or (QUARTERLY,)

    def on_axis(self, axis: Axis) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.axis is axis)

    def indicator(self, key: str) -> Indicator:
        """KeyError when the scheme knows no such indicator."""
        for indicator in self.indicators:
            if indicator.key == key:
                return indicator
        raise KeyError(key)
