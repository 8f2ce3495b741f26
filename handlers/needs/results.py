"""Reports, results, and what follows from them; the scheme."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "corrections.list": every("corrections", "home search found"),
    "corrections.propose": every("corrections", "results edit level reason last"),
    "corrections.read": "corrections.card",
    "corrections.decide": every("corrections", "confirming refusal refusing"),
    "objections.list": "objections.home",
    "objections.write": every("objections", "choose reasons confirm exhibits"),
    "objections.read": every("objections", "card withdrawing shown minutes"),
    "objections.withdraw": "objections.withdrawing",
    "objections.explain": every("objections", "explain telling"),
    "objections.decide": every("objections", "decide level reason last"),
    "objections.watch": "objections.watched",
    "objections.name": every("objections", "naming named sure"),
    "reports.write": every("reports", "card write sentence lines result helped hindered"),
    "results.list": "results.mine",
    "results.read": " ".join(
        [
            every("results", "card why feedback"),
            "surveys.why",
            every("pictures", "radar trend"),
            "lifts.card",
            "corrections.history",
        ]
    ),
    "years.write": every("years", "card section confirm"),
    "years.list": "years.queue",
    "years.read": every("years", "review passage"),
    "years.sign": (on_year := every("years", "verdict back")),
    "years.judge": on_year,
    "years.print": "years.page",
    "years.export": "years.export",
    "overview.team": every("overview", "home owing radar")
    + " "
    + every("participation", "home silent overlooked honoured access"),
    "overview.see": "overview.owing",
    "overview.spread": every("overview", "spread radar"),
    "participation.see": every("participation", "home silent overlooked honoured access"),
    "overview.proposed": "overview.proposed",
    "publication.read": every("publication", "card missing") + " supplements.list",
    "supplements.read": "supplements.card",
    "supplements.sign": every("supplements", "reason confirm"),
    "publication.sign": every("publication", "confirm reason decree annexes annex"),
    "receipts.list": "receipts.list",
    "receipts.record": every("receipts", "one way where seek found sure"),
    "receipts.witness": "receipts.witness",
    "receipts.contradict": every("receipts", "handed contradicting"),
    "schemes.change": every("schemes", "desk export file"),
    "schemes.see": "schemes.change",
    "schemes.decide": every("schemes", "approving refusal refusing"),
    "schemes.read": every(
        "schemes",
        "home axis indicator levels raters predikat patterns calendar awards award versions",
    ),
}
ACTS = {
    "schemes.change": "schemes.give",
    "participation.invite": "participation.invite",
    "schemes.see": "schemes.withdraw",
    "schemes.decide": every("schemes", "approve refuse"),
    "corrections.propose": every("corrections", "begin put propose withdraw"),
    "corrections.decide": every("corrections", "confirm refuse"),
    "objections.write": every("objections", "begin toggle discard detach file"),
    "objections.withdraw": "objections.withdraw",
    "objections.explain": every("objections", "tell nothing"),
    "objections.decide": every("objections", "put settle"),
    "objections.name": "objections.name",
    "reports.write": every("reports", "send discard"),
    "publication.sign": "publication.sign",
    "supplements.sign": "supplements.sign",
    "years.write": "years.sign",
    "years.sign": every("years", "judge forward"),
    "years.judge": "years.judge",
    "receipts.take": "receipts.take",
    "receipts.record": "receipts.ask",
    "receipts.witness": every("receipts", "attest deny"),
}
TYPED = {
    "schemes.decide": "schemes.reason",
    "corrections.list": "corrections.find",
    "corrections.propose": "corrections.reason_text",
    "corrections.decide": "corrections.refusal_text",
    "objections.write": "objections.reasons_text",
    "objections.explain": "objections.word",
    "objections.decide": "objections.reason_text",
    "objections.name": "objections.search",
    "reports.write": every("reports", "text result helped hindered"),
    "publication.sign": "publication.reason_text",
    "supplements.sign": "supplements.reason_text",
    "receipts.record": every("receipts", "place_text find"),
    "receipts.contradict": "receipts.contradict_text",
    "years.write": "years.text",
    "years.sign": "years.return_text",
    "years.judge": "years.return_text",
}
SENT = {
    "schemes.change": "schemes.file",
    "objections.write": "objections.attach",
}
