"""My planned results: the list, one in full, its history."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import expectations
from bot.rules.expectations import State, missing
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import expectations as texts
from bot.texts import words
from bot.texts.expectations import telling

MENU = Button(words.MENU, opens=Place("home.menu"))
TEAM = "expectations.team"
Row = Sequence[Button]


def draw_mine(mine: expectations.Mine | None) -> Screen:
    if mine is None:
        return Screen(texts.none_opened(), [[MENU]])
    blocks = [telling.mine(mine.year, mine.quarter, len(mine.planned), mine.most)]
    blocks += [planned_line(one) for one in mine.shown]
    if not mine.planned:
        nothing = telling.ask_to_begin(mine.most) if mine.writable else telling.nothing_planned()
        blocks.append(nothing)
    if mine.writable:
        blocks += _hints(mine)
    turn = around("expectations.mine", [mine.period_id], mine.page, mine.pages)
    return Screen("\n\n".join(blocks), [*_ones(mine.shown), *_doings(mine, turn)])


def planned_line(one: expectations.Planned) -> str:
    return telling.line(
        one.position, one.shown, one.progress, one.hand, agreed=one.force is not None,
        complete=one.complete,
    )  # fmt: skip


def _ones(shown: Sequence[expectations.Planned]) -> list[Row]:
    return [
        [
            Button(
                telling.label(one.position, one.shown.text),
                opens=place("expectations.one", one.number),
            )
        ]
        for one in shown
    ]


def around(name: str, args: Sequence[int], page: int, pages: int) -> list[Button]:
    """One button that leads to the next page, from the last one to the first."""
    if pages < 2:
        return []
    return [Button(texts.MORE, opens=place(name, *args, (page + 1) % pages))]


def _hints(mine: expectations.Mine) -> list[str]:
    lines = []
    if mine.due is not None:
        lines.append(telling.due(mine.due, mine.today))
    if not mine.superior:
        lines.append(telling.no_superior())
    elif not mine.above_agreed and not any(one.force for one in mine.planned):
        lines.append(telling.above_missing(mine.superior))
    if mine.ready:
        lines.append(telling.ready(mine.ready))
    return ["\n".join(lines)] if lines else []


def _doings(mine: expectations.Mine, turn: Row) -> list[Row]:
    rows: list[Row] = []
    if mine.ready and mine.writable:
        act = place("expectations.propose_all", mine.period_id, mine.seen)
        label = texts.PROPOSE_ALL.format(count=mine.ready)
        rows.append([Button(label, does=act, style=Style.GOOD)])
    if mine.writable and len(mine.planned) < mine.most:
        rows.append([Button(texts.ADD, does=place("expectations.begin", mine.period_id))])
    last = [*turn, MENU]
    if mine.has_people:
        last = [Button(texts.MY_PEOPLE, opens=place(TEAM, mine.period_id)), *last]
    return [*rows, last]


def draw_one(one: expectations.One) -> Screen:
    planned, hand = one.planned, one.planned.hand
    blocks = [
        telling.heading(planned.position, one.year, one.quarter, "" if one.own else one.name),
        telling.whole(planned.shown, one.indicator, one.supports),
    ]
    if planned.force is not None:
        blocks.append(telling.so_far(planned.force, planned.progress, planned.deeds))
        if one.agreed_at is not None:
            blocks.append(telling.agreed(one.agreed_by, one.agreed_at))
    if hand is not None:
        blocks.append(
            telling.in_hand(
                hand, one.hand_indicator, changes=planned.force is not None,
                complete=planned.complete, superior=one.superior, since=one.waits_since,
            )
        )  # fmt: skip
        if planned.force is not None and one.own:
            blocks.append(telling.untouched())
    return Screen("\n\n".join(blocks), _rows(one))


def _rows(one: expectations.One) -> list[Row]:
    hand = one.planned.hand
    rows: list[Row] = []
    if one.agreeable and hand is not None:
        yes = Button(
            words.APPROVE, does=place("expectations.agree", hand.number), style=Style.GOOD
        )
        back = Button(words.RETURN, opens=place("expectations.returning", hand.number))
        rows.append([yes, back])
    if one.writable:
        rows += _changes(one)
    if one.traced:
        rows.append([Button(texts.HISTORY, opens=place("expectations.trace", one.planned.number))])
    if one.own:
        whole = Button(texts.ALL, opens=place("expectations.mine", one.period_id))
    else:
        whole = Button(words.BACK, opens=person(one.period_id, one.employee_id))
    return [*rows, [whole, MENU]]


def _changes(one: expectations.One) -> list[Row]:
    """What its owner may do: hand over, change, drop, leave as it was."""
    planned, hand = one.planned, one.planned.hand
    number = planned.number
    rows: list[Row] = []
    if hand is not None and hand.state is State.DRAFT and planned.complete:
        act = place("expectations.propose", hand.number, one.seen)
        add = Button(texts.ADD, does=place("expectations.begin", one.period_id))
        send = Button(texts.PROPOSE, does=act, style=Style.GOOD)
        rows.append([send, add] if planned.force is None else [send])
    elif hand is not None and hand.state is State.DRAFT:
        lacking = missing(hand, changes=planned.force is not None)
        opens = place("expectations.fill", hand.number, lacking[0])
        rows.append([Button(texts.GO_ON, opens=opens, style=Style.GOOD)])
    rows.append([_change(one), _gone(one)])
    if planned.force is not None and hand is not None:
        rows.append([Button(texts.KEEP, does=place("expectations.discard", number))])
    return rows


def _change(one: expectations.One) -> Button:
    """A draft is changed where it stands; anything else becomes a draft by it."""
    hand = one.planned.hand
    if hand is not None and hand.state is State.DRAFT:
        return Button(words.CHANGE, opens=place("expectations.lines", hand.number))
    return Button(words.CHANGE, does=place("expectations.change", one.planned.number))


def _gone(one: expectations.One) -> Button:
    label = texts.GIVE_UP if one.planned.force is None else texts.END
    return Button(label, does=place("expectations.end", one.planned.number))


def draw_trace(trace: expectations.Trace) -> Screen:
    blocks = [telling.trace(trace.page, trace.pages)]
    blocks += [
        telling.traced(one.wording, one.indicator, one.proposed_at, one.decided_at, one.by)
        for one in trace.wordings
    ]
    turn = around("expectations.trace", [trace.planned_id], trace.page, trace.pages)
    back = Button(words.BACK, opens=place("expectations.one", trace.planned_id))
    return Screen("\n\n".join(blocks), [[*turn, back, MENU]])


def person(period_id: int, employee_id: int) -> Place:
    return place("expectations.person", period_id, employee_id)
