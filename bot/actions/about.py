"""What every screen about one person in one quarter begins with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    sex: int
