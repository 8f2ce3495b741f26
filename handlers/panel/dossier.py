"""Calibrating: the list, one person, views given unseen, and the way back to the superior."""

from __future__ import annotations

from bot.actions import panel
from bot.rules.panel import View
from bot.rules.stamps import stamp
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.panel import returning
from bot.texts.panel import views as texts
from handlers.lists import turns
from handlers.panel.home import HOME, PANEL


def draw_list(at: panel.Listing) -> Screen:
    head = texts.listing(at.year, at.quarter, at.scope, at.total, at.flagged)
    lines = [
        texts.line(one.name, one.total, one.predikat, one.signs, one.state, one.adjusted)
        for one in at.people
    ]
    rows = [
        [
            Button(
                words.called(one.name), opens=place("panel.person", at.period_id, one.employee_id)
            )
        ]
        for one in at.people
    ]
    here = (at.period_id, at.scope_id)
    row = turns(at.page, at.total, panel.LIST_PAGE, lambda page: place("panel.list", *here, page))
    text = "\n\n".join([head, "\n".join(lines) or texts.nobody()])
    return Screen(text, [*rows, [*row, PANEL]])


def draw_person(at: panel.Dossier) -> Screen:
    side = at.sides
    blocks = [
        texts.person(at.name, at.unit, at.year, at.quarter),
        texts.score(at.score, at.raw),
        texts.sides(side.superior, side.team, side.members),
    ]
    if side.superior is not None:
        blocks.append(texts.severity(side.severity, side.low, side.high, side.adjusted))
    blocks.append(_views(at.views))
    if at.returned:
        blocks.append(returning.returned(at.returned))
    return Screen("\n\n".join(filter(None, blocks)), _person_rows(at))


def _views(found: panel.Views | None) -> str:
    if found is None:
        return texts.no_view()
    if found.tally is not None:
        return texts.tally(found.tally)
    return texts.sitting(
        found.given, found.voters, found.due, found.mine, second=found.second,
        outdated=found.outdated, mine_before=found.mine_before,
    )  # fmt: skip


def _person_rows(at: panel.Dossier) -> list[list[Button]]:
    here = (at.period_id, at.employee_id)
    rows: list[list[Button]] = []
    if at.may_say:
        keep = Button(texts.VIEW[View.KEEP], does=place("panel.keep_view", *here))
        high, low = (
            Button(texts.VIEW[one], opens=place("panel.view", *here, one))
            for one in (View.HIGH, View.LOW)
        )
        why = place("panel.view", *here, View.KEEP)
        rows += [[keep, high, low], [Button(texts.KEEP_WHY, opens=why)]]
    if at.views and at.views.tally:
        see = place("panel.reasons", at.views.sitting_id, 0)
        rows.append([Button(texts.REASONS, opens=see)])
    elif at.views and at.views.earlier:
        see = place("panel.reasons", at.views.earlier, 0)
        rows.append([Button(texts.EARLIER, opens=see)])
    if at.may_adjust:
        rows.append([Button(texts.ADJUST, does=place("panel.adjust", *here))])
    if at.adjustment_id:
        rows.append([Button(texts.CASE, opens=place("panel.case", at.adjustment_id))])
    if at.may_return:
        rows.append([Button(returning.GIVE_BACK, opens=place("panel.return", *here))])
    return [*rows, [Button(words.BACK, opens=place("panel.list", at.period_id)), HOME]]


def draw_view(asked: tuple[panel.Subject, View]) -> Screen:
    found, view = asked
    here = (found.result.period_id, found.result.employee_id)
    back = Button(words.BACK, opens=place("panel.person", *here))
    text = texts.ask_view(found.person.name, view)
    return Screen(text, [[back]], typing=place("panel.view_text", *here, view))


def draw_reasons(at: panel.Reasons) -> Screen:
    lines = [texts.reason(view, said) for view, said in at.said]
    row = turns(
        at.page, at.total, panel.REASONS_PAGE, lambda n: place("panel.reasons", at.sitting_id, n)
    )
    back = Button(words.BACK, opens=place("panel.person", at.period_id, at.employee_id))
    return Screen("\n\n".join([texts.reasons(at.name, at.tally), *lines]), [row, [back]])


def draw_return(at: panel.Returning) -> Screen:
    here = (at.period_id, at.employee_id)
    back = Button(words.BACK, opens=place("panel.person", *here))
    text = returning.ask_return(at.name, at.superior)
    return Screen(text, [[back]], typing=place("panel.return_text", *here))


def draw_returning(at: panel.Returning) -> Screen:
    give = place("panel.give_back", at.return_id, stamp(at.reason))
    here = (at.period_id, at.employee_id)
    rows = [
        [Button(returning.YES_BACK, does=give, style=Style.BAD)],
        [
            Button(words.CHANGE, opens=place("panel.return", *here)),
            Button(words.CANCEL, opens=place("panel.person", *here)),
        ],
    ]
    return Screen(returning.confirm_return(at.name, at.superior, at.reason), rows)
