"""A single fault of a scheme."""

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
    SURVEY_LEVELS = "survey_levels"
    CALENDAR_ORDER = "calendar_order"
    CALENDAR_LENGTH = "calendar_length"
    OUT_OF_RANGE = "out_of_range"
    PEER_NUMBERS = "peer_numbers"
    REMINDER_DAYS = "reminder_days"
    ESCALATIONS = "escalations"
    TIE_ORDER = "tie_order"
    CATEGORY_MISSING = "category_missing"


@dataclass(frozen=True, slots=True)
class SchemeFault:
    """`where` is the path of the field (`indicators.2.anchors`), `given` what stands there."""

    kind: FaultKind
    where: str
    given: str = ""
