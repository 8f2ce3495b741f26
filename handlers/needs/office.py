"""The own desk, joining, and HR's desk."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "home.open": " ".join(
        [
            every("home", "menu doors rest help cancelled"),
            every("glossary", "home term found"),
            "tour.card practice.about",
        ]
    ),
    "joining.welcome": "joining.welcome",
    "joining.report_superior": "joining.superior",
    "joining.object": "joining.change",
    "desk.open": every(
        "desk", "open others staff reach rules away plans adoption calls claims reports"
    ),
    "roster.import": every("roster", "file lines paper template confirming"),
    "desk.search": every("desk", "search found"),
    "desk.person": every("desk", "person suspend on_record"),
    "desk.invitation": "desk.invited",
    "desk.call": "desk.call",
    "desk.approve": every("desk", "claim sure"),
    "desk.decide_report": every("desk", "report right rights settle refuse"),
    "desk.record_leave": every("desk", "leave leave_days leave_check"),
    "desk.record_mandate": every("desk", "holder holders mandate_days mandate_check"),
    "desk.end_leave": "desk.end_leave",
    "desk.end_mandate": "desk.end_mandate",
    "holidays.keep": every("holidays", "home days export file report fasting fasting_check"),
    "desk.print": every("desk", "sheets sheet_unit sheet"),
    "desk.units": every("desk", "units unit head heads"),
    "desk.head": "desk.head_check",
    "groups.keep": every("groups", "list one units check"),
    "desk.move": every(
        "desk", "moving move move_to move_day move_check moved replan replan_check"
    ),
    "exports.make": every("exports", "home ask ready paper"),
    "exports.staff": every("exports", "ask ready paper"),
    "exports.unmask": every("exports", "reason full_check"),
    "factors.own": every("factors", "home new codes ask"),
    "factors.reset": "factors.resetting",
    "preferences.home": every("preferences", "home quiet reading"),
    "reminders.tasks": "reminders.tasks",
    "reminders.snooze": every("reminders", "snooze sure"),
}
ACTS = {
    "home.open": "tour.end " + every("practice", "begin leave reset"),
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
    "roster.import": every("roster", "leavers confirm drop"),
    "desk.decide_report": "desk.accept",
    "holidays.keep": every("holidays", "put set_fasting"),
    "desk.move": every("desk", "move undo_move replan"),
    "desk.print": "desk.print",
    "desk.head": "desk.head",
    "groups.keep": every("groups", "connect disconnect"),
    "exports.make": every("exports", "take mask"),
    "exports.staff": every("exports", "take mask"),
    "exports.unmask": "exports.unmask",
    "factors.own": every("factors", "begin saved renew"),
    "factors.reset": "factors.reset",
    "letters.received": "letters.received",
    "preferences.change": every("preferences", "language news plain pictures numbered set_quiet"),
    "reminders.snooze": "reminders.later",
}
TYPED = {
    "home.open": "glossary.find",
    "joining.report_superior": "joining.superior",
    "desk.search": "desk.search",
    "desk.approve": "desk.claim",
    "desk.decide_report": every("desk", "right refuse"),
    "desk.record_leave": "desk.leave_days",
    "desk.record_mandate": every("desk", "holder mandate_days"),
    "holidays.keep": "holidays.fasting_days",
    "desk.move": every("desk", "move move_day replan"),
    "desk.units": every("desk", "units head"),
    "desk.print": "desk.sheets",
    "exports.make": "exports.purpose",
    "exports.staff": "exports.purpose",
    "exports.unmask": "exports.reason",
    "factors.own": every("factors", "confirm code"),
    "preferences.change": "preferences.quiet",
}
SENT = {"holidays.keep": "holidays.file", "roster.import": "roster.file"}
