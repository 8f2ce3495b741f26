"""The list of my achievements, and the card of one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.achievements.shapes import Card, Mine
from bot.rules.achievements import OPEN, State, Step
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import expectations, words
from bot.texts.achievements import filling, telling
from handlers.achievements.body import body, files, has_files, serving
from handlers.achievements.filling import MENU, MINE, pager

Row = Sequence[Button]
MOST_BUTTONS = 8
CHANGEABLE = (
    Step.TITLE,
    Step.STORY,
    Step.DATE,
    Step.CATEGORY,
    Step.INDICATOR,
    Step.BEFORE,
    Step.EVIDENCE,
)


def draw_mine(mine: Mine) -> Screen:
    rows: list[Row] = [
        [
            Button(
                telling.label(at, line.title, line.state),
                opens=place("achievements.card", line.number),
            )
        ]
        for at, line in enumerate(mine.lines, 1)
    ]
    if turn := pager("achievements.mine", mine.page, mine.pages):
        rows.append(turn)
    rows.append([Button(filling.CREATE, does=Place("achievements.begin")), MENU])
    if mine.waiting and sum(map(len, rows)) < 8:
        rows.insert(0, [Button(telling.QUEUE, opens=Place("achievements.queue"))])
    lines = [
        telling.line(at, line.title, line.state, line.done_on, line.changed_at)
        for at, line in enumerate(mine.lines, 1)
    ]
    return Screen(telling.mine(mine.tally, lines, mine.page, mine.pages), rows)


def draw_card(card: Card) -> Screen:
    """An achievement as it stands; what can be done depends on its state."""
    if card.told.state in OPEN:
        return _draw_open(card)
    told, more = body(card.told), [serving(card.serves)]
    if card.told.state is State.SENDING:
        more.append(telling.being_fetched(card.pending, len(card.told.items)))
    if card.desk is not None and card.own:
        desk = card.desk
        more.append(telling.with_whom(desk.name, desk.sex, desk.since, desk.due_on, desk.instead))
    if card.outcome is not None:
        more += [telling.levels(card.outcome.marks), _decided(card)]
    if not card.own:
        more.append(telling.not_own(card.owner))
    text = telling.stands(told, card.told.state, [part for part in more if part])
    return Screen(text, [*_doings(card), *_ways(card)])


def _draw_open(card: Card) -> Screen:
    number, version = card.told.number, card.told.version
    told = "\n\n".join(part for part in (body(card.told), serving(card.serves)) if part)
    if card.told.state is State.RETURNED and card.outcome:
        text = telling.returned(told, _decided(card), untouched=card.untouched)
    else:
        refused = sum(one.state == "refused" for one in card.told.items)
        text = telling.summary(told, card.lacking, card.outside_quarter, refused)
    send = Button(words.SEND, does=place("achievements.send", number, version), style=Style.GOOD)
    change = Button(words.CHANGE, opens=place("achievements.change", number))
    on = Button(filling.GO_ON, opens=_next_missing(card))
    gone = Button(words.DELETE, does=place("achievements.delete", number, version))
    first, second = [on] if card.lacking else [send], [change, gone]
    if card.told.state is State.RETURNED and card.untouched and not card.lacking:
        first, second = [change], [send, gone]  # the same once more helps nobody
    rows: list[Row] = [first, second, *_ways(card)]
    return Screen(text, _with_plan(card, rows))


def _with_plan(card: Card, rows: list[Row]) -> list[Row]:
    """The way to the planned result it counts for, where there is one to choose."""
    if not card.may_serve or card.lacking:
        return rows
    opens = place("expectations.choose", card.told.number)
    rows.insert(2, [Button(expectations.COUNTS_FOR, opens=opens)])
    if sum(map(len, rows)) > MOST_BUTTONS:
        rows[-1] = [MENU]
    return rows


def _next_missing(card: Card) -> Place:
    return place("achievements.fill", card.told.number, [*card.lacking, Step.EVIDENCE][0])


def _doings(card: Card) -> list[Row]:
    number = card.told.number
    if not card.own:
        return []
    back = place("achievements.withdraw", number, card.told.version)
    withdraw = Button(telling.WITHDRAW, does=back)
    if card.told.state is State.SENDING:
        return [[Button(telling.REFRESH, opens=place("achievements.card", number)), withdraw]]
    if card.desk is not None:
        nudge = Button(telling.NUDGE, does=place("achievements.nudge", number))
        return [[nudge, withdraw] if card.desk.may_nudge else [withdraw]]
    return []


def _ways(card: Card) -> list[Row]:
    number, looks = card.told.number, []
    if len(card.told.story) > filling.EXCERPT:
        looks.append(Button(telling.READ_WHOLE, opens=place("achievements.whole", number)))
    if has_files(card.told):
        looks.append(Button(telling.SEE_EVIDENCE, opens=place("achievements.files", number)))
    rows: list[Row] = [looks] if looks else []
    if card.outcome is not None and card.outcome.voice:
        rows.append([Button(telling.HEAR_NOTE, opens=place("achievements.voice", number))])
    return [*rows, [MINE, MENU]]


def _decided(card: Card) -> str:
    outcome = card.outcome
    assert outcome is not None
    return telling.decided(outcome.by, outcome.sex, outcome.at, outcome.note, bool(outcome.voice))


def draw_change(card: Card) -> Screen:
    """Each line can be changed on its own."""
    number = card.told.number
    buttons = [
        Button(telling.LINES[step], opens=place("achievements.fill", number, step))
        for step in CHANGEABLE
    ]
    rows: list[Row] = [buttons[at : at + 2] for at in range(0, len(buttons) - 1, 2)]
    rows.append([buttons[-1], _back(card)])
    return Screen(telling.change(), rows)


def draw_whole(card: Card) -> Screen:
    return Screen(body(card.told, whole=True), [[_back(card), MENU]])


def draw_files(card: Card) -> Screen:
    return Screen(body(card.told), [[_back(card), MENU]], files=files(card.told))


def draw_voice(card: Card) -> Screen:
    """The rater's spoken note above the card."""
    spoken = card.outcome.voice if card.outcome else ""
    shown = draw_card(card)
    return Screen(
        shown.text, shown.rows, files=[File(FileKind.VOICE, file_id=spoken)] if spoken else ()
    )


def _back(card: Card) -> Button:
    return Button(words.BACK, opens=place("achievements.card", card.told.number))
