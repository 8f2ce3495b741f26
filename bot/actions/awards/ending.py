"""A round that ends without a winner: a member of the panel says why, once a head refused."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.awards.entitled import panel_of
from bot.actions.awards.kinds import KIND
from bot.actions.awards.proposing import sentence
from bot.actions.awards.refusing import may_end
from bot.actions.awards.rounds import RoundCard, read_round, round_card
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import agreement, audit, duties, proposals
from storage.awards import AwardRound, rounds
from storage.columns import vault_of
from storage.duties import DutyKind


def ask_end(session: Session, me: Me, round_id: int) -> RoundCard:
    """Asks why nobody shall have this award."""
    _endable(session, me, round_id)
    return round_card(session, me, round_id)


def write_end(session: Session, me: Me, round_id: int, text: str) -> Place:
    """Keep why, until it is confirmed."""
    _endable(session, me, round_id)
    rounds.draft_end(session, round_id, sentence(text), me.employee_id)
    return place("awards.ending", round_id)


def confirm_end(session: Session, me: Me, round_id: int) -> tuple[RoundCard, str]:
    """The last look, with the reason that I wrote."""
    one = _endable(session, me, round_id)
    return round_card(session, me, round_id), _reason(one, me)


def end(session: Session, me: Me, round_id: int, seen: str = "") -> Went:
    """End it for the reason I have `seen`.

    Two people stand behind it: the head who refused the first with a security code, and whoever
    of the panel, without a part in that, ends it.
    """
    rounds.lock(session, round_id)  # no proposal comes between reading and ending
    one = _endable(session, me, round_id)
    reason = _reason(one, me)
    if not still(seen, reason):
        return Went(place("awards.ending", round_id), words.changed_since())
    if not rounds.move(session, round_id, rounds.CLOSED, rounds.ENDED, ended_at=me.now):
        raise Refused(texts.round_over(), "over")
    facts = {"said": agreement.mark(vault_of(session), reason)}
    audit.record(session, me.now, me.employee_id, "awards.end", f"awardround/{round_id}", facts)
    duties.withdraw(session, DutyKind.NAME_WINNER, me.now, one.period_id, object_id=round_id)
    if one.kind == KIND:
        duties.withdraw(
            session, DutyKind.PROPOSE_AWARD, me.now, one.period_id, object_id=one.scope_id
        )
    return Went(place("awards.round", round_id), texts.ended_notice())


def _reason(one: AwardRound, me: Me) -> str:
    if one.end_by != me.employee_id or not one.end_reason:
        raise Refused(texts.end_reason_wanted(), "no_reason")
    return one.end_reason


def _endable(session: Session, me: Me, round_id: int) -> AwardRound:
    """The round, if I may end it now."""
    rights.demand(session, me, "awards.end")
    one, _, _ = read_round(session, round_id)
    if me.employee_id not in panel_of(session, one.scope_id, me.today):
        raise Refused(words.not_available(), "foreign_scope")
    case = (one.kind, one.period_id, one.scope_id)
    refused = proposals.refused(session, *case)
    if not may_end(session, me, one, refused, proposals.living(session, *case) is not None):
        raise Refused(texts.round_over(), "not_endable")
    return one
