"""What the page of the survey shows: the question for a code, the form, thanks."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from bot.actions.surveys.collecting import Entrance
from bot.actions.surveys.webform import AGAIN, Taken
from bot.rules.surveys import codes
from bot.rules.surveys.collecting import LONGEST_COMMENT
from bot.rules.surveys.elements import ELEMENTS, HIGHEST, LOWEST, Element
from bot.texts.surveys import page as texts
from bot.texts.surveys import questions
from bot.web import forms, page, tongue
from bot.web.checking import HEADERS

PATH, NEWS, FIELD, TOKEN, COMMENT, WISH = (
    "/survei", "/survei/kabar", "kode", "formulir", "komentar", "kabari",
)  # fmt: skip
LONGEST_CODE = 40
Said = Mapping[str, str]


def marks(given: Said) -> dict[Element, int]:
    known = {str(mark): mark for mark in range(LOWEST, HIGHEST + 1)}
    return {one: known[given[one.value]] for one in ELEMENTS if given.get(one.value) in known}


def blocks(
    found: Entrance, typed: str, token: str, chat: str, given: Said | None, fault: str
) -> list[str]:
    desk, said = found.desk, given or {}
    assert desk is not None
    given_marks = marks(said)
    asked = [
        forms.question(
            one.value,
            f"{at}. {questions.QUESTIONS[one]}",
            questions.ANSWERS[one],
            given_marks.get(one, 0),
            missing=bool(fault) and one not in given_marks,
        )
        for at, one in enumerate(ELEMENTS, 1)
    ]
    form = forms.whole(
        tongue.kept(f"{PATH}/{plain(typed)}"), texts.send(), (TOKEN, token), *asked,
        forms.text(COMMENT, texts.comment(), said.get(COMMENT, ""), LONGEST_COMMENT),
        forms.tick(WISH, texts.wish(), given=said.get(WISH) == "1"),
        other=tongue.turn(f"{PATH}/{plain(typed)}") if given is not None else "",
    )  # fmt: skip
    where = texts.where(desk.service.name, desk.counter.name, desk.unit.name)
    return [
        page.box("bad", fault, []) if fault else "",
        page.box("so", where[0], where[1:]),
        page.paragraph(texts.promise(ticketed=found.ticket is not None)),
        form,
        forms.link(chat, texts.open_chat()) if chat else "",
    ]


def plain(typed: str) -> str:
    code = codes.read(typed)
    return code.written if code else ""


def thanks(taken: Taken) -> web.Response:
    lines = [texts.unnamed()]
    blocks = [page.box("good", texts.fault(AGAIN) if taken.fault else texts.thanks(), lines)]
    if taken.secret:
        blocks.append(page.paragraph(texts.keep_address()))
        blocks.append(forms.link(tongue.kept(f"{NEWS}/{taken.secret}"), f"{NEWS}/{taken.secret}"))
    return answer(200, texts.title(), *blocks)


def code_page(status: int, told: str = "", typed: str = "") -> web.Response:
    form = page.form(PATH, FIELD, texts.number(), texts.go_on(), typed, LONGEST_CODE)
    asking = page.paragraph(texts.explained())
    return answer(status, texts.title(), told, asking, form, other=tongue.switch(PATH))


def answer(status: int, title: str, *blocks: str, other: str = "") -> web.Response:
    html = page.whole(title, *blocks, page.small(texts.privacy()), other=other)
    wait = {"Retry-After": "120"} if status == 429 else {}
    return web.Response(text=html, status=status, content_type="text/html", headers=HEADERS | wait)
