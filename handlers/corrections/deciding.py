"""A correction before the second person, and the history of a result."""

from __future__ import annotations

from bot.actions import corrections
from bot.screens import Button, Screen, Style, place
from bot.texts import corrections as texts
from bot.texts import results, words
from handlers.corrections.frame import BACK, MENU, told_of


def draw_card(card: corrections.Card) -> Screen:
    number = card.correction_id
    heading = texts.heading(card.name, card.year, card.quarter)
    about = told_of(card.draft) if card.draft else f"{heading}\n\n{texts.because(card.reason)}"
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
    return Screen(told_of(card.draft) + "\n\n" + texts.confirming(), rows)


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
