"""The public's survey."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "surveys.see": every("surveys", "results units services course kinds likes history"),
    "surveys.read": every("surveys", "comments comment points"),
    "surveys.improve": every("surveys", "improve owner owners until"),
    "surveys.point": "surveys.point",
    "surveys.finish": "surveys.changed",
    "surveys.publish": every("surveys", "months month paper"),
}
ACTS = {
    "surveys.improve": every("surveys", "settle call_off"),
    "surveys.publish": "surveys.publish",
}
TYPED = {
    "surveys.improve": every("surveys", "improve owner until"),
    "surveys.finish": "surveys.changed",
}
