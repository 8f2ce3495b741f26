"""A whole quarter of a small office, from the opening to the last objection, in scenes."""

from __future__ import annotations

from tests.crash.points.quarter import beginning, deciding, rating
from tests.crash.points.quarter.office import MORE, staff
from tests.crash.points.stories import Story

__all__ = ["PHASES", "WHOLE_QUARTER"]

PHASES = (
    (beginning.OPENING,),
    (beginning.ACHIEVED, beginning.RATED),
    (beginning.LED,),
    (beginning.REPORTED,),
    (rating.DRAWN, rating.ANSWERED),
    (rating.APPRAISED, rating.LED_TWICE),
    (rating.ASSESSED,),
    (deciding.CLOSED, deciding.AGAIN, deciding.ADJUSTED),
    (deciding.PUBLISHED, deciding.RECEIVED),
    (deciding.OBJECTED, deciding.DECIDED),
    (deciding.CORRECTED,),
    (deciding.FINAL,),
)
WHOLE_QUARTER = Story(
    "triwulan penuh",
    tuple(one for phase in PHASES for one in phase),
    staff,
    more={key: row[:2] for key, row in MORE.items()},
)
