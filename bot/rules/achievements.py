"""Achievements: states, the steps of a draft, who rates, and what makes a good entry."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    SENDING = "sending"  # waits for its last file
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"  # put aside by its owner after it had been sent once


OPEN = (State.DRAFT, State.RETURNED)  # its owner may change it
UNRATED = (State.SENDING, State.SUBMITTED)
SENT = (*UNRATED, State.APPROVED, State.RETURNED, State.REJECTED)


class Verdict(StrEnum):
    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"

    @property
    def state(self) -> State:
        return _OUTCOMES[self]


_OUTCOMES = {
    Verdict.APPROVE: State.APPROVED,
    Verdict.RETURN: State.RETURNED,
    Verdict.REJECT: State.REJECTED,
}


class Step(StrEnum):
    TITLE = "title"
    STORY = "story"
    DATE = "date"
    CATEGORY = "category"
    INDICATOR = "indicator"
    BEFORE = "before"
    AFTER = "after"
    UNIT = "unit"
    EVIDENCE = "evidence"
    SUMMARY = "summary"


ORDER = tuple(Step)
REQUIRED = (Step.TITLE, Step.STORY, Step.DATE, Step.CATEGORY, Step.INDICATOR)
OPTIONAL = (Step.BEFORE, Step.AFTER, Step.UNIT, Step.EVIDENCE)
EFFECT = (Step.BEFORE, Step.AFTER, Step.UNIT)
NUMBERED = (*REQUIRED, Step.BEFORE, Step.EVIDENCE)  # the three of the effect count as one

TITLE_LENGTH = 150
STORY_LENGTH = 2000
UNIT_LENGTH = 40
NOTE_LENGTH = 1000
FEWEST_WORDS = 3
MOST_INDICATORS = 3
DAYS_BACK = 366
RATE_DAYS = 7


def number_of(step: Step) -> int:
    """`Langkah 6`: the place of a step as people count them."""
    return NUMBERED.index(Step.BEFORE if step in EFFECT else step) + 1


def missing(answered: frozenset[Step]) -> tuple[Step, ...]:
    """What must still be answered before it can be sent."""
    return tuple(step for step in REQUIRED if step not in answered)


def following(step: Step, stands_at: Step, answered: frozenset[Step]) -> Step:
    """Where an answer leads: what is missing first, else on from the farthest step reached.

    The parts of the effect are asked together, also when only a line is being changed.
    """
    if lacking := missing(answered):
        return lacking[0]
    if step in (Step.BEFORE, Step.AFTER):
        return ORDER[ORDER.index(step) + 1]
    return ORDER[max(ORDER.index(stands_at), ORDER.index(step) + 1)]


def before(step: Step) -> Step | None:
    """The step that `Kembali` opens."""
    at = ORDER.index(step)
    return ORDER[at - 1] if at else None


@dataclass(frozen=True, slots=True)
class Chain:
    """An employee's superior, the superior's superior, and who holds their mandates that day."""

    employee: int
    superior: int | None
    superior_present: bool = True
    superior_mandate: int | None = None
    above: int | None = None
    above_mandate: int | None = None

    @property
    def passes_on(self) -> bool:
        """Whether the next level gets it: the superior cannot be asked and nobody acts instead."""
        if self.superior is None:
            return False
        if self.superior_mandate == self.employee:
            return True
        return not self.superior_present and self.superior_mandate is None

    @property
    def holder(self) -> int | None:
        """Who is to rate: the mandate holder, the superior, or the next level; None when nobody.

        Nobody rates an achievement of their own, whatever mandate they hold.
        """
        if self.superior is None:
            return None
        if not self.passes_on:
            return self.superior_mandate or self.superior
        if self.above_mandate not in (None, self.employee):
            return self.above_mandate
        return self.above if self.above is not None else self.superior


class DayFault(StrEnum):
    FUTURE = "future"
    ANCIENT = "ancient"


def day_fault(day: date, today: date) -> DayFault | None:
    """Why something cannot have been done that day."""
    if day > today:
        return DayFault.FUTURE
    return DayFault.ANCIENT if (today - day).days > DAYS_BACK else None


def nudge_from(asked_on: date, nudged_on: date | None, rest: int) -> date:
    """From when the rater may be reminded: `rest` days after being asked, or reminded last."""
    return (nudged_on or asked_on) + timedelta(rest)


def written_marks(marks: dict[str, int]) -> str:
    """Levels by indicator in one line: `inovasi=4,produktivitas=5`."""
    return ",".join(f"{key}={level}" for key, level in sorted(marks.items()))


def read_marks(written: str) -> dict[str, int]:
    pairs = (pair.split("=") for pair in written.split(",") if pair)
    return {key: int(level) for key, level in pairs}
