"""Years of service: who is due for Satyalancana Karya Satya, and what HR notes of a service."""

from bot.actions.service.noting import (
    Draft,
    ask_days,
    ask_ground,
    cancel,
    check,
    choose_kind,
    record,
    say_days,
    say_ground,
)
from bot.actions.service.watching import (
    Due,
    Standing,
    Watch,
    ask_name,
    found_people,
    mine,
    person,
    say_name,
    units_,
    watch,
)

__all__ = [
    "Draft", "Due", "Standing", "Watch", "ask_days", "ask_ground", "ask_name", "cancel", "check",
    "choose_kind", "found_people", "mine", "person", "record", "say_days", "say_ground",
    "say_name", "units_", "watch",
]  # fmt: skip
