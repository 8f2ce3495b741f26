"""Late results behind /terbit: who waits, what it comes to, the head's signature."""

from __future__ import annotations

from bot.actions import supplements
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import publication as common
from bot.texts import results, words
from bot.texts import supplements as texts
from handlers.lists import turns
from handlers.table import Shown, Table

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_list(at: supplements.Listed) -> Screen:
    text = texts.listed(
        at.year, at.quarter, at.waiting, [(name, signed) for _, name, signed in at.items]
    )
    rows = [
        [Button(words.called(name), opens=place("supplements.card", at.period_id, number))]
        for number, name, signed in at.items
        if signed is None and at.opens
    ]
    row = turns(
        at.page, at.total, supplements.PAGE,
        lambda page: place("supplements.list", at.period_id, page),
    )  # fmt: skip
    back = Button(words.BACK, opens=place("publication.card", at.period_id))
    return Screen(text, [*rows, *([row] if row else []), [back, HOME]])


def draw_card(at: supplements.Card) -> Screen:
    blocks = [
        texts.heading(at.name, at.year, at.quarter) + "\n" + results.verdict(at.score),
        texts.why(at.published, at.sent),
        texts.raters(at.raters),
    ]
    if at.reason:
        blocks.append(common.reason_line(at.reason))
    elif at.wants_reason:
        blocks.append(texts.reason_needed())
    if not at.may_sign:
        blocks.append(common.who_signs())
    return Screen("\n\n".join(blocks), [*_to_sign(at), [_back(at), HOME]])


def _to_sign(at: supplements.Card) -> list[list[Button]]:
    """A reason first where one is wanted."""
    if not at.may_sign:
        return []
    here = (at.period_id, at.employee_id)
    label = common.OTHER_REASON if at.reason else common.REASON
    write = [Button(label, opens=place("supplements.reason", *here))]
    if at.wants_reason and not at.reason:
        return [write]
    return [[Button(common.PUBLISH, opens=place("supplements.confirm", *here))], write]


def draw_reason(at: supplements.Card) -> Screen:
    text = texts.title(at.year, at.quarter) + "\n\n" + texts.ask_reason(at.name)
    typing = place("supplements.reason_text", at.period_id, at.employee_id)
    return Screen(text, [[_card(at)]], typing=typing)


def draw_confirm(at: supplements.Card) -> Screen:
    blocks = [
        texts.heading(at.name, at.year, at.quarter) + "\n" + results.verdict(at.score),
        texts.confirm(left=at.left),
    ]
    if at.reason:
        blocks.append(common.reason_line(at.reason))
    sign = place("supplements.sign", at.period_id, at.employee_id, at.mark)
    really = Button(common.REALLY, does=sign, style=Style.GOOD)
    return Screen("\n\n".join(blocks), [[really], [_card(at), HOME]])


def _card(at: supplements.Card) -> Button:
    return Button(words.BACK, opens=place("supplements.card", at.period_id, at.employee_id))


def _back(at: supplements.Card) -> Button:
    return Button(words.BACK, opens=place("supplements.list", at.period_id, 0))


def routes() -> Table:
    return Table(
        places={
            "supplements.list": Shown(supplements.list_, draw_list),
            "supplements.card": Shown(supplements.card, draw_card),
            "supplements.reason": Shown(supplements.ask_reason, draw_reason),
            "supplements.confirm": Shown(supplements.confirm, draw_confirm),
        },
        acts={"supplements.sign": supplements.sign},
        typed={"supplements.reason_text": supplements.write_reason},
    )
