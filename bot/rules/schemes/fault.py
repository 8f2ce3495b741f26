"""Single faults: of a scheme, and of a text that was to be one."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    KEY_FORM = "key_form"
    KEY_TWICE = "key_twice"
    NAME_EMPTY = "name_empty"
    VERSION = "version"
    AXIS_WEIGHTS = "axis_weights"
    AXIS_EMPTY = "axis_empty"
    AXIS_TOTAL = "axis_total"
    WEIGHT_NOT_POSITIVE = "weight_not_positive"
    SOURCES_TOTAL = "sources_total"
    SOURCE_TWICE = "source_twice"
    PEERS_NOT_ASKED = "peers_not_asked"
    ANCHOR_COUNT = "anchor_count"
    ANCHOR_EMPTY = "anchor_empty"
    ANCHOR_TWICE = "anchor_twice"
    THRESHOLDS = "thresholds"
    CAREER_THRESHOLDS = "career_thresholds"
    CAREER_WEIGHTS = "career_weights"
    SURVEY_LEVELS = "survey_levels"
    SURVEY_WEIGHT = "survey_weight"
    CALENDAR_ORDER = "calendar_order"
    CALENDAR_LENGTH = "calendar_length"
    OUT_OF_RANGE = "out_of_range"
    PEER_NUMBERS = "peer_numbers"
    REMINDER_DAYS = "reminder_days"
    ESCALATIONS = "escalations"
    TIE_ORDER = "tie_order"
    CATEGORY_MISSING = "category_missing"
    QUADRANT_ROW = "quadrant_row"
    QUADRANT_ORDER = "quadrant_order"
    QUADRANT_MISCONDUCT = "quadrant_misconduct"
    NUMBER_WORDS = "number_words"
    PATTERN_TWICE = "pattern_twice"
    PATTERN_MISSING = "pattern_missing"
    PATTERN_PREDIKAT = "pattern_predikat"
    PATTERN_PERCENT = "pattern_percent"
    GUIDE_MISSING = "guide_missing"
    GUIDE_EMPTY = "guide_empty"
    GUIDE_TWICE = "guide_twice"
    AWARD_TOTAL = "award_total"
    AWARD_EMPTY = "award_empty"
    AWARD_TWICE = "award_twice"
    AWARD_MEASURE = "award_measure"
    AWARD_DAYS = "award_days"
    AWARD_ROUND = "award_round"
    YEAR_WEIGHTS = "year_weights"
    TALK_MONTHS = "talk_months"
    DRILL_EMPTY = "drill_empty"
    DRILL_INDICATOR = "drill_indicator"
    ROLE_UNKNOWN = "role_unknown"
    LEAVE_UNKNOWN = "leave_unknown"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class SchemeFault:
    """`where` is the path of the field (`indicators.2.anchors`), `given` what stands there."""

    kind: FaultKind
    where: str
    given: str = ""


class FormFault(StrEnum):
    """Why a text is no scheme at all; what a readable scheme lacks is a FaultKind."""

    NOT_TOML = "not_toml"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    NOT_ALLOWED = "not_allowed"
    WRONG_TYPE = "wrong_type"


class ChangeFault(StrEnum):
    """Why a sound scheme may not follow the one in force."""

    OTHER_KEY = "other_key"
    VERSION_USED = "version_used"
    NOT_A_QUARTER = "not_a_quarter"
    TOO_EARLY = "too_early"
    BEFORE_NEWEST = "before_newest"
    CLASHES = "clashes"
    NOTHING_NEW = "nothing_new"


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason: which field (`indicators.2.weight`), on which line, and what stands there.

    `named` is the name of the indicator or category that the field belongs to, if any.
    """

    reason: FormFault | FaultKind | ChangeFault
    field: str
    line: int | None = None
    given: str = ""
    named: str = ""
