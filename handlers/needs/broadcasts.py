"""Broadcasts."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "broadcasts.home": "broadcasts.home",
    "broadcasts.read": every("broadcasts", "read question"),
    "broadcasts.write": every(
        "broadcasts",
        "desk text draft audience role failed unit units_found below time quiz rules preview "
        "asked outside progress stopping correct answers",
    ),
    "broadcasts.see": "broadcasts.units",
    "broadcasts.agree": every("broadcasts", "judge judge_quiz return"),
}
ACTS = {
    "broadcasts.read": every("broadcasts", "seen start answer"),
    "broadcasts.write": every(
        "broadcasts",
        "begin detach choose at_once duty drop drop_question set to_me send take_back stop remind",
    ),
    "broadcasts.agree": "broadcasts.agree",
}
TYPED = {
    "broadcasts.write": every("broadcasts", "text unit time quiz correct"),
    "broadcasts.agree": "broadcasts.return",
}
SENT = {"broadcasts.write": "broadcasts.text"}
