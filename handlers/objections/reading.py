"""Drawing /keberatan, one objection, and HR's list of them."""

from __future__ import annotations

from bot.actions import objections
from bot.rules.objections import Party, State
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import objections as texts
from bot.texts import results, words
from bot.texts import tasks as task_texts
from bot.texts.objections import exhibits, minutes, steps
from handlers.appraisals import pager
from handlers.lists import people_rows

HOME = Button(words.MENU, opens=Place("home.menu"))
DESK = Button(words.BACK, opens=Place("desk.open"))


def draw_home(at: objections.Home) -> Screen:
    labels = task_texts.labels([(one.kind, one.person, one.quarter) for one in at.tasks])
    rows = [
        [Button(words.fitting(label), opens=one.opens)]
        for label, one in zip(labels, at.tasks, strict=True)
    ]
    for period, _year, quarter, _last in at.open_to:
        label = task_texts.of_quarter(texts.FILE, quarter)
        rows.append([Button(label, does=place("objections.begin", period))])
    rows += [
        [Button(texts.mine_label(quarter, state), opens=place("objections.card", number))]
        for number, _year, quarter, state in at.mine
    ]
    blocks = [texts.home()]
    if at.open_to or not rows:
        blocks.append(texts.may_object(at.open_to, at.today))
    return Screen("\n\n".join(blocks), [*rows[:7], [HOME]])


def draw_card(card: objections.Card) -> Screen:
    mine = card.party is Party.EMPLOYEE
    blocks = [
        texts.heading(None if mine else card.name, card.year, card.quarter),
        texts.filed(card.filed_at, card.indicators, card.reasons),
        *(texts.said(one.name, one.party, one.text) for one in card.words),
        _state(card),
    ]
    return Screen("\n\n".join(filter(None, blocks)), [*_rows(card), [HOME]])


def _state(card: objections.Card) -> str:
    if card.state is State.FILED:
        return texts.course(card.hearing_until, card.decision_until, card.today, card.reviewer)
    if card.state is State.WITHDRAWN or card.verdict is None:
        return texts.withdrawn()
    at = card.verdict
    if at.after is None:
        return texts.upheld(at.name, at.at, at.reason)
    return texts.changed(at.name, at.at, at.reason, at.before, at.after, at.changes)


def _rows(card: objections.Card) -> list[list[Button]]:
    number, rows = card.objection_id, []
    if card.minutes:
        rows.append([Button(minutes.DOWNLOAD, opens=place("objections.minutes", number))])
    if card.exhibits:
        rows.append([Button(exhibits.SEE, opens=place("objections.shown", number))])
    if card.may_say:
        label = texts.ANSWER if card.party is Party.EMPLOYEE else texts.EXPLAIN
        rows.append([Button(label, opens=place("objections.explain", number))])
    if card.may_decide:
        rows.append([Button(texts.DECIDE, opens=place("objections.decide", number))])
    if card.may_name:
        rows.append([Button(texts.NAME, opens=place("objections.naming", number))])
    if card.party is Party.EMPLOYEE and card.state is State.FILED:
        rows.append([Button(texts.WITHDRAW, opens=place("objections.withdrawing", number))])
    if card.party is Party.EMPLOYEE:
        see = place("results.card", card.period_id, card.employee_id)
        rows.append([Button(results.SEE, opens=see)])
    return rows


def draw_watched(at: objections.Watched) -> Screen:
    lines = [(one.name, one.reviewer, one.until) for one in at.items]
    rows = [
        [Button(words.called(one.name), opens=place("objections.card", one.objection_id))]
        for one in at.items
    ]
    turn = pager("objections.watched", [], at.page, -(-at.total // 5))
    return Screen(steps.watched(at.total, lines, at.today), [*rows, [*turn, DESK, HOME]])


def draw_naming(at: objections.Naming) -> Screen:
    number = at.objection_id
    rows = people_rows(at.people, lambda one: place("objections.sure", number, one))
    back = [Button(words.BACK, opens=place("objections.card", number)), HOME]
    people = [(one.name, one.post, one.unit) for one in at.people]
    typing = place("objections.search", number)
    return Screen(steps.ask_name(at.name, people), [*rows, back], typing=typing)


def draw_sure(at: objections.Naming) -> Screen:
    number, chosen = at.objection_id, at.people[0]
    name = place("objections.name", number, chosen.employee_id)
    rows = [
        [Button(texts.NAME, does=name, style=Style.GOOD)],
        [Button(words.BACK, opens=place("objections.naming", number)), HOME],
    ]
    return Screen(steps.ask_sure_name(at.name, chosen.name), rows)
