"""Achievements: states, the steps of a draft, who rates, and what makes a good entry."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
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


_MEASURE = re.compile(
    r"(?:rp\.?\s*)?"
    r"(?P<number>-?(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]{1,2}|,[0-9]+)?))"
    r"(?:\s+(?P<unit>[^\s\d].*)|(?P<glued>%.*|[^\W\d_]+))?",
    re.IGNORECASE,
)
LARGEST = Decimal(10) ** 15


def read_measure(text: str) -> tuple[Decimal, str] | None:
    """`1.200`, `3,5` or `3 hari`: the number and the unit behind it; None when there is none."""
    found = _MEASURE.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    said = found["number"]
    pointed = re.fullmatch(r"-?[0-9]+\.[0-9]{1,2}", said)
    number = Decimal(said if pointed else said.replace(".", "").replace(",", "."))
    return (number, found["unit"] or found["glued"] or "") if abs(number) < LARGEST else None


_SMALL_WORDS = (
    "halo hallo hai hay hi hello hey helo hei p ping tes test permisi selamat pagi siang sore "
    "malam assalamualaikum assalamu'alaikum assalammualaikum waalaikumsalam ass wr wb salam "
    "om swastiastu shalom terima kasih makasih trims thanks thx ok oke baik siap ya tidak "
    "bot teladan min admin bapak ibu pak bu kak mas mbak semua menu bantuan tolong mulai apa "
    "kabar gimana bagaimana"
)
_GREETINGS = frozenset(_SMALL_WORDS.split())


def is_small_talk(text: str) -> bool:
    """Whether a text says nothing to be kept: a greeting, thanks, or fewer than three words."""
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text.casefold())
    return len(words) < FEWEST_WORDS or all(word in _GREETINGS for word in words)


def suggest_title(text: str) -> str:
    """The first sentence of a text, cut at a word, as a proposal; may be empty."""
    first = re.split(r"(?<=[.!?])\s|\n", " \n".join(text.split("\n")).strip(), maxsplit=1)[0]
    words, title = " ".join(first.split()).rstrip(".!? "), ""
    if len(words) <= TITLE_LENGTH // 2:
        return words
    for word in words.split():
        if len(title) + len(word) + 2 > TITLE_LENGTH // 2:
            break
        title = f"{title} {word}".strip()
    return f"{title or words[: TITLE_LENGTH // 2]}…"


def written_marks(marks: dict[str, int]) -> str:
    """Levels by indicator in one line: `inovasi=4,produktivitas=5`."""
    return ",".join(f"{key}={level}" for key, level in sorted(marks.items()))


def read_marks(written: str) -> dict[str, int]:
    pairs = (pair.split("=") for pair in written.split(",") if pair)
    return {key: int(level) for key, level in pairs}
