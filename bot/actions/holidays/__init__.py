"""National holidays, cuti bersama and the fasting month: reckoned, or put in by HR."""

from bot.actions.holidays.calendar import (
    calendar_around,
    calendar_for,
    days_off,
    fasting,
    holiday,
    holiday_name,
)
from bot.actions.holidays.working import day_off_name, workdays_around, workdays_for

__all__ = [
    "calendar_around",
    "calendar_for",
    "day_off_name",
    "days_off",
    "fasting",
    "holiday",
    "holiday_name",
    "workdays_around",
    "workdays_for",
]
