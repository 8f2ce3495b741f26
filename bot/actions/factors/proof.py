"""The one question that weighty acts ask: has this account shown its second factor?"""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.factors import PROOF_LASTS
from bot.texts import factors as texts
from storage import factors


class ProofWanted(Refused):
    """The act waits until a code has been typed; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(texts.code_wanted(), "proof_wanted")


def demand_proof(session: Session, me: Me, within: timedelta = PROOF_LASTS) -> None:
    """Raise ProofWanted unless this account, with its present rights, has proven itself.

    Asked in the transaction of the effect: until that ends nobody can reset the second factor.
    """
    since = me.now - within
    if not factors.use(session, me.employee_id, me.account_id, me.epoch, since, me.now):
        raise ProofWanted
