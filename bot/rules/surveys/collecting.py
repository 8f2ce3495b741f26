"""How answers are collected, as a scheme decides it, and what looks like abuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.surveys.grades import Weight

SLOT = timedelta(minutes=5)
DRAFT_LASTS = timedelta(hours=24)
RECENT_LASTS = timedelta(hours=24)
LONGEST_COMMENT = 1000
SHORTEST_REASON, LONGEST_REASON = 10, 300
SHORTEST_NAME, LONGEST_NAME = 3, 60
MOST_VISITORS = 100_000_000


class ServiceKind(StrEnum):
    """What is compared with what: UU 25/2009 art. 5, and two desks that every office has."""

    ADMINISTRATIVE = "administratif"
    GOODS = "barang"
    SERVICES = "jasa"
    INFORMATION = "informasi"
    COMPLAINTS = "pengaduan"


@dataclass(frozen=True, slots=True)
class SurveyRules:
    """Part of a scheme. `loose_count`: answers without a ticket enter the index as well.

    A ticket is good for `ticket_days` with the day of issue. `flood_answers` within
    `flood_minutes`, or `same_answers` alike in all elements within `same_minutes`, at one counter
    are looked at by a person. Whoever asks to be told is forgotten after `wish_months`.

    The rest is how figures are made and enter an appraisal: `weight` of an element; fewer than
    `fewest` answers make no index of a unit; with `leans` few answers lean to like services; with
    `climbs` the nearest unit above with enough answers counts instead; `quarters` whose answers
    are taken together.
    """

    loose_count: bool = False
    ticket_days: int = 7
    flood_answers: int = 10
    flood_minutes: int = 15
    same_answers: int = 8
    same_minutes: int = 60
    wish_months: int = 12
    weight: Weight = Weight.EXACT
    fewest: int = 30
    leans: bool = True
    climbs: bool = True
    quarters: int = 1


def slot_of(now: datetime) -> datetime:
    """The beginning of these five minutes."""
    return now - timedelta(
        minutes=now.minute % 5, seconds=now.second, microseconds=now.microsecond
    )


def first_slot(now: datetime, minutes: int) -> datetime:
    """The slot from which answers came within these minutes, as exactly as slots can tell."""
    return slot_of(now - timedelta(minutes=minutes)) + SLOT


def last_day(rules: SurveyRules, issued_on: date) -> date:
    """On which a ticket can be used last."""
    return issued_on + timedelta(days=rules.ticket_days - 1)
