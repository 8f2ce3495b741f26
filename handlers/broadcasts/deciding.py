"""Drawing what waits for the second person, and whom a broadcast does not reach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.broadcasts.audiences import Outside
from bot.actions.broadcasts.previewing import Preview
from bot.rules.broadcasts import GONE, State
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.broadcasts import agreeing, sending
from bot.texts.broadcasts import writing as texts
from handlers.broadcasts.writing import DESK, MENU, files
from handlers.lists import turns
from handlers.table import Recipient
from storage.broadcasts import rows


def draw_asked(at: Preview) -> Screen:
    """What was written, for whom; its author may take it back, another one agrees or returns."""
    row, draft = at.draft.row, at.draft
    number = row.id or 0
    if row.correcting:
        text = f"{agreeing.correction(at.author)}\n\n{sending.under([words.safe(row.new_text)])}"
    else:
        asked = agreeing.asked(at.author, draft.whom, draft.starts, duty=row.duty)
        count = at.sizes.count
        blocks = [
            asked, sending.reach(count.people, count.never, count.blocked),
            agreeing.hours(row.credit) if row.credit else "",
            sending.under([sending.letter(row.text, None, quiz=bool(row.mark))]),
        ]  # fmt: skip
        text = "\n\n".join(filter(None, blocks))
    buttons = []
    if at.mine:
        if not row.correcting:
            back = place("broadcasts.take_back", number)
            buttons.append([Button(sending.TAKE_BACK, does=back)])
        return Screen(text, [*buttons, [Button(words.BACK, opens=DESK)]], files=files(draft.file))
    if at.questions and not row.correcting:
        buttons.append([Button(texts.QUIZ, opens=place("broadcasts.judge_quiz", number))])
    agree = place("broadcasts.agree", number, row.version)
    decide = [
        Button(agreeing.AGREE, does=agree, style=Style.GOOD),
        Button(words.RETURN, opens=place("broadcasts.return", number)),
    ]
    return Screen(text, [*buttons, decide, [MENU]], files=files(draft.file))


def draw_judge_quiz(at: Preview) -> Screen:
    """All questions with their answers, for whoever agrees to them."""
    number = at.draft.row.id or 0
    lines = [
        agreeing.question(n, one.text, one.options, one.right)
        for n, one in enumerate(at.questions, 1)
    ]
    back = Button(words.BACK, opens=place("broadcasts.judge", number))
    return Screen(agreeing.questions(lines), [[back, MENU]])


def draw_return(at: Preview) -> Screen:
    number = at.draft.row.id or 0
    back = Button(words.BACK, opens=place("broadcasts.judge", number))
    return Screen(agreeing.ask_reason(), [[back]], typing=place("broadcasts.return", number))


def draw_outside(at: Outside) -> Screen:
    number = at.row.id or 0
    rows_ = [
        [Button(words.called(one.name), opens=place("desk.call", "out", one.employee_id))]
        for one in at.people
    ]
    turn = turns(at.page, at.pages, 1, lambda page: place("broadcasts.outside", number, page))
    gone = at.row.state in GONE
    back = "broadcasts.progress" if gone else "broadcasts.preview"
    if at.row.state in (State.ASKED, State.PLANNED):
        back = "broadcasts.asked"
    lines = [(one.name, one.unit, one.why) for one in at.people]
    text = sending.outside(at.total, lines, at.page, at.pages)
    return Screen(text, [*rows_, [*turn, Button(words.BACK, opens=place(back, number))]])


def write_asked(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Dropped once somebody has decided."""
    row = rows.get(session, facts["broadcast"])
    if row is None or not (row.state == State.ASKED or row.correcting):
        return None
    see = Button(words.OPEN, opens=place("broadcasts.judge", row.id or 0))
    return Screen(agreeing.told_asked(), [[see]])


def write_returned(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = rows.get(session, facts["broadcast"])
    if row is None or not row.reason:
        return None
    name = "broadcasts.progress" if row.state in GONE else "broadcasts.draft"
    see = Button(words.OPEN, opens=place(name, row.id or 0))
    return Screen(agreeing.told_returned(row.reason), [[see]])


def write_done(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = rows.get(session, facts["broadcast"])
    if row is None or row.state != State.SENT:
        return None
    see = Button(words.OPEN, opens=place("broadcasts.progress", row.id or 0))
    return Screen(agreeing.told_done(), [[see]])


def write_refused(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """The file did not pass; dropped when it was taken away since."""
    file = rows.file(session, facts["broadcastfile"])
    if file is None:
        return None
    see = Button(words.OPEN, opens=place("broadcasts.text", file.broadcast_id))
    return Screen(agreeing.file_refused(file.kind, file.name, file.fault), [[see]])
