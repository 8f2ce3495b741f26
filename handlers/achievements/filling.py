"""Screens of the steps in which an achievement is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.actions.achievements.shapes import Card, DayAsked, Fill, Items, Resume, Told
from bot.rules.achievements import EFFECT, OPTIONAL, ORDER, Step, before
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.achievements import filling as texts
from bot.texts.achievements import items
from handlers.achievements.body import item_lines

MENU = Button(words.MENU, opens=Place("home.menu"))
MINE = Button(texts.MINE, opens=Place("achievements.mine"))
ASKED = tuple(step for step in ORDER if step is not Step.SUMMARY)
Row = Sequence[Button]


def draw_step(fill: Fill) -> Screen:
    """The screen of one step. Files are taken at every step."""
    number, step = fill.told.number, fill.step
    if step is Step.EVIDENCE:
        text = texts.evidence(
            fill.told.title, item_lines(fill.told, len(fill.told.items)), fill.most_items,
            fill.complete,
        )  # fmt: skip
    else:
        text = texts.prompt(step, fill.told.title, _answer(fill), fill.complete)
    rows = [*_choices(fill), *_ways(fill)]
    return Screen(text, rows, typing=place(f"achievements.{step}", number))


def _answer(fill: Fill) -> str:
    told = fill.told
    return {
        Step.TITLE: told.title,
        Step.STORY: told.story,
        Step.DATE: words.day(told.done_on) if told.done_on else "",
        Step.CATEGORY: told.category,
        Step.INDICATOR: ", ".join(told.indicators),
        Step.BEFORE: told.before,
        Step.AFTER: told.after,
        Step.UNIT: told.unit,
    }.get(fill.step, "")


def _choices(fill: Fill) -> list[Row]:
    number = fill.told.number
    match fill.step:
        case Step.DATE:
            day, earlier = fill.today, fill.today - timedelta(1)
            today = place("achievements.day", number, day.isoformat())
            yesterday = place("achievements.day", number, earlier.isoformat())
            labels = texts.today(day), texts.yesterday(earlier)
            return [[Button(labels[0], does=today), Button(labels[1], does=yesterday)]]
        case Step.CATEGORY:
            buttons = [
                Button(
                    words.fitting(one.name), does=place("achievements.category", number, one.key)
                )
                for one in fill.categories
            ]
            return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
        case Step.INDICATOR:
            return [[_indicator(fill, one.key, one.name)] for one in fill.claimable]
        case Step.EVIDENCE if fill.told.items:
            return [[Button(texts.ITEMS, opens=place("achievements.items", number, 0))]]
        case Step.BEFORE if fill.answered:
            return [[Button(texts.NO_EFFECT, does=place("achievements.clear_effect", number))]]
    return []


def _indicator(fill: Fill, key: str, name: str) -> Button:
    shown = f"{texts.CHECKED} {name}" if key in fill.claimed else name
    return Button(words.fitting(shown), does=place("achievements.toggle", fill.told.number, key))


def _ways(fill: Fill) -> list[Row]:
    """Onwards, back, out."""
    number, step = fill.told.number, fill.step
    onwards = place("achievements.go_on", number, step)
    answered = fill.answered or (step is Step.EVIDENCE and bool(fill.told.items))
    ways = []
    if answered:
        ways.append(Button(words.NEXT, does=onwards))
    elif step in OPTIONAL:
        ways.append(Button(words.SKIP, does=onwards))
    back = _back(fill)
    out = Button(words.CANCEL, opens=place("achievements.left", number))
    leaving = [back] if fill.complete else [back, out]  # from the card there is a way out
    return [ways, leaving] if ways else [leaving]


def _back(fill: Fill) -> Button:
    number, earlier = fill.told.number, before(fill.step)
    if fill.complete:
        return Button(words.BACK, opens=place("achievements.card", number))
    if earlier is None:
        return Button(words.BACK, opens=Place("achievements.mine"))
    if fill.step is Step.EVIDENCE or earlier in EFFECT:
        skipped = not fill.told.before and not fill.told.after
        earlier = Step.BEFORE if fill.step is Step.EVIDENCE and skipped else earlier
    return Button(words.BACK, opens=place("achievements.fill", number, earlier))


def draw_days(asked: DayAsked) -> Screen:
    """The typed date, echoed; it is set only when it is confirmed."""
    days = asked.days
    rows: list[Row] = [
        [
            Button(
                texts.RIGHT if len(days) == 1 else words.short_day(day),
                does=place("achievements.day", asked.number, day.isoformat()),
            )
        ]
        for day in days[:4]
    ]
    other = Button(texts.OTHER_DAY, opens=place("achievements.fill", asked.number, Step.DATE))
    out = Button(words.CANCEL, opens=place("achievements.left", asked.number))
    typing = place("achievements.date", asked.number)
    text = texts.days_asked(days, asked.outside_quarter)
    return Screen(text, [*rows, [other, out]], typing=typing)


def draw_items(shown: Items) -> Screen:
    """Evidence one by one, to be taken off."""
    number = shown.number
    rows: list[Row] = [
        [
            Button(
                words.fitting(items.item_label(item.kind, item.name, item.text)),
                does=place("achievements.remove", number, item.number),
            )
        ]
        for item in shown.items
    ]
    back = Button(words.BACK, opens=place("achievements.fill", number, Step.EVIDENCE))
    turn = pager("achievements.items", shown.page, shown.pages, number)
    rows += [turn, [back]] if turn else [[back]]
    return Screen(
        texts.items(shown.page, shown.pages), rows, typing=place("achievements.evidence", number)
    )


def draw_resume(draft: Resume) -> Screen:
    on = Button(words.NEXT, opens=_where(draft))
    anew = Button(texts.START_ANEW, does=Place("achievements.create"))
    gone = Button(words.DELETE, does=place("achievements.delete", draft.number, draft.version))
    return Screen(texts.resume(draft.title, draft.changed_at), [[on], [anew, gone], [MINE, MENU]])


def draw_left(draft: Resume) -> Screen:
    on = Button(texts.GO_ON, opens=_where(draft))
    gone = Button(words.DELETE, does=place("achievements.delete", draft.number, draft.version))
    return Screen(texts.left(), [[on, gone], [MINE, MENU]])


def _where(draft: Resume) -> Place:
    if draft.complete:
        return place("achievements.card", draft.number)
    return place("achievements.fill", draft.number, draft.step)


def draw_offer(card: Card) -> Screen:
    """Something sent just so, offered as an achievement."""
    told: Told = card.told
    first = Step.TITLE if Step.TITLE in card.lacking or not told.done_on else Step.EVIDENCE
    make = Button(texts.MAKE_ONE, opens=place("achievements.fill", told.number, first))
    no = Button(texts.NOT_NOW, does=place("achievements.delete", told.number, told.version))
    return Screen(texts.offer(told.title, told.story, item_lines(told)), [[make], [no, MENU]])


def pager(name: str, page: int, pages: int, *args: int) -> list[Button]:
    """`◀` and `▶` where there is somewhere to go."""
    turns = []
    if page > 0:
        turns.append(Button("◀", opens=place(name, *args, page - 1)))
    if page < pages - 1:
        turns.append(Button("▶", opens=place(name, *args, page + 1)))
    return turns
