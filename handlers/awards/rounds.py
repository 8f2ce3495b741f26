"""Rounds, and a nomination from the name to the last look."""

from __future__ import annotations

from bot.actions import awards
from bot.actions.pages import Leaf
from bot.rules.stamps import stamp
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import awards as texts
from bot.texts import words
from handlers.awards.proposing import HOME
from handlers.lists import found_text, people_rows, turns

ROUNDS = Place("awards.rounds")
MOST = 3  # of those who share the first place


def title(one: awards.Round) -> str:
    return texts.award(one.year, one.quarter, one.scope, one.kind)


def draw_rounds(some: Leaf[awards.Round]) -> Screen:
    lines = [
        texts.round_line(number, title(one), one.state, one.nominate_until, one.vote_until)
        for number, one in enumerate(some.items, 1)
    ]
    rows = [
        [Button(_label(number, one), opens=place("awards.round", one.round_id))]
        for number, one in enumerate(some.items, 1)
    ]
    turn = turns(some.page, some.pages, 1, lambda page: place("awards.rounds", page))
    back = Button(words.BACK, opens=Place("awards.list"))
    text = "\n\n".join([texts.rounds(len(lines)), "\n".join(lines)])
    return Screen(text, [*rows, [*turn, back]])


def _label(number: int, one: awards.Round) -> str:
    return texts.round_label(number, one.kind, one.year, one.quarter)


def draw_round(card: awards.RoundCard) -> Screen:
    one = card.round
    blocks = [
        texts.round_card(
            title(one), one.state, one.nominate_until, one.vote_until, card.nominated,
            card.candidates, card.compared,
        )
    ]  # fmt: skip
    if card.late:
        blocks.append(texts.late(card.rules.quorum))
    if card.ending:
        blocks.append(texts.ended(card.ending.by, card.ending.reason))
    elif card.outcome:
        end = card.outcome
        blocks.append(
            texts.outcome(
                end.decided_by, end.gaps, end.circle, end.first, end.in_circle,
                candidates=end.someone,
            )
        )  # fmt: skip
    if card.passed_over:
        blocks.append(texts.passed_over(card.passed_over))
    if card.refused:
        last = card.refused[-1]
        blocks.append(texts.refused(last.name, last.decider, last.reason))
    if card.refused_me:
        blocks.append(texts.refused_me())
    elif card.standing is not None:
        blocks.append(texts.standing(card.standing, card.rules, published=card.published))
    if card.mine:
        blocks.append(texts.mine(card.mine[1]))
    return Screen("\n\n".join(blocks), [*_doors(card), [Button(words.BACK, opens=ROUNDS), HOME]])


def _doors(card: awards.RoundCard) -> list[list[Button]]:
    one = card.round
    number = one.round_id
    ranking = place("awards.panel", one.period_id, one.scope_id, 0, one.kind.key)
    open_ = (
        (card.may_vote, Button(texts.TO_VOTE, opens=place("awards.ballot", number))),
        (card.may_compare, Button(texts.TO_COMPARE, opens=place("awards.pairs", number))),
        (card.may_propose, Button(texts.TO_RANKING, opens=ranking)),
        (card.may_end, Button(texts.END, opens=place("awards.end_reason", number))),
        (card.may_nominate, Button(texts.NOMINATE, opens=place("awards.nominee", number))),
        (
            card.mine is not None and one.state == "nominating",
            Button(texts.WITHDRAW, does=place("awards.withdraw_nomination", number)),
        ),
    )
    rules = place("schemes.award", one.scheme_id, one.kind.key, number)
    criteria = Button(texts.CRITERIA, opens=rules)
    here = (one.period_id, one.scope_id)
    propose = [
        [
            Button(
                texts.propose_label(name),
                opens=place("awards.reason", *here, person, one.kind.key),
            )
        ]
        for person, name in card.next[:MOST]
    ]
    return [*propose, *([button] for offered, button in open_ if offered), [criteria]]


def draw_nominee(at: awards.Nominating) -> Screen:
    text = texts.ask_nominee(title(at.round), at.round.nominate_until)
    typing = place("awards.search_nominee", at.round.round_id)
    return Screen(text, [_back(at)], typing=typing)


def draw_nominees(at: awards.Nominating) -> Screen:
    rows = people_rows(at.people, lambda number: place("awards.ground", at.round.round_id, number))
    typing = place("awards.search_nominee", at.round.round_id)
    text = f"{words.bold(title(at.round))}\n\n{found_text(at.people)}"
    return Screen(text, [*rows, _back(at)], typing=typing)


def draw_ground(at: awards.Nominating) -> Screen:
    typing = place("awards.ground_text", at.round.round_id, at.employee_id)
    return Screen(texts.ask_ground(title(at.round), at.name), [_back(at)], typing=typing)


def draw_nominating(at: awards.Nominating) -> Screen:
    here = (at.round.round_id, at.employee_id)
    seen = stamp(at.employee_id, at.reason)
    rows = [
        [Button(texts.SEND_NOMINATION, does=place("awards.nominate", *here, seen))],
        [
            Button(words.CHANGE, opens=place("awards.ground", *here)),
            Button(words.CANCEL, opens=place("awards.round", at.round.round_id)),
        ],
    ]
    return Screen(texts.confirm_nomination(title(at.round), at.name, at.reason), rows)


def _back(at: awards.Nominating) -> list[Button]:
    return [Button(words.BACK, opens=place("awards.round", at.round.round_id)), HOME]


def draw_ask_end(card: awards.RoundCard) -> Screen:
    number = card.round.round_id
    back = Button(words.BACK, opens=place("awards.round", number))
    typing = place("awards.end_text", number)
    return Screen(texts.ask_end(title(card.round)), [[back, HOME]], typing=typing)


def draw_ending(at: tuple[awards.RoundCard, str]) -> Screen:
    card, reason = at
    number = card.round.round_id
    does = place("awards.end", number, stamp(reason))
    rows = [
        [Button(texts.REALLY_END, does=does, style=Style.BAD)],
        [
            Button(words.CHANGE, opens=place("awards.end_reason", number)),
            Button(words.CANCEL, opens=place("awards.round", number)),
        ],
    ]
    return Screen(texts.confirm_end(title(card.round), reason), rows)
