"""What every name of the table demands of `bot.rules.authority`, right by right.

A name that stands under several rights demands the one that its object's state calls for.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.authority import TABLE
from handlers.table import Table

REFUSED = ""  # it only tells that this kind of message is not wanted

Needs = Mapping[str, Mapping[str, str]]
"""Part of the table, right, names with spaces."""

SAYING = "mark clear_note"
STEPS = "title story date category indicator before after unit evidence"


def _all(capability: str, names: str) -> str:
    return " ".join(f"{capability}.{name}" for name in names.split())


PLACES = {
    "home.open": _all("home", "menu doors help cancelled"),
    "joining.welcome": "joining.welcome",
    "joining.report_superior": "joining.superior",
    "joining.object": "joining.change",
    "desk.open": _all("desk", "open calls claims reports"),
    "desk.search": _all("desk", "search found"),
    "desk.person": _all("desk", "person suspend on_record"),
    "desk.invitation": "desk.invited",
    "desk.call": "desk.call",
    "desk.approve": "desk.claim",
    "desk.decide_report": _all("desk", "report right rights settle refuse"),
    "desk.record_leave": _all("desk", "leave leave_days leave_check"),
    "desk.record_mandate": _all("desk", "holder holders mandate_days mandate_check"),
    "desk.end_leave": "desk.end_leave",
    "desk.end_mandate": "desk.end_mandate",
    "factors.own": _all("factors", "home new codes ask"),
    "factors.reset": "factors.resetting",
    "achievements.mine": "achievements.mine",
    "achievements.edit": (
        _all("achievements", "resume fill items day_asked left")
        + " "
        + _all("expectations", "choose amount")
    ),
    "achievements.see": _all("achievements", "offer card change whole files voice"),
    "achievements.queue": "achievements.queue",
    "achievements.rate": (
        rated := _all(
            "achievements", "queue rate review_whole review_files marking verdict why note"
        )
    ),
    "achievements.rate_instead": rated,
    "achievements.review": rated.removeprefix("achievements.queue "),
    "forums.list": "forums.list",
    "forums.open": _all("forums", "card file"),
    "forums.host": _all("forums", "people code"),
    "forums.draft": _all("forums", "draft lines units role"),
    "forums.change": _all("forums", "change time place cancel"),
    "forums.attend": "forums.attend",
    "preferences.home": _all("preferences", "home quiet"),
    "reminders.tasks": "reminders.tasks",
    "reminders.snooze": _all("reminders", "snooze sure"),
    "appraisals.list": _all("appraisals", "list across") + " expectations.enter",
    "appraisals.read": _all("appraisals", "form report"),
    "corrections.list": _all("corrections", "home search found"),
    "corrections.propose": _all("corrections", "results edit level reason last"),
    "corrections.read": "corrections.card",
    "corrections.decide": _all("corrections", "confirming refusal refusing"),
    "objections.list": "objections.home",
    "objections.write": _all("objections", "choose reasons confirm"),
    "objections.read": _all("objections", "card withdrawing"),
    "objections.withdraw": "objections.withdrawing",
    "objections.explain": _all("objections", "explain telling"),
    "objections.decide": _all("objections", "decide level reason last"),
    "objections.watch": "objections.watched",
    "objections.name": _all("objections", "naming named sure"),
    "appraisals.rate": _all("appraisals", "indicator reason feedback lines summary across"),
    "appraisals.assess_list": _all("appraisals", "team across"),
    "appraisals.assess": _all("appraisals", "ratee indicator reason lines summary across"),
    "panel.open": "panel.home",
    "panel.mirror": "panel.mirror",
    "panel.list": _all("panel", "list raters keeping"),
    "panel.read": _all("panel", "distribution organisation keeping"),
    "panel.organisation": "panel.organisation",
    "panel.calibrate": _all(
        "panel", "person view reasons return returning levels level reason proposing"
    ),
    "panel.case": "panel.case",
    "panel.sign": _all("panel", "signing refusal refusing"),
    "awards.rank": "awards.panel",
    "awards.compare": "awards.candidate",
    "awards.propose": _all("awards", "reason confirm"),
    "awards.read": "awards.decide",
    "awards.decide": _all("awards", "approving refusing rejecting"),
    "awards.list": _all("awards", "list honour"),
    "expectations.write": _all("expectations", "enter mine fill lines"),
    "expectations.see": _all("expectations", "one trace person"),
    "expectations.team": "expectations.team",
    "expectations.agree": _all("expectations", "returning returning_all"),
    "reports.write": _all("reports", "card write sentence lines result helped hindered"),
    "results.list": "results.mine",
    "results.read": " ".join(
        [
            _all("results", "card why feedback"),
            _all("pictures", "radar trend"),
            "lifts.card",
            "corrections.history",
        ]
    ),
    "peers.home": _all("peers", "home promise queue team"),
    "peers.propose": _all("peers", "ask found"),
    "peers.answer": _all("peers", "step form lines comment declining"),
    "peers.feedback": "peers.feedback",
    "peers.upward": "peers.upward",
    "peers.read_reply": "peers.reply",
    "years.write": _all("years", "card section confirm"),
    "years.list": "years.queue",
    "years.read": "years.review",
    "years.sign": (on_year := _all("years", "verdict back")),
    "years.judge": on_year,
    "years.print": "years.page",
    "years.export": "years.export",
    "years.check": "years.check",
    "overview.team": _all("overview", "home owing"),
    "overview.see": "overview.owing",
    "overview.spread": "overview.spread",
    "overview.proposed": "overview.proposed",
    "publication.read": _all("publication", "card missing"),
    "publication.sign": _all("publication", "confirm reason"),
    "receipts.list": "receipts.list",
    "receipts.record": "receipts.one",
    "schemes.change": _all("schemes", "desk export file"),
    "schemes.see": "schemes.change",
    "schemes.decide": _all("schemes", "approving refusal refusing"),
    "schemes.read": _all(
        "schemes",
        "home axis indicator levels raters predikat patterns calendar awards versions",
    ),
}
ACTS = {
    "schemes.change": "schemes.give",
    "schemes.see": "schemes.withdraw",
    "schemes.decide": _all("schemes", "approve refuse"),
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
    "factors.own": _all("factors", "begin saved renew"),
    "factors.reset": "factors.reset",
    "achievements.mine": _all("achievements", "begin create"),
    "achievements.edit": (
        _all("achievements", "day category toggle go_on clear_effect remove")
        + " "
        + _all("expectations", "amount_is untie")
    ),
    "achievements.delete": "achievements.delete",
    "achievements.send": "achievements.send",
    "achievements.withdraw": "achievements.withdraw",
    "achievements.nudge": "achievements.nudge",
    "achievements.rate": _all("achievements", f"{SAYING} decide"),
    "achievements.rate_instead": _all("achievements", f"{SAYING} decide"),
    "achievements.review": _all("achievements", SAYING),
    "forums.create": "forums.begin",
    "forums.draft": _all("forums", "choose confirm retype drop audience toggle take_role"),
    "forums.send": "forums.send",
    "forums.answer": "forums.answer",
    "forums.change": _all("forums", "confirm_time retype_time forget tell"),
    "forums.host": "forums.call_off",
    "forums.cancel": "forums.call_off",
    "letters.received": "letters.received",
    "preferences.change": _all("preferences", "news plain set_quiet"),
    "reminders.snooze": "reminders.later",
    "corrections.propose": _all("corrections", "begin put propose withdraw"),
    "corrections.decide": _all("corrections", "confirm refuse"),
    "objections.write": _all("objections", "begin toggle discard file"),
    "objections.withdraw": "objections.withdraw",
    "objections.explain": _all("objections", "tell nothing"),
    "objections.decide": _all("objections", "put settle"),
    "objections.name": "objections.name",
    "appraisals.rate": _all("appraisals", "start rate rate_across send"),
    "appraisals.assess": _all("appraisals", "start_team rate rate_across send send_complete"),
    "appraisals.assess_list": "appraisals.send_complete",
    "panel.calibrate": _all("panel", "keep_view give_back adjust put_level propose"),
    "panel.sign": _all("panel", "sign refuse"),
    "awards.propose": "awards.propose",
    "awards.decide": _all("awards", "approve reject"),
    "expectations.write": _all(
        "expectations",
        "begin supports indicator counting propose propose_all change end discard",
    ),
    "expectations.agree": _all("expectations", "agree agree_all"),
    "reports.write": _all("reports", "send discard"),
    "peers.home": "peers.switch",
    "peers.propose": "peers.propose",
    "peers.answer": _all("peers", "rate unsay send decline"),
    "peers.reply": "peers.send_reply",
    "publication.sign": "publication.sign",
    "years.write": "years.sign",
    "years.sign": _all("years", "judge forward"),
    "years.judge": "years.judge",
    "receipts.take": "receipts.take",
    "receipts.record": "receipts.hand_over",
}
TYPED = {
    "schemes.decide": "schemes.reason",
    "joining.report_superior": "joining.superior",
    "desk.search": "desk.search",
    "desk.decide_report": _all("desk", "right refuse"),
    "desk.record_leave": "desk.leave_days",
    "desk.record_mandate": _all("desk", "holder mandate_days"),
    "factors.own": _all("factors", "confirm code"),
    "achievements.mine": "achievements.capture",
    "achievements.edit": _all("achievements", STEPS) + " expectations.amount",
    "achievements.rate": _all("achievements", "note why"),
    "achievements.rate_instead": _all("achievements", "note why"),
    "achievements.review": _all("achievements", "note why"),
    "forums.draft": _all("forums", "say say_unit"),
    "forums.change": _all("forums", "say_time say_place"),
    "forums.cancel": "forums.say_reason",
    "forums.attend": "forums.say_code",
    "preferences.change": "preferences.quiet",
    "corrections.list": "corrections.find",
    "corrections.propose": "corrections.reason_text",
    "corrections.decide": "corrections.refusal_text",
    "objections.write": "objections.reasons_text",
    "objections.explain": "objections.word",
    "objections.decide": "objections.reason_text",
    "objections.name": "objections.search",
    "appraisals.rate": _all("appraisals", "reason_text reason_across feedback_text"),
    "appraisals.assess": _all("appraisals", "reason_text reason_across"),
    "panel.organisation": "panel.basis_text",
    "panel.list": "panel.keep_text",
    "panel.read": "panel.keep_text",
    "panel.calibrate": _all("panel", "view_text return_text reason_text"),
    "panel.sign": "panel.refusal_text",
    "awards.propose": "awards.reason_text",
    "awards.decide": "awards.refusal_text",
    "expectations.write": _all("expectations", "text target reason"),
    "expectations.agree": _all("expectations", "note note_all"),
    "reports.write": _all("reports", "text result helped hindered"),
    "peers.propose": "peers.search",
    "peers.answer": "peers.say",
    "peers.reply": "peers.write_reply",
    "publication.sign": "publication.reason_text",
    "years.write": "years.text",
    "years.sign": "years.return_text",
    "years.judge": "years.return_text",
    "years.check": "years.check",
}
SENT = {
    "schemes.change": "schemes.file",
    "achievements.mine": "achievements.capture",
    "achievements.edit": _all("achievements", STEPS),
    "achievements.rate": "achievements.note",
    "achievements.rate_instead": "achievements.note",
    "achievements.review": "achievements.note",
    REFUSED: " ".join(
        [
            "achievements.why",
            _all("forums", "say say_unit say_time say_place say_reason say_code"),
        ]
    ),
}
PEOPLE: Needs = {"places": PLACES, "acts": ACTS, "typed": TYPED, "sent": SENT}
GUESTS: Needs = {
    "places": {
        "joining.enter": _all("joining", "door claim"),
        "joining.welcome": "joining.welcome",
        "joining.object": "joining.change",
    },
    "acts": {"joining.enter": _all("joining", "confirm not_me"), "joining.object": "joining.deny"},
}


def needed(needs: Needs, part: str, name: str) -> frozenset[str]:
    """The rights that a name of one part of the table may demand."""
    return frozenset(
        right for right, names in needs.get(part, {}).items() if name in names.split()
    )


def declared(table: Table, needs: Needs) -> Table:
    """The table, when each of its names declares a right that exists. Raises ValueError.

    Commands are places; a command that acts is declared as its name with a stroke.
    """
    acting = {f"/{name}" for name, leads in table.commands.items() if callable(leads)}
    offered = {part: set(getattr(table, part)) for part in ("places", "acts", "typed", "sent")}
    offered["acts"] |= acting
    faults = []
    for part, names in offered.items():
        known = {name for written in needs.get(part, {}).values() for name in written.split()}
        faults += [f"{part}: {name} declares no right" for name in sorted(names - known)]
        faults += [f"{part}: nothing is called {name}" for name in sorted(known - names)]
    rights = {right for part in needs.values() for right in part} - {REFUSED}
    faults += [f"no such right: {right}" for right in sorted(rights - TABLE.keys())]
    if faults:
        raise ValueError("\n".join(faults))
    return table
