"""HR's desk: who wants in, who is away, who answers to whom, who cannot be reached."""

from __future__ import annotations

from bot.actions.desk.absences import (
    Days,
    Kinds,
    days,
    leave_check,
    leave_days,
    leave_kinds,
    mandate_check,
    mandate_days,
    record_leave,
    record_mandate,
)
from bot.actions.desk.calls import Call, Calls, call, called, calls
from bot.actions.desk.claims import Pending, approve, claims, decline, heard, pending, sure
from bot.actions.desk.counts import Desk, Group, desk, doors_open, find_waiting, group
from bot.actions.desk.ending import (
    Ending,
    OnRecord,
    Recorded,
    end_leave,
    end_mandate,
    leave_ending,
    mandate_ending,
    on_record,
)
from bot.actions.desk.holders import find_holder, holder, holders
from bot.actions.desk.lists import PAGE, Page
from bot.actions.desk.people import (
    Invited,
    Person,
    find_people,
    found_people,
    invite,
    invited,
    person,
    searching,
    suspend,
)
from bot.actions.desk.reports import (
    Report,
    Settling,
    accept,
    find_right,
    refuse,
    report,
    reports,
    right,
    rights_found,
    settling,
)

__all__ = [
    "PAGE", "Call", "Calls", "Days", "Desk", "Ending", "Group", "Invited", "Kinds", "OnRecord",
    "Page", "Pending", "Person", "Recorded", "Report", "Settling", "accept", "approve", "call",
    "called", "calls", "claims", "days", "decline", "desk", "doors_open", "end_leave",
    "end_mandate", "find_holder", "find_people", "find_right", "find_waiting", "found_people",
    "group", "heard", "holder", "holders", "invite", "invited", "leave_check", "leave_days",
    "leave_ending", "leave_kinds", "mandate_check", "mandate_days", "mandate_ending", "on_record",
    "pending", "person", "record_leave", "record_mandate", "refuse", "report", "reports", "right",
    "rights_found", "searching", "settling", "sure", "suspend",
]  # fmt: skip
