"""What HR looks at: suspicions, and comments before anybody else reads them."""

from __future__ import annotations

from bot.actions.surveys import clearing, judging
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.surveys import judging as texts
from handlers.appraisals import pager
from handlers.table import Shown, Table
from storage.surveys import CaseState

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("surveys.home"))
CASES = Button(words.BACK, opens=place("surveys.cases", 0))


def draw_cases(at: judging.Cases) -> Screen:
    lines = [
        texts.case_line(reason.value, day, counter, service, many)
        for _, reason, day, counter, service, many in at.items
    ]
    rows = [
        [Button(texts.case_label(counter, day), opens=place("surveys.case", number))]
        for number, _, day, counter, *_ in at.items
    ]
    turn = pager("surveys.cases", [], at.page, at.pages)
    text = "\n\n".join([texts.cases(len(at.items)), *lines])
    return Screen(text, [*rows, [*turn, HOME, MENU]])


def draw_case(at: judging.Case) -> Screen:
    text = _told(at)
    if at.state != CaseState.OPEN:
        return Screen(f"{text}\n\n{texts.state(at.state, at.why)}", [[CASES, MENU]])
    count = Button(texts.COUNT, opens=place("surveys.why_case", at.case_id, 1), style=Style.GOOD)
    out = Button(texts.LEAVE_OUT, opens=place("surveys.why_case", at.case_id, 0), style=Style.BAD)
    return Screen(text, [[count], [out], [CASES, MENU]])


def draw_why(asked: tuple[judging.Case, int]) -> Screen:
    at, counts = asked
    back = Button(words.BACK, opens=place("surveys.case", at.case_id))
    text = f"{_told(at)}\n\n{texts.ask_why(counts=bool(counts))}"
    typing = place("surveys.why_case", at.case_id, counts)
    return Screen(text, [[back, MENU]], typing=typing)


def _told(at: judging.Case) -> str:
    return texts.case(
        at.reason.value, at.happened_on, at.counter, at.service, at.unit, at.answers,
        at.ticketed, at.marks,
    )  # fmt: skip


def draw_unread(at: clearing.Comment | None) -> Screen:
    return Screen(texts.no_comment(), [[HOME, MENU]]) if at is None else draw_comment(at)


def draw_comment(at: clearing.Comment) -> Screen:
    number = at.answer_id
    clear = Button(texts.CLEAR, does=place("surveys.clear", number, at.seen), style=Style.GOOD)
    blank = Button(texts.BLANK, opens=place("surveys.blank", number))
    dismiss = Button(texts.DISMISS, does=place("surveys.dismiss", number, at.seen))
    text = texts.comment(at.unit, at.text, at.left)
    return Screen(text, [[clear], [blank, dismiss], [HOME, MENU]])


def draw_blank(at: clearing.Comment) -> Screen:
    back = Button(words.BACK, opens=place("surveys.clearing", at.answer_id))
    typing = place("surveys.blank", at.answer_id)
    return Screen(texts.ask_blank(at.text), [[back, MENU]], typing=typing)


def routes() -> Table:
    return Table(
        places={
            "surveys.cases": Shown(judging.cases, draw_cases),
            "surveys.case": Shown(judging.case, draw_case),
            "surveys.why_case": Shown(judging.ask_why, draw_why),
            "surveys.unread": Shown(clearing.first, draw_unread),
            "surveys.clearing": Shown(clearing.one, draw_comment),
            "surveys.blank": Shown(clearing.one, draw_blank),
        },
        acts={"surveys.clear": clearing.clear, "surveys.dismiss": clearing.dismiss},
        typed={"surveys.why_case": judging.decide, "surveys.blank": clearing.blank},
    )
