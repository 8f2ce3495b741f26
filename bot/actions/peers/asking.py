"""What each side is asked by the scheme of the period."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.appraisals import asked_of
from bot.rules.peers import asked_upward
from bot.rules.schemes import Indicator, Scheme, Source
from storage.peers import Side


def asked_from(scheme: Scheme, side: str) -> Sequence[Indicator]:
    """The indicators that this side answers, in the order of the scheme."""
    return asked_of(scheme, Source.PEERS) if side == Side.PEER else asked_upward(scheme)
