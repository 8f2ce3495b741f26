"""The raters' drill of the third quarter: some did it before they rated, some never did."""

from __future__ import annotations

from datetime import date

from bot.actions import drills
from bot.actions.me import read_me
from bot.office.desk import Office
from bot.office.hiring import telegram_id
from storage.periods import Period

BEFORE = date(2026, 10, 5)
RATERS = {"budi": (1, 0, 0, 1, 0), "tenri": (0, 0, -1, 0, 0), "sari": (0, 1, 0, 0, 0)}
"""By rater, how far from gold in each case."""


def drill(office: Office, period: Period) -> None:
    """Each in the order of their own cases, first answers, with the reasons read."""
    assert period.id is not None
    for key, apart in RATERS.items():
        me = read_me(office.session, telegram_id(office.members[key]), office.at(key, BEFORE, 9))
        assert me is not None
        for step, off in enumerate(apart, 1):
            gold = drills.case(office.session, me, period.id, step).case.gold
            level = min(5, max(1, gold + off))
            drills.answer(office.session, me, period.id, step, level)
