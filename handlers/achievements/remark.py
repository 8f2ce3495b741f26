"""What a rater typed at somebody's achievement, and the one tap that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.achievements.remarks import Remark
from bot.rules.achievements import Step, Verdict
from bot.screens import Button, Place, Screen, place
from bot.texts.achievements import remarks as texts
from handlers.achievements.filling import MENU

MEANINGS = {
    Verdict.APPROVE: texts.NOTE,
    Verdict.RETURN: texts.WHY_RETURNED,
    Verdict.REJECT: texts.WHY_REJECTED,
}


def draw_remark(remark: Remark) -> Screen:
    number, version, turn = remark.number, remark.version, remark.turn_id
    gone = Button(texts.DISCARD, does=place("achievements.discard", number, version, turn))
    rows: list[Sequence[Button]] = []
    if remark.title:
        note, *reasons = (
            Button(label, does=place("achievements.use", number, version, turn, meant))
            for meant, label in MEANINGS.items()
        )
        rows += [[note], *([reason] for reason in reasons)]
    own = Button(texts.MINE, opens=_as_my_own(number))
    rows += [[own, gone] if remark.may_be_own else [gone], [MENU]]
    return Screen(texts.ask(remark.words, remark.title, remark.owner), rows)


def _as_my_own(number: int) -> Place:
    return place("achievements.fill", number, Step.TITLE)
