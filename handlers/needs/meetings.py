"""Forums and awards."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "forums.list": "forums.list",
    "forums.open": every(
        "forums",
        "card file series series_file questions ask more record record_file editions items "
        "materials material polls poll poll_new poll_days poll_closing",
    ),
    "forums.host": every("forums", "people code absent note_taker post poll_closing"),
    "forums.record": every(
        "forums",
        "record_draft record_add record_lines record_line record_owner record_due record_reason "
        "record_sure",
    ),
    "forums.item": every("forums", "item item_whom"),
    "forums.value": "forums.value",
    "forums.results": "forums.opinions",
    "forums.watch": "forums.heard",
    "forums.ask": "forums.ask",
    "forums.draft": every("forums", "draft lines units role repeat times days"),
    "forums.change": every("forums", "change time place cancel"),
    "forums.attend": "forums.attend",
    "awards.rank": "awards.panel",
    "awards.compare": "awards.candidate",
    "awards.propose": every("awards", "reason confirm"),
    "awards.read": "awards.decide",
    "awards.decide": every("awards", "approving seats refusing rejecting decree"),
    "awards.list": every(
        "awards", "list winners waiting honour rounds round handing end_reason ending"
    ),
    "awards.nominate": every("awards", "nominee nominees ground nominating"),
    "awards.ballot": every("awards", "ballot paper declaring pairs"),
    "awards.vote": every("awards", "paper declaring"),
    "awards.hand": "awards.handing",
    "awards.end": every("awards", "end_reason ending"),
}
ACTS = {
    "forums.create": "forums.begin",
    "forums.draft": every(
        "forums",
        "choose confirm retype drop audience toggle take_role set_rhythm set_times set_days_off",
    ),
    "forums.send": "forums.send",
    "forums.answer": "forums.answer",
    "forums.change": every("forums", "confirm_time retype_time forget tell poll_fix"),
    "forums.host": every(
        "forums",
        "call_off hide_question note_there name_note_taker restrict detach "
        "poll_begin poll_drop_option poll_drop poll_open poll_close poll_fix post_it",
    ),
    "forums.record": every("forums", "record_edit record_remove take_owner take_due publish"),
    "forums.poll": "forums.poll_vote",
    "forums.value": every("forums", "value_choose value_again value_send"),
    "forums.item": every("forums", "item_done item_ask item_take item_leave"),
    "forums.open": every("forums", "vote take_back poll_vote"),
    "forums.ask": every("forums", "vote take_back"),
    "forums.cancel": "forums.call_off",
    "awards.propose": "awards.propose",
    "awards.decide": every("awards", "approve reject give_back"),
    "awards.end": "awards.end",
    "awards.nominate": every("awards", "nominate withdraw_nomination"),
    "awards.ballot": every("awards", "vote declare prefer"),
    "awards.vote": every("awards", "vote declare"),
    "awards.consent": "awards.consent",
}
TYPED = {
    "forums.draft": every("forums", "say say_unit say_times"),
    "forums.change": every("forums", "say_time say_place"),
    "forums.cancel": "forums.say_reason",
    "forums.attend": "forums.say_code",
    "forums.open": "forums.say_question",
    "forums.ask": "forums.say_question",
    "forums.host": every("forums", "find_guest find_note_taker attach poll_say"),
    "forums.record": every("forums", "say_record say_line say_due say_correction find_owner"),
    "forums.item": every("forums", "say_done find_whom"),
    "forums.value": "forums.value_say",
    "awards.propose": "awards.reason_text",
    "awards.decide": "awards.refusal_text",
    "awards.nominate": every("awards", "search_nominee ground_text"),
    "awards.hand": "awards.handing",
    "awards.end": "awards.end_text",
}
SENT = {"forums.host": "forums.attach"}
