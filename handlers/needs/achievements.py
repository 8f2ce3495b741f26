"""Achievements and planned results."""

from __future__ import annotations

from handlers.needs.naming import REFUSED, every

SAYING = "mark clear_note"
STEPS = "title story date category indicator before after unit evidence"
PLACES = {
    "achievements.mine": "achievements.mine",
    "achievements.edit": (
        every("achievements", "resume fill items day_asked left remark")
        + " "
        + every("expectations", "choose amount")
    ),
    "achievements.see": every("achievements", "offer card change whole files voice"),
    "achievements.queue": "achievements.queue",
    "achievements.rate": (
        rated := every(
            "achievements", "queue rate review_whole review_files marking verdict why note"
        )
    )
    + " achievements.remark",
    "achievements.rate_instead": f"{rated} achievements.remark",
    "achievements.review": rated.removeprefix("achievements.queue "),
    "expectations.write": every("expectations", "enter mine fill lines"),
    "expectations.see": every("expectations", "one trace person"),
    "expectations.team": "expectations.team",
    "expectations.agree": every("expectations", "returning returning_all"),
}
ACTS = {
    "achievements.mine": every("achievements", "begin create"),
    "achievements.edit": (
        every("achievements", "day category toggle go_on clear_effect remove use")
        + " "
        + every("expectations", "amount_is untie")
    ),
    "achievements.delete": every("achievements", "delete discard"),
    "achievements.send": "achievements.send",
    "achievements.withdraw": "achievements.withdraw",
    "achievements.nudge": "achievements.nudge",
    "achievements.rate": every("achievements", f"{SAYING} decide use"),
    "achievements.rate_instead": every("achievements", f"{SAYING} decide use"),
    "achievements.review": every("achievements", f"{SAYING} use"),
    "expectations.write": every(
        "expectations",
        "begin supports indicator counting propose propose_all change end discard",
    ),
    "expectations.agree": every("expectations", "agree agree_all"),
}
TYPED = {
    "achievements.mine": "achievements.capture",
    "achievements.edit": every("achievements", STEPS) + " expectations.amount",
    "achievements.rate": every("achievements", "note why"),
    "achievements.rate_instead": every("achievements", "note why"),
    "achievements.review": every("achievements", "note why"),
    "expectations.write": every("expectations", "pressed text target reason"),
    "expectations.agree": every("expectations", "note note_all"),
}
SENT = {
    "achievements.mine": "achievements.capture",
    "achievements.edit": every("achievements", STEPS),
    "achievements.rate": "achievements.note",
    "achievements.rate_instead": "achievements.note",
    "achievements.review": "achievements.note",
    REFUSED: " ".join(
        [
            "achievements.why",
            every(
                "forums",
                "say say_unit say_times say_time say_place say_reason say_code "
                "say_question find_guest say_record say_line say_due say_correction find_owner "
                "find_note_taker say_done find_whom value_say poll_say",
            ),
        ]
    ),
}
