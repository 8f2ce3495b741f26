"""Whoever rates: superiors, colleagues, the evaluation team."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "appraisals.list": every("appraisals", "list across") + " expectations.enter",
    "appraisals.read": every("appraisals", "form report"),
    "appraisals.rate": every("appraisals", "indicator reason feedback lines summary across"),
    "appraisals.assess_list": every("appraisals", "team across"),
    "appraisals.assess": every("appraisals", "ratee indicator reason lines summary across"),
    "drills.do": every("drills", "home case"),
    "drills.watch": "drills.watch",
    "panel.open": "panel.home",
    "panel.mirror": "panel.mirror",
    "panel.list": every("panel", "list raters keeping"),
    "panel.read": every("panel", "distribution organisation keeping minutes"),
    "panel.organisation": "panel.organisation",
    "panel.calibrate": every(
        "panel", "person view reasons return returning levels level reason proposing"
    ),
    "panel.case": "panel.case",
    "panel.sign": every("panel", "signing refusal refusing"),
    "peers.home": every("peers", "home promise queue team mirror"),
    "peers.propose": every("peers", "ask found"),
    "peers.answer": every("peers", "step form lines comment declining"),
    "peers.feedback": "peers.feedback",
    "peers.upward": "peers.upward",
    "peers.read_reply": "peers.reply",
    "peers.short": "peers.short",
    "peers.watch": "peers.circles",
    "peers.widen": every("peers", "shortage naming adding"),
}
ACTS = {
    "drills.do": "drills.answer",
    "appraisals.rate": every("appraisals", "start rate rate_across send"),
    "appraisals.assess": every("appraisals", "start_team rate rate_across send send_complete"),
    "appraisals.list": "appraisals.go_across",
    "appraisals.assess_list": every("appraisals", "send_complete go_across"),
    "panel.calibrate": every("panel", "keep_view give_back adjust put_level propose"),
    "panel.sign": every("panel", "sign refuse"),
    "peers.home": "peers.switch",
    "peers.propose": "peers.propose",
    "peers.answer": every("peers", "rate unsay send decline"),
    "peers.reply": "peers.send_reply",
    "peers.widen": every("peers", "widen add"),
}
TYPED = {
    "appraisals.rate": every("appraisals", "reason_text reason_across feedback_text"),
    "appraisals.assess": every("appraisals", "reason_text reason_across"),
    "panel.organisation": "panel.basis_text",
    "panel.list": "panel.keep_text",
    "panel.read": "panel.keep_text",
    "panel.calibrate": every("panel", "view_text return_text reason_text"),
    "panel.sign": "panel.refusal_text",
    "peers.propose": "peers.search",
    "peers.answer": "peers.say",
    "peers.reply": "peers.write_reply",
    "peers.widen": "peers.search_colleague",
}
