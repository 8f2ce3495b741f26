"""Drawing how far a broadcast came, and what may still be done about it."""

from __future__ import annotations

from functools import partial

from bot.actions.broadcasts.cards import first_words, starts_of
from bot.actions.broadcasts.watching import Answers, Correcting, Units, Watched
from bot.documents import pictures
from bot.documents.pictures import Share
from bot.rules.broadcasts import GONE, State, percent
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.broadcasts import agreeing, sending
from bot.texts.broadcasts import watching as texts
from handlers.broadcasts.writing import DESK, MENU
from handlers.lists import turns
from handlers.pictures import photo
from storage.broadcasts.reading import UnitProgress


def draw_progress(at: Watched) -> Screen:
    row, how = at.row, at.progress
    number, gone = row.id or 0, row.state in GONE
    blocks = [
        texts.progress(
            first_words(row), row.state, at.author, at.approver, starts_of(row),
            (*how, how.wait), duty=row.duty,
        )
    ]  # fmt: skip
    if row.mark and gone:
        blocks.append(texts.quiz(at.sums.answered, at.sums.passed, row.quiz_until))
    if row.corrected_at is not None:
        blocks.append(texts.corrected(row.corrected_at.astimezone(at.zone), row.edition))
    if row.correcting:
        blocks.append(texts.correcting())
    if row.reason and gone:
        blocks.append(agreeing.told_returned(row.reason))

    def opens(label: str, name: str, *args: int) -> Button:
        return Button(label, opens=place(f"broadcasts.{name}", number, *args))

    buttons = []
    if gone:
        buttons += [opens(texts.BY_UNIT, "units", 0), opens(sending.OUTSIDE, "outside", 0)]
        if row.mark:
            buttons.append(opens(texts.ANSWERS, "answers"))
    if at.remindable:
        act = place("broadcasts.remind", number)
        buttons.append(Button(texts.REMIND, does=act))
    if gone and at.mine and not row.correcting:
        buttons.append(opens(texts.CORRECT, "correct"))
    if at.mine and row.state == State.PLANNED:
        back = place("broadcasts.take_back", number)
        buttons.append(Button(sending.TAKE_BACK, does=back))
    if at.stoppable:
        stop = place("broadcasts.stopping", number)
        buttons.append(Button(texts.STOP, opens=stop, style=Style.BAD))
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    moves = row.state == State.SENDING or (row.state == State.PLANNED and not row.starts)
    again = [opens(texts.LOOK_AGAIN, "progress")] if moves else []
    last = [*again, Button(words.BACK, opens=DESK)]
    return Screen("\n\n".join(blocks), [*rows, last])


def draw_stopping(at: Watched) -> Screen:
    number = at.row.id or 0
    waits = at.progress.wait if at.row.state != State.PLANNED else at.row.people
    sure = place("broadcasts.stop", number)
    back = Button(words.BACK, opens=place("broadcasts.progress", number))
    text = texts.sure_to_stop(waits)
    return Screen(text, [[Button(texts.REALLY_STOP, does=sure, style=Style.BAD)], [back]])


def draw_correct(at: Correcting) -> Screen:
    number = at.row.id or 0
    back = Button(words.BACK, opens=place("broadcasts.progress", number))
    typing = place("broadcasts.correct", number)
    return Screen(texts.ask_correction(at.row.text, at.sent), [[back]], typing=typing)


def draw_units(at: Units) -> Screen:
    number = at.row.id or 0
    lines = [(str(texts.ALL), at.whole), *((one.name, one) for one in at.units)]
    rows = [(name, _parts(one), one.people, one.answered, one.passed) for name, one in lines]
    text = texts.by_unit(first_words(at.row), rows, at.page, at.pages, quiz=bool(at.row.mark))
    shares = [
        Share(name, _parts(one), one.people, texts.shown(one.seen, one.sent, one.people),
              texts.said(_parts(one)), whole=not one.unit_id)
        for name, one in lines
    ]  # fmt: skip
    picture = pictures.Adoption(str(texts.PROGRESS), texts.UNDER, texts.KEYS, shares)
    files = [photo("siaran.png", partial(pictures.adoption, picture), texts.PROGRESS)]
    turn = turns(at.page, at.pages, 1, lambda page: place("broadcasts.units", number, page))
    back = place("broadcasts.progress", number) if at.kept else place("broadcasts.home", 0)
    out = [Button(words.BACK, opens=back), MENU]
    return Screen(text, [*([turn] if turn else []), out], files=files)


def _parts(one: UnitProgress) -> tuple[int, int, int, int]:
    return one.seen, one.sent, one.missed, one.out


def draw_answers(at: Answers) -> Screen:
    number = at.row.id or 0
    lines = [
        (one.text, percent(sums.right, sums.answered) if sums else None)
        for one, sums in at.questions
    ]
    text = texts.answers(first_words(at.row), at.sums.answered, at.sums.passed, lines)
    back = Button(words.BACK, opens=place("broadcasts.progress", number))
    return Screen(text, [[back, MENU]])
