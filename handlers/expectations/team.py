"""The superior's side: my people, one of them, sending back with a note."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import expectations
from bot.screens import Button, Screen, Style, place
from bot.texts import expectations as texts
from bot.texts import words
from bot.texts.expectations import telling
from handlers.expectations.mine import MENU, TEAM, around, person, planned_line

Row = Sequence[Button]


def draw_team(team: expectations.Team | None) -> Screen:
    if team is None:
        return Screen(texts.none_opened(), [[MENU]])
    blocks = [telling.team(team.year, team.quarter, team.waiting, team.without, team.total)]
    lines = [telling.team_line(p.name, p.waiting, p.returned, p.agreed) for p in team.people]
    blocks.append("\n".join(lines))
    if not team.own_agreed:
        blocks.append(telling.own_missing())
    rows: list[Row] = [
        [Button(words.called(one.name), opens=person(team.period_id, one.employee_id))]
        for one in team.people
    ]
    turn = around(TEAM, [team.period_id], team.page, team.pages)
    mine = Button(texts.MINE, opens=place("expectations.mine", team.period_id))
    return Screen("\n\n".join(blocks), [*rows, [mine, *turn, MENU]])


def draw_person(shown: expectations.Person) -> Screen:
    blocks = [telling.person(shown.name, shown.sex, shown.year, shown.quarter)]
    if shown.waiting and shown.since is not None:
        blocks.append(telling.waiting(len(shown.waiting), shown.since))
    blocks += [planned_line(one) for one in shown.shown]
    if not shown.planned:
        blocks.append(telling.nothing_proposed())
    rows: list[Row] = [
        [
            Button(
                telling.label(one.position, one.shown.text),
                opens=place("expectations.one", one.number),
            )
        ]
        for one in shown.shown
    ]
    here = [shown.period_id, shown.employee_id]
    turn = around("expectations.person", here, shown.page, shown.pages)
    back = Button(words.BACK, opens=place(TEAM, shown.period_id))
    return Screen("\n\n".join(blocks), [*rows, *_word(shown), [back, *turn]])


def _word(shown: expectations.Person) -> list[Row]:
    if not shown.agreeable:
        return []
    here = (shown.period_id, shown.employee_id)
    yes = Button(
        texts.AGREE_ALL.format(count=len(shown.waiting)),
        does=place("expectations.agree_all", *here, shown.seen), style=Style.GOOD,
    )  # fmt: skip
    back = Button(texts.RETURN_ALL, opens=place("expectations.returning_all", *here))
    return [[yes, back]]


def draw_returning(asked: expectations.Returning) -> Screen:
    here = (asked.period_id, asked.employee_id)
    typing = (
        place("expectations.note", asked.wording_id)
        if asked.wording_id
        else place("expectations.note_all", *here)
    )
    back = Button(words.BACK, opens=person(*here))
    return Screen(telling.returning(asked.name, asked.texts), [[back]], typing=typing)
