"""Corrections: proposed by one, confirmed by another; the history of a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from bot.actions import corrections
from bot.actions.search import Found
from bot.rules.predikat import Predikat
from bot.rules.schemes import LEVELS
from bot.rules.scoring import Score
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import corrections as texts
from bot.texts import desk as desk_texts
from bot.texts import objections, results, words
from bot.texts.appraisals import form
from bot.texts.objections import steps
from handlers.appraisals import pager
from handlers.lists import people_rows
from handlers.table import Recipient, Shown, Table
from storage import corrections as stored

MENU = Button(words.MENU, opens=Place("home.menu"))
BACK = Button(words.BACK, opens=Place("corrections.home"))
PAGE = 4


def draw_home(at: corrections.Listed) -> Screen:
    rows = [
        [Button(words.called(name), opens=place("corrections.card", number))]
        for number, name in at.items[:5]
    ]
    find = [Button(texts.FIND, opens=Place("corrections.search"))]
    return Screen(texts.home(len(at.items)), [*rows, find, [MENU]])


def draw_search(_: None) -> Screen:
    return Screen(texts.search(), [[BACK, MENU]], typing=Place("corrections.find"))


def draw_found(people: Sequence[Found]) -> Screen:
    rows = people_rows(people, lambda one: place("corrections.results", one))
    text = desk_texts.found([(one.name, one.post, one.unit) for one in people])
    return Screen(text, [*rows, [BACK, MENU]], typing=Place("corrections.find"))


def draw_results(at: corrections.Results) -> Screen:
    rows = [
        [Button(words.quarter(year, quarter), does=place("corrections.begin", number))]
        for number, year, quarter in at.items
    ]
    return Screen(texts.published(at.name, len(at.items)), [*rows, [BACK, MENU]])


def draw_edit(at: corrections.Draft) -> Screen:
    number = at.correction_id
    pages = -(-len(at.lines) // PAGE)
    page = min(max(at.page, 0), max(0, pages - 1))
    rows = [
        [
            Button(
                steps.line_label(one.name, one.level, one.mine),
                opens=place("corrections.level", number, one.key),
            )
        ]
        for one in at.lines[page * PAGE : (page + 1) * PAGE]
    ]
    turn = pager("corrections.edit", [number], page, pages)
    turn.append(Button(texts.REASON, opens=place("corrections.reason", number)))
    if at.changes and at.reason:
        turn.append(Button(texts.LAST, opens=place("corrections.last", number)))
    return Screen(_edited(at), [*rows, turn, [BACK, MENU]])


def _edited(at: corrections.Draft) -> str:
    before, after = _scored(at.before), _scored(at.after)
    return texts.edit(at.name, at.year, at.quarter, at.changes, before, after, at.reason)


def draw_level(found: tuple[corrections.Draft, corrections.Line]) -> Screen:
    at, line = found
    number = at.correction_id
    rows = [
        [
            Button(
                form.level(level, None, line.mine),
                does=place("corrections.put", number, line.key, level),
            )
        ]
        for level in LEVELS
        if level != line.level
    ]
    keep = [Button(texts.KEEP, does=place("corrections.put", number, line.key, 0))]
    back = [Button(words.BACK, opens=place("corrections.edit", number, 0)), MENU]
    return Screen(texts.ask_level(at.name, line.name, line.level), [*rows, keep, back])


def draw_reason(at: corrections.Draft) -> Screen:
    back = Button(words.BACK, opens=place("corrections.edit", at.correction_id, 0))
    typing = place("corrections.reason_text", at.correction_id)
    return Screen(texts.ask_reason(at.name, at.year, at.quarter), [[back, MENU]], typing=typing)


def draw_last(at: corrections.Draft) -> Screen:
    number = at.correction_id
    propose = place("corrections.propose", number, at.seen)
    back = Button(words.BACK, opens=place("corrections.edit", number, 0))
    rows = [[Button(texts.PROPOSE, does=propose, style=Style.GOOD)], [back, MENU]]
    return Screen(_told(at) + "\n\n" + texts.last(), rows)


def _told(at: corrections.Draft) -> str:
    lines = [
        *objections.levels(at.changes),
        objections.from_to(_scored(at.before), _scored(at.after)),
    ]
    parts = [
        texts.heading(at.name, at.year, at.quarter),
        "\n".join(lines),
        texts.because(at.reason),
    ]
    return "\n\n".join(parts)


def draw_card(card: corrections.Card) -> Screen:
    number = card.correction_id
    about = (
        _told(card.draft)
        if card.draft
        else words.bold(card.name) + "\n\n" + texts.because(card.reason)
    )
    hands = texts.card(card.proposer, card.proposed_at, card.state, card.decider, card.answer)
    rows = []
    if card.may_decide:
        approve = Button(
            words.APPROVE, opens=place("corrections.confirming", number), style=Style.GOOD
        )
        refuse = Button(words.REJECT, opens=place("corrections.refusal", number), style=Style.BAD)
        rows.append([approve, refuse])
    if card.may_withdraw:
        rows.append([Button(texts.WITHDRAW, does=place("corrections.withdraw", number))])
    return Screen(about + "\n\n" + hands, [*rows, [BACK, MENU]])


def draw_confirming(card: corrections.Card) -> Screen:
    number = card.correction_id
    assert card.draft is not None
    confirm = place("corrections.confirm", number, card.draft.seen)
    back = Button(words.BACK, opens=place("corrections.card", number))
    rows = [[Button(texts.CONFIRM, does=confirm, style=Style.GOOD)], [back, MENU]]
    return Screen(_told(card.draft) + "\n\n" + texts.confirming(), rows)


def draw_refusal(card: corrections.Card) -> Screen:
    back = Button(words.BACK, opens=place("corrections.card", card.correction_id))
    typing = place("corrections.refusal_text", card.correction_id)
    return Screen(
        words.bold(card.name) + "\n\n" + texts.ask_refusal(), [[back, MENU]], typing=typing
    )


def draw_refusing(card: corrections.Card) -> Screen:
    number = card.correction_id
    sure = Button(
        words.REJECT, does=place("corrections.refuse", number, card.seen), style=Style.BAD
    )
    back = Button(words.BACK, opens=place("corrections.card", number))
    return Screen(
        words.bold(card.name) + "\n\n" + texts.refusing(card.refusal), [[sure], [back, MENU]]
    )


def draw_history(at: corrections.History) -> Screen:
    former = [(one.total, one.predikat, one.until, one.by, one.reason) for one in at.former[-3:]]
    text = texts.history(at.year, at.quarter, former, (at.total, at.predikat))
    see = place("results.card", at.period_id, at.employee_id)
    return Screen(text, [[Button(results.SEE, opens=see)], [MENU]])


def _scored(score: Score) -> tuple[Decimal, Predikat]:
    assert score.total is not None
    assert score.predikat is not None
    return score.total, score.predikat


def write_proposed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = stored.get(session, facts["correction"])
    if row is None or row.state != stored.WAITING:
        return None
    return Screen(texts.told_proposed(), [[_see(facts)]])


def write_decided(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if stored.get(session, facts["correction"]) is None:
        return None
    return Screen(texts.told_decided(), [[_see(facts)]])


def _see(facts: Mapping[str, Any]) -> Button:
    return Button(texts.SEE, opens=place("corrections.card", facts["correction"]))


def routes() -> Table:
    return Table(
        places={
            "corrections.home": Shown(corrections.home, draw_home),
            "corrections.search": Shown(corrections.search, draw_search),
            "corrections.found": Shown(corrections.people, draw_found),
            "corrections.results": Shown(corrections.published, draw_results),
            "corrections.edit": Shown(corrections.draft, draw_edit),
            "corrections.level": Shown(corrections.choose, draw_level),
            "corrections.reason": Shown(corrections.draft, draw_reason),
            "corrections.last": Shown(corrections.draft, draw_last),
            "corrections.card": Shown(corrections.card, draw_card),
            "corrections.confirming": Shown(corrections.decidable, draw_confirming),
            "corrections.refusal": Shown(corrections.decidable, draw_refusal),
            "corrections.refusing": Shown(corrections.decidable, draw_refusing),
            "corrections.history": Shown(corrections.history, draw_history),
        },
        acts={
            "corrections.begin": corrections.begin,
            "corrections.put": corrections.put,
            "corrections.propose": corrections.propose,
            "corrections.confirm": corrections.confirm,
            "corrections.refuse": corrections.refuse,
            "corrections.withdraw": corrections.withdraw,
        },
        typed={
            "corrections.find": corrections.find_person,
            "corrections.reason_text": corrections.write_reason,
            "corrections.refusal_text": corrections.write_refusal,
        },
        commands={"koreksi": Place("corrections.home")},
        letters={
            "corrections.proposed": write_proposed,
            "corrections.decided": write_decided,
        },
    )
