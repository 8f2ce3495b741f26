"""Personal data: one's own, and HR's answers to what people ask about theirs."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "personal.own": every(
        "personal",
        "home held kind seen consents ask fields wanting objecting request erasables sure",
    ),
    "personal.desk": "personal.desk",
    "personal.answer": every("personal", "one answer"),
}
ACTS = {
    "personal.own": every("personal", "withdraw file take_back erase"),
    "personal.answer": "personal.grant",
}
TYPED = {
    "personal.own": every("personal", "wanting objecting"),
    "personal.answer": "personal.answer",
}
