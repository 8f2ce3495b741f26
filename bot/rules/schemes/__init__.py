"""A scheme: everything an agency may decide otherwise, as data with a version."""

from bot.rules.schemes.calendar import Milestones, PeriodCalendar, period_of
from bot.rules.schemes.fault import ChangeFault, FaultKind, FormFault, Problem, SchemeFault
from bot.rules.schemes.faults import faults
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
from bot.rules.schemes.patterns import CIRCULAR, LimitKind, Organisation, Pattern, PatternLimit
from bot.rules.schemes.shape import (
    ANCHORS,
    LEAVES,
    LEVELS,
    Category,
    Indicator,
    Scheme,
    Share,
    Source,
)
from bot.rules.schemes.verdicts import LevelProposal, NumberWords, Quadrant
from bot.rules.schemes.yearly import Judge, Way, YearRules

__all__ = [
    "ANCHORS",
    "CIRCULAR",
    "LEAVES",
    "LEVELS",
    "Axis",
    "AxisWeights",
    "Category",
    "ChangeFault",
    "FaultKind",
    "FormFault",
    "Indicator",
    "Judge",
    "LevelProposal",
    "LimitKind",
    "MandateRules",
    "Milestones",
    "NumberWords",
    "ObjectionRules",
    "Organisation",
    "Pattern",
    "PatternLimit",
    "PeerRules",
    "PeriodCalendar",
    "PlanningRules",
    "Problem",
    "Quadrant",
    "Scheme",
    "SchemeFault",
    "Share",
    "Source",
    "SurveyLevels",
    "Thresholds",
    "Way",
    "YearRules",
    "faults",
    "period_of",
]
