"""The own desk, joining, and HR's desk."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "home.open": every("home", "menu doors help cancelled"),
    "joining.welcome": "joining.welcome",
    "joining.report_superior": "joining.superior",
    "joining.object": "joining.change",
    "desk.open": every("desk", "open calls claims reports"),
    "desk.search": every("desk", "search found"),
    "desk.person": every("desk", "person suspend on_record"),
    "desk.invitation": "desk.invited",
    "desk.call": "desk.call",
    "desk.approve": "desk.claim",
    "desk.decide_report": every("desk", "report right rights settle refuse"),
    "desk.record_leave": every("desk", "leave leave_days leave_check"),
    "desk.record_mandate": every("desk", "holder holders mandate_days mandate_check"),
    "desk.end_leave": "desk.end_leave",
    "desk.end_mandate": "desk.end_mandate",
    "holidays.keep": every("holidays", "home days export file report fasting fasting_check"),
    "factors.own": every("factors", "home new codes ask"),
    "factors.reset": "factors.resetting",
    "preferences.home": every("preferences", "home quiet"),
    "reminders.tasks": "reminders.tasks",
    "reminders.snooze": every("reminders", "snooze sure"),
}
ACTS = {
    "joining.object": "joining.deny",
    "joining.report_superior": "joining.withdraw",
    "desk.approve": "desk.approve",
    "desk.decline": "desk.decline",
    "desk.invite": "desk.invite",
    "desk.suspend": "desk.suspend",
    "desk.record_leave": "desk.record_leave",
    "desk.record_mandate": "desk.record_mandate",
    "desk.end_leave": "desk.end_leave",
    "desk.end_mandate": "desk.end_mandate",
    "desk.called": "desk.called",
    "desk.decide_report": "desk.accept",
    "holidays.keep": every("holidays", "put set_fasting"),
    "factors.own": every("factors", "begin saved renew"),
    "factors.reset": "factors.reset",
    "letters.received": "letters.received",
    "preferences.change": every("preferences", "news plain set_quiet"),
    "reminders.snooze": "reminders.later",
}
TYPED = {
    "joining.report_superior": "joining.superior",
    "desk.search": "desk.search",
    "desk.decide_report": every("desk", "right refuse"),
    "desk.record_leave": "desk.leave_days",
    "desk.record_mandate": every("desk", "holder mandate_days"),
    "holidays.keep": "holidays.fasting_days",
    "factors.own": every("factors", "confirm code"),
    "preferences.change": "preferences.quiet",
}
SENT = {"holidays.keep": "holidays.file"}
