"""Schemes: pinned by periods, explained to everybody, changed by two people."""

from __future__ import annotations

from bot.actions.schemes.cards import Change, change
from bot.actions.schemes.changing import (
    Desk,
    desk,
    export,
    file,
    give,
    withdraw,
)
from bot.actions.schemes.deciding import (
    Deciding,
    approve,
    deciding,
    refuse,
    waiting,
    write_reason,
)
from bot.actions.schemes.explaining import (
    AxisPage,
    Explained,
    OneAward,
    OneIndicator,
    award,
    axis,
    explain,
    indicator,
)
from bot.actions.schemes.pinned import (
    by_number,
    milestones_of,
    of_period,
    proposals_until,
    quarter_of,
    read,
)
from bot.actions.schemes.pinning import pin, tell
from bot.actions.schemes.versions import (
    PAGE,
    Approval,
    Version,
    Versions,
    version_of,
    versions,
)

__all__ = [
    "PAGE", "Approval", "AxisPage", "Change", "Deciding", "Desk", "Explained", "OneAward",
    "OneIndicator",
    "Version", "Versions", "approve", "award", "axis", "by_number", "change", "deciding", "desk",
    "explain", "export", "file", "give", "indicator", "milestones_of", "of_period", "pin",
    "proposals_until", "quarter_of", "read", "refuse", "tell", "version_of", "versions", "waiting",
    "withdraw", "write_reason",
]  # fmt: skip
