"""Questions for a forum, and noting who was there without a phone."""

from __future__ import annotations

from bot.actions.forums.noting import Absent
from bot.actions.forums.questions import NAMED, PAGE, Asking, Questions
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.forums import asking as texts
from bot.texts.forums.cards import BACK, FORTH
from storage.questions import Line


def draw_questions(shown: Questions) -> Screen:
    blocks = [texts.listing(shown.meeting, shown.total)]
    first = shown.page * PAGE + 1
    numbered = list(enumerate(shown.lines, first))
    blocks += [texts.question(at, one.text, one.writer, one.votes) for at, one in numbered]
    rows = []
    if shown.open and numbered:
        blocks.append(texts.how_to_hide() if shown.hosting else texts.how_to_vote())
        rows.append([_button(shown, at, one) for at, one in numbered])
    pager = []
    if shown.page > 0:
        pager.append(Button(BACK, opens=place("forums.questions", shown.id, shown.page - 1)))
    if (shown.page + 1) * PAGE < shown.total:
        pager.append(Button(FORTH, opens=place("forums.questions", shown.id, shown.page + 1)))
    rows += [pager] if pager else []
    if shown.open:
        rows.append([Button(texts.ASK, opens=place("forums.ask", shown.id))])
    rows.append([Button(words.BACK, opens=place("forums.card", shown.id))])
    return Screen("\n\n".join(blocks), rows)


def _button(shown: Questions, at: int, one: Line) -> Button:
    act = "forums.hide_question" if shown.hosting else "forums.take_back"
    if shown.hosting or one.writer_id == shown.me_id:
        label = texts.GONE.format(number=at)
        return Button(label, does=place(act, one.id), style=Style.BAD)
    label = (texts.UP_MINE if one.mine else texts.UP).format(number=at)
    return Button(label, does=place("forums.vote", one.id))


def draw_asking(shown: Asking) -> Screen:
    text = texts.ask(shown.meeting, shown.name, named=shown.named)
    if shown.named:
        other = Button(texts.WITHOUT_NAME, opens=place("forums.ask", shown.id))
    else:
        other = Button(texts.WITH_NAME, opens=place("forums.ask", shown.id, NAMED))
    back = Button(words.BACK, opens=place("forums.questions", shown.id, 0))
    how = NAMED if shown.named else "unnamed"
    return Screen(text, [[other], [back]], typing=place("forums.say_question", shown.id, how))


def draw_absent(shown: Absent) -> Screen:
    rows = [
        [Button(words.called(name), does=place("forums.note_there", shown.id, number))]
        for number, name in shown.people
    ]
    pager = []
    if shown.page > 0:
        pager.append(Button(BACK, opens=place("forums.absent", shown.id, shown.page - 1)))
    if shown.page + 1 < shown.pages:
        pager.append(Button(FORTH, opens=place("forums.absent", shown.id, shown.page + 1)))
    rows += [pager] if pager else []
    out = place("forums.absent", shown.id, 0) if shown.found else place("forums.code", shown.id)
    rows.append([Button(words.BACK, opens=out)])
    text = texts.absent(shown.meeting, shown.page, shown.pages, len(shown.people))
    return Screen(text, rows, typing=place("forums.find_guest", shown.id))
