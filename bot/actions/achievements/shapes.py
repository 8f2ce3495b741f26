"""What the screens of achievements are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.actions.achievements.serving import Serves
from bot.rules.achievements import State, Step
from bot.rules.schemes import Category, Indicator


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    title: str
    state: State
    done_on: date | None
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Mine:
    """One page of my achievements; `waiting` counts those I am to rate."""

    lines: Sequence[Line]
    page: int
    pages: int
    tally: dict[State, int]
    waiting: int


@dataclass(frozen=True, slots=True)
class Resume:
    number: int
    version: int
    title: str
    changed_at: datetime
    complete: bool
    step: Step


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence; `content` only when the file itself is to be shown."""

    number: int
    kind: str
    name: str
    text: str
    state: str
    fault: str
    file_id: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An achievement as its owner told it, in words for the screen."""

    number: int
    version: int
    state: State
    title: str
    story: str
    done_on: date | None
    category: str
    indicators: Sequence[str]
    before: str
    after: str
    unit: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Fill:
    """One step; `step` is being asked, `answered` says whether it has an answer already."""

    told: Told
    step: Step
    answered: bool
    complete: bool
    today: date
    categories: Sequence[Category]
    claimable: Sequence[Indicator]
    claimed: Sequence[str]
    most_items: int


@dataclass(frozen=True, slots=True)
class Items:
    """One page of the evidence of a draft."""

    number: int
    items: Sequence[Item]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Desk:
    """Who has it and since when; `instead` when the superior is away.

    `may_nudge`: it is long enough since they were asked.
    """

    name: str
    sex: int
    instead: bool
    since: datetime
    due_on: date
    may_nudge: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it was decided: levels by name of indicator, the rater's words."""

    at: datetime
    by: str
    sex: int
    marks: Sequence[tuple[str, int]]
    note: str
    voice: str


@dataclass(frozen=True, slots=True)
class Card:
    """An achievement as it stands. `own` says whether it is mine.

    `untouched`: nothing has been changed since it was decided.
    """

    told: Told
    own: bool
    owner: str
    lacking: Sequence[Step]
    outside_quarter: bool
    pending: int
    desk: Desk | None = None
    serves: Serves | None = None
    may_serve: bool = False
    outcome: Outcome | None = None
    untouched: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class DayAsked:
    """A typed day, echoed; several when it is not clear which was meant.

    `outside_quarter` warns that one of them counts in no running quarter.
    """

    number: int
    days: Sequence[date]
    outside_quarter: bool
