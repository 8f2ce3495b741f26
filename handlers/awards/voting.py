"""The panel's vote: a candidate a screen, then two by two."""

from __future__ import annotations

from bot.actions import awards
from bot.rules.schemes import LEVELS
from bot.screens import Button, Screen, place
from bot.texts import awards as texts
from bot.texts import words
from handlers.awards.proposing import HOME
from handlers.awards.rounds import title

MOST = 6


def draw_ballot(at: awards.Ballot) -> Screen:
    number = at.round.round_id
    given = sum(level is not None for _, _, level in at.people)
    # who waits for a level comes first, so that nobody falls off a short screen
    waiting = sorted(at.people, key=lambda one: one[2] is not None)
    rows = [
        [Button(texts.ballot_label(name, level), opens=place("awards.paper", number, person))]
        for person, name, level in waiting[:MOST]
    ]
    back = Button(words.BACK, opens=place("awards.round", number))
    return Screen(
        texts.ballot(title(at.round), given, len(at.people), at.bound), [*rows, [back, HOME]]
    )


def draw_paper(at: awards.Paper) -> Screen:
    here = (at.round.round_id, at.employee_id)
    text = texts.paper(
        title(at.round), at.name, at.unit, at.round.kind.criteria, at.values, at.scheme,
        at.reasons, at.mine,
    )  # fmt: skip
    levels = [Button(str(level), does=place("awards.vote", *here, level)) for level in LEVELS]
    rows = [levels, [Button(texts.CONFLICT, opens=place("awards.declaring", *here))]]
    turn = [Button(words.BACK, opens=place("awards.ballot", at.round.round_id))]
    if at.next_id:
        following = place("awards.paper", at.round.round_id, at.next_id)
        turn.append(Button(texts.NEXT_CANDIDATE, opens=following))
    return Screen(text, [*rows, turn])


def draw_declaring(at: awards.Paper) -> Screen:
    here = (at.round.round_id, at.employee_id)
    rows = [
        [Button(texts.DECLARE, does=place("awards.declare", *here))],
        [Button(words.BACK, opens=place("awards.paper", *here)), HOME],
    ]
    return Screen(texts.ask_declare(title(at.round), at.name), rows)


def draw_pairs(at: awards.Comparing) -> Screen:
    number = at.round.round_id
    back = [Button(words.BACK, opens=place("awards.round", number)), HOME]
    if not at.left:
        return Screen(texts.all_compared(title(at.round)), [back])
    (first, name), (second, other) = at.first, at.second
    rows = [
        [Button(words.called(name), does=place("awards.prefer", number, first, second))],
        [Button(words.called(other), does=place("awards.prefer", number, second, first))],
        back,
    ]
    return Screen(texts.pair(title(at.round), name, other, at.left), rows)
