"""Talks, mentoring, thanks, careers."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "talks.home": every("talks", "home team rhythm use"),
    "talks.arrange": every("talks", "pair agenda history time check talk day note"),
    "talks.read": every("talks", "talk notes steps follow_up"),
    "talks.write": every("talks", "note follow whose until why_drop dropping"),
    "talks.value": "talks.value",
    "talks.missing": "talks.missing",
    "mentoring.home": every("mentoring", "home offer room wish bars found"),
    "mentoring.share": every("mentoring", "card own end result meet minutes meeting"),
    "mentoring.run": every("mentoring", "desk preview"),
    "mentoring.effect": "mentoring.effect",
    "thanks.give": every("thanks", "home whom found value text confirm team"),
    "thanks.receive": every("thanks", "mine one"),
    "thanks.watch": "thanks.watch",
    "career.see": every("career", "home card rules boxes decision history"),
    "career.team": "career.team",
    "career.desk": every("career", "desk found"),
    "career.keep": every("career", "kept assessment ask check"),
    "career.import": every("career", "file template report"),
    "career.decide": every("career", "choose why confirm"),
}
ACTS = {
    "talks.home": "talks.set_rhythm",
    "talks.arrange": every("talks", "propose agree cancel hold"),
    "talks.write": every("talks", "deny settle drop keep"),
    "talks.follow": "talks.done",
    "talks.value": every("talks", "choose send"),
    "mentoring.home": every("mentoring", "strength goal places stop bar unbar"),
    "mentoring.share": every(
        "mentoring", "agree decline finish note confirm retract value erase_own"
    ),
    "mentoring.run": "mentoring.run",
    "thanks.give": "thanks.send",
    "thanks.receive": every("thanks", "show consent"),
    "career.object": "career.profile",
    "career.keep": "career.record",
    "career.import": every("career", "take_in forget"),
    "career.decide": "career.decide",
}
TYPED = {
    "talks.arrange": every("talks", "time day note"),
    "talks.write": every("talks", "note follow until why_drop"),
    "talks.value": "talks.word",
    "mentoring.home": every("mentoring", "offer wish bars"),
    "mentoring.share": every("mentoring", "own result meet minutes meeting"),
    "thanks.give": every("thanks", "whom text"),
    "career.desk": "career.desk",
    "career.keep": "career.ask",
    "career.decide": "career.why",
}
SENT = {"career.import": "career.file"}
