"""A scheme: everything an agency may decide otherwise, as data with a version."""

from bot.rules.schemes.calendar import Milestones, PeriodCalendar, period_of
from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.faults import faults
from bot.rules.schemes.shape import (
    ANCHORS,
    LEVELS,
    Axis,
    AxisWeights,
    Category,
    Indicator,
    MandateRules,
    ObjectionRules,
    PeerRules,
    Scheme,
    Share,
    Source,
    SurveyLevels,
    Thresholds,
)

__all__ = [
    "ANCHORS",
    "LEVELS",
    "Axis",
    "AxisWeights",
    "Category",
    "FaultKind",
    "Indicator",
    "MandateRules",
    "Milestones",
    "ObjectionRules",
    "PeerRules",
    "PeriodCalendar",
    "Scheme",
    "SchemeFault",
    "Share",
    "Source",
    "SurveyLevels",
    "Thresholds",
    "faults",
    "period_of",
]
