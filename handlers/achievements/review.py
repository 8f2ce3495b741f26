"""Screens of those who rate: the queue, the levels, the decision."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.achievements.reviewing import Marking, Review
from bot.rules.achievements import Verdict
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.achievements import filling, telling
from bot.texts.achievements import rating as texts
from handlers.achievements.body import body, files, has_files, serving
from handlers.achievements.filling import MENU

Row = Sequence[Button]
QUEUE = Button(texts.QUEUE, opens=Place("achievements.queue"))
LABELS = {
    Verdict.APPROVE: words.APPROVE,
    Verdict.RETURN: words.RETURN,
    Verdict.REJECT: words.REJECT,
}
STYLES = {Verdict.APPROVE: Style.GOOD, Verdict.RETURN: Style.PLAIN, Verdict.REJECT: Style.BAD}


def draw_queue(shown: Review | None) -> Screen:
    if shown is None:
        return Screen(texts.nothing_waits(), [[MENU]])
    return draw_review(shown)


def draw_review(shown: Review) -> Screen:
    """One achievement of the queue."""
    if shown.decided is not None:
        return Screen(texts.decided(shown.told.title), [[QUEUE, MENU]])
    return Screen(_text(shown), _rows(shown))


def draw_whole(shown: Review) -> Screen:
    back = Button(words.BACK, opens=place("achievements.rate", shown.turn_id))
    return Screen(body(shown.told, whole=True), [[back, MENU]])


def draw_files(shown: Review) -> Screen:
    """The evidence above the card."""
    drawn = draw_review(shown)
    return Screen(drawn.text, drawn.rows, files=files(shown.told))


def _text(shown: Review) -> str:
    at = shown.waiting.index(shown.turn_id) if shown.turn_id in shown.waiting else 0
    levels = [(one.name, level) for one, level in shown.marks if level is not None]
    return texts.review(
        [
            texts.head(at + 1, max(1, len(shown.waiting))),
            texts.owner(shown.owner, shown.unit, shown.since, shown.due_on, shown.today),
            _returned(shown),
            body(shown.told),
            serving(shown.serves),
            "\n".join(texts.doubtful(d.name, d.done_on, d.same) for d in shown.doubtful[:3]),
            telling.levels(levels),
        ],
        shown.unmarked is not None,
    )


def _returned(shown: Review) -> str:
    """That it was returned before, and what I asked for then."""
    if (earlier := shown.returned) is None:
        return ""
    return texts.returned(earlier.at, earlier.by, earlier.note, mine=earlier.mine)


def _rows(shown: Review) -> list[Row]:
    turn = shown.turn_id
    numbers = [number for number, (_, level) in enumerate(shown.marks, 1) if level is None]
    to = (
        place("achievements.marking", turn, numbers[0])
        if numbers
        else place("achievements.verdict", turn, Verdict.APPROVE)
    )
    rows: list[Row] = [[Button(texts.RATE, opens=to, style=Style.GOOD), *_looks(shown)]]
    others = [Verdict.RETURN, Verdict.REJECT]
    rows.append([Button(LABELS[v], opens=place("achievements.why", turn, v)) for v in others])
    return [*rows, [*_pager(shown), MENU]]


def _looks(shown: Review) -> list[Button]:
    looks = []
    if has_files(shown.told):
        opens = place("achievements.review_files", shown.turn_id)
        looks.append(Button(telling.SEE_EVIDENCE, opens=opens))
    if len(shown.told.story) > filling.EXCERPT:
        opens = place("achievements.review_whole", shown.turn_id)
        looks.append(Button(telling.READ_WHOLE, opens=opens))
    return looks


def _pager(shown: Review) -> list[Button]:
    if shown.turn_id not in shown.waiting:
        return []
    at, turns = shown.waiting.index(shown.turn_id), []
    if at > 0:
        turns.append(Button("◀", opens=place("achievements.rate", shown.waiting[at - 1])))
    if at < len(shown.waiting) - 1:
        turns.append(Button("▶", opens=place("achievements.rate", shown.waiting[at + 1])))
    return turns


def draw_marking(shown: Marking) -> Screen:
    """One indicator: its anchors, one button each."""
    one = shown.indicator
    text = texts.marking(shown.title, one.name, one.meaning, shown.number, shown.of, one.anchors)
    rows: list[Row] = [
        [
            Button(
                texts.level(level, anchor, level == shown.level),
                does=place("achievements.mark", shown.turn_id, one.key, level),
            )
        ]
        for level, anchor in enumerate(one.anchors, 1)
    ]
    return Screen(text, [*rows, [_back(shown.turn_id), MENU]])


def draw_verdict(shown: Review) -> Screen:
    """What is about to be decided, in full; one press decides."""
    if shown.decided is not None:
        return draw_review(shown)
    meant, turn = shown.verdict or Verdict.APPROVE, shown.turn_id
    marks = [(one.name, level, one.anchors[level - 1]) for one, level in shown.marks if level]
    text = texts.verdict(
        meant, shown.told.title, shown.owner, marks, shown.note, bool(shown.voice)
    )
    decide = place("achievements.decide", turn, meant, shown.seen)
    rows: list[Row] = [[Button(LABELS[meant], does=decide, style=STYLES[meant])]]
    if meant is Verdict.APPROVE:
        rows.append(
            [Button(words.CHANGE, opens=place("achievements.marking", turn, 1)), *_note(shown)]
        )
    else:
        rows.append([Button(words.CHANGE, opens=place("achievements.why", turn, meant))])
    return Screen(text, [*rows, [_back(turn), MENU]])


def _note(shown: Review) -> list[Button]:
    note = Button(texts.NOTE, opens=place("achievements.note", shown.turn_id))
    gone = Button(texts.NO_NOTE, does=place("achievements.clear_note", shown.turn_id))
    return [note, gone] if shown.note or shown.voice else [note]


def draw_why(shown: Review) -> Screen:
    """Asks for the reason of a return or a rejection."""
    if shown.decided is not None:
        return draw_review(shown)
    meant = shown.verdict or Verdict.RETURN
    typing = place("achievements.why", shown.turn_id, meant)
    rows: list[Row] = [[_back(shown.turn_id), MENU]]
    if shown.note:
        on = place("achievements.verdict", shown.turn_id, meant)
        rows.insert(0, [Button(words.NEXT, opens=on)])
    return Screen(texts.why(meant, shown.told.title, shown.note), rows, typing=typing)


def draw_note(shown: Review) -> Screen:
    if shown.decided is not None:
        return draw_review(shown)
    back = Button(words.BACK, opens=place("achievements.verdict", shown.turn_id, Verdict.APPROVE))
    typing = place("achievements.note", shown.turn_id)
    return Screen(texts.ask_note(shown.told.title), [[back]], typing=typing)


def _back(turn_id: int) -> Button:
    return Button(words.BACK, opens=place("achievements.rate", turn_id))
