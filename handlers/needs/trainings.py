"""Training."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "trainings.home": every("trainings", "home catalogue found card ledger mine running"),
    "trainings.apply": every("trainings", "asking confirm giving_back"),
    "trainings.review": every("trainings", "value files outside outside_ask ways"),
    "trainings.confirm": "trainings.unconfirming",
    "trainings.run": every(
        "trainings", "run participant ending ending_rest proof unproving correcting"
    ),
    "trainings.correct": every("trainings", "correction uncorrecting refusing_correction"),
    "trainings.see": every("trainings", "request learned"),
    "trainings.team": "trainings.queue",
    "trainings.agree": every("trainings", "refusal refusing"),
    "trainings.keep": every(
        "trainings",
        "desk file template report budget host off moving changing to_confirm "
        "agreements agreements_found agreement",
    ),
    "trainings.divide": "trainings.change",
    "trainings.divided": every("trainings", "division export course_lines line"),
    "trainings.sign": every("trainings", "signing unsign unsigning"),
}
ACTS = {
    "trainings.apply": every("trainings", "send withdraw"),
    "trainings.agree": every("trainings", "agree refuse"),
    "trainings.review": every(
        "trainings",
        "choose send_value prove detach hand_in begin_outside choose_way drop_outside "
        "again_outside hand_in_outside",
    ),
    "trainings.confirm": "trainings.confirm_learned",
    "trainings.run": every(
        "trainings",
        "note note_rest end end_rest correct_to ask_correction withdraw_correction",
    ),
    "trainings.correct": every("trainings", "confirm_correction refuse_correction"),
    "trainings.keep": every("trainings", "take_in name_host change_course"),
    "trainings.divide": every("trainings", "divide give call_off"),
    "trainings.sign": every("trainings", "sign send_back"),
}
TYPED = {
    "trainings.home": every("trainings", "search running_text"),
    "trainings.apply": "trainings.why_text",
    "trainings.agree": "trainings.refusal_text",
    "trainings.review": every("trainings", "value_text outside_text"),
    "trainings.confirm": "trainings.unconfirm_text",
    "trainings.run": every("trainings", "score_text unproving_text correcting_text"),
    "trainings.correct": "trainings.uncorrecting_text",
    "trainings.keep": every(
        "trainings",
        "budget_text host_text off_text moving_text agreement_search agreement_text",
    ),
    "trainings.divide": "trainings.change_text",
    "trainings.sign": "trainings.unsign_text",
}
SENT = {"trainings.keep": "trainings.file", "trainings.review": "trainings.attach"}
