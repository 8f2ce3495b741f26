"""Personal data: one's own, and HR's answers to what people ask about theirs."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "personal.own": every(
        "personal",
        "home held kind seen consents ask fields wanting objecting request erasables sure "
        "ask_copy copy notice",
    ),
    "personal.desk": every("personal", "desk retention"),
    "personal.breach": every("personal", "breaches breach breach_paper"),
    "personal.keep_breach": every(
        "personal",
        "breach_draft breach_word breach_mend breach_mend_word authority_sure close_sure",
    ),
    "personal.confirm_breach": every("personal", "breach_confirm breach_return"),
    "personal.answer": every("personal", "one answer"),
}
ACTS = {
    "personal.own": every("personal", "withdraw file take_back erase take_copy"),
    "personal.answer": "personal.grant",
    "personal.keep_breach": every(
        "personal", "record_breach ask_notice tell_authority close_breach"
    ),
    "personal.confirm_breach": "personal.confirm_breach",
}
TYPED = {
    "personal.own": every("personal", "wanting objecting"),
    "personal.answer": "personal.answer",
    "personal.keep_breach": every("personal", "breach_word breach_mend_word"),
    "personal.confirm_breach": "personal.breach_return",
}
