"""The public's survey."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "surveys.see": every("surveys", "results units services course kinds likes history"),
    "surveys.read": every("surveys", "comments comment points"),
    "surveys.improve": every("surveys", "improve owner owners until"),
    "surveys.point": every("surveys", "point"),
    "surveys.finish": every("surveys", "changed"),
    "surveys.publish": every("surveys", "months month paper"),
    "surveys.answer": every("surveys", "code begin ask remark check consent sent"),
    "surveys.home": every("surveys", "home"),
    "surveys.keep": every(
        "surveys",
        "kept which kind new_service service change rename_service "
        "visitors new_counter rename_counter officer officers batches bundle",
    ),
    "surveys.hand": every("surveys", "counter ticket sheet"),
    "surveys.judge": every("surveys", "cases case why_case"),
    "surveys.clear": every("surveys", "unread clearing blank"),
}
ACTS = {
    "surveys.improve": every("surveys", "settle call_off"),
    "surveys.publish": every("surveys", "publish"),
    "surveys.answer": every("surveys", "start mark skip wish send drop erase"),
    "surveys.keep": every("surveys", "close_service close_counter put_officer end"),
    "surveys.hand": every("surveys", "hand"),
    "surveys.clear": every("surveys", "clear dismiss"),
}
TYPED = {
    "surveys.improve": every("surveys", "improve owner until"),
    "surveys.finish": every("surveys", "changed"),
    "surveys.answer": every("surveys", "code remark"),
    "surveys.keep": every(
        "surveys",
        "new_service rename_service visitors new_counter rename_counter officer batches",
    ),
    "surveys.judge": every("surveys", "why_case"),
    "surveys.clear": every("surveys", "blank"),
}
