"""Every screen, act and typed line about personal data."""

from __future__ import annotations

from bot.actions import personal
from bot.screens import Place
from handlers.personal import asking, breaching, copying, erasing, mine, office
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "personal.home": Shown(personal.home, mine.draw_home),
            "personal.held": Shown(personal.held, mine.draw_held),
            "personal.kind": Shown(personal.kind, mine.draw_kind),
            "personal.seen": Shown(personal.looked, mine.draw_seen),
            "personal.consents": Shown(personal.agreed, mine.draw_consents),
            "personal.ask": Shown(personal.ask, asking.draw_ask),
            "personal.fields": Shown(personal.fields, asking.draw_fields),
            "personal.wanting": Shown(personal.wanting, asking.draw_wanting),
            "personal.objecting": Shown(personal.fields, asking.draw_objecting),
            "personal.request": Shown(personal.request, asking.draw_request),
            "personal.desk": Shown(personal.desk, asking.draw_desk),
            "personal.one": Shown(personal.one, asking.draw_one),
            "personal.answer": Shown(personal.ask_answer, asking.draw_answer),
            "personal.erasables": Shown(personal.erasables, erasing.draw_erasables),
            "personal.sure": Shown(personal.sure, erasing.draw_sure),
            "personal.ask_copy": Shown(personal.ask_copy, copying.draw_ask),
            "personal.copy": Shown(personal.copy, copying.draw_copy),
            "personal.notice": Shown(personal.notice, breaching.draw_notice),
            "personal.breaches": Shown(personal.listed, breaching.draw_breaches),
            "personal.breach_draft": Shown(personal.draft, breaching.draw_draft),
            "personal.breach_word": Shown(personal.ask_word, breaching.draw_word),
            "personal.breach": Shown(personal.breach, breaching.draw_breach),
            "personal.breach_mend": Shown(personal.mending, breaching.draw_mending),
            "personal.breach_mend_word": Shown(personal.ask_mending, breaching.draw_mending_word),
            "personal.breach_confirm": Shown(personal.judging, breaching.draw_judging),
            "personal.breach_return": Shown(personal.ask_return, breaching.draw_return),
            "personal.breach_paper": Shown(personal.paper, breaching.draw_paper),
            "personal.authority_sure": Shown(personal.sure_authority, breaching.draw_authority),
            "personal.close_sure": Shown(personal.sure_close, breaching.draw_close),
            "personal.retention": Shown(personal.retention, office.draw_retention),
        },
        acts={
            "personal.withdraw": personal.withdraw,
            "personal.file": personal.file,
            "personal.take_back": personal.take_back,
            "personal.grant": personal.grant,
            "personal.erase": personal.erase,
            "personal.take_copy": personal.take_copy,
            "personal.record_breach": personal.record,
            "personal.ask_notice": personal.ask_notice,
            "personal.confirm_breach": personal.confirm,
            "personal.tell_authority": personal.tell_authority,
            "personal.close_breach": personal.close,
        },
        typed={
            "personal.wanting": personal.say_wanted,
            "personal.objecting": personal.say_objection,
            "personal.answer": personal.say_answer,
            "personal.breach_word": personal.say_word,
            "personal.breach_mend_word": personal.say_mending,
            "personal.breach_return": personal.say_return,
        },
        letters={
            **asking.LETTERS,
            personal.COPY_LETTER: copying.write_copy,
            **breaching.LETTERS,
        },
        commands={"data_saya": Place("personal.home")},
    )
