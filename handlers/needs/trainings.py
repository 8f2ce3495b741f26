"""Training."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "trainings.home": every("trainings", "home catalogue found card ledger mine"),
    "trainings.apply": every("trainings", "asking confirm"),
    "trainings.see": "trainings.request",
    "trainings.team": "trainings.queue",
    "trainings.agree": every("trainings", "refusal refusing"),
    "trainings.keep": every("trainings", "desk file report budget"),
    "trainings.divide": "trainings.change",
    "trainings.divided": every("trainings", "division course_lines line"),
    "trainings.sign": every("trainings", "signing unsign unsigning"),
}
ACTS = {
    "trainings.apply": every("trainings", "send withdraw"),
    "trainings.agree": every("trainings", "agree refuse"),
    "trainings.keep": "trainings.take_in",
    "trainings.divide": every("trainings", "divide give call_off"),
    "trainings.sign": every("trainings", "sign send_back"),
}
TYPED = {
    "trainings.home": "trainings.search",
    "trainings.apply": "trainings.why_text",
    "trainings.agree": "trainings.refusal_text",
    "trainings.keep": "trainings.budget_text",
    "trainings.divide": "trainings.change_text",
    "trainings.sign": "trainings.unsign_text",
}
SENT = {"trainings.keep": "trainings.file"}
