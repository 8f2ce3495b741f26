"""Schemes: pinned by periods, explained to everybody, changed by two people."""

from __future__ import annotations

from bot.actions.schemes.explaining import (
    PAGE,
    Approval,
    AxisPage,
    Explained,
    OneIndicator,
    Version,
    Versions,
    axis,
    explain,
    indicator,
    versions,
)
from bot.actions.schemes.pinned import by_number, milestones_of, of_period, quarter_of, read

__all__ = [
    "PAGE", "Approval", "AxisPage", "Explained", "OneIndicator", "Version", "Versions", "axis",
    "by_number", "explain", "indicator", "milestones_of", "of_period", "quarter_of", "read",
    "versions",
]  # fmt: skip
