"""What waits for me besides my duties: planned results that came back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.waiting import Waiting
from bot.rules.expectations import may_propose
from bot.rules.periods import PeriodState
from bot.screens import place
from bot.texts import expectations as texts
from storage import expectations


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """For the menu: a quarter of mine in which something is to be mended."""
    return [
        Waiting(texts.mend_waits(), place("expectations.mine", period_id))
        for period_id, state in expectations.returned(session, me.employee_id)
        if may_propose(PeriodState(state))
    ]
