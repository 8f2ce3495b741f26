"""Rounds of awards: nominations, votes, comparisons, and what each round came to."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import literal
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.awards import AwardPair, AwardRound, AwardVote, Nomination
from storage.awards.nominations import SENT
from storage.awards.rounds import ENDED, OVER

NOMINATE, WITHDRAW = "awards.nominate", "awards.withdraw_nomination"
CLOSE, END = "awards.close", "awards.end"
AGAIN = ("awards.reopen", "awards.pass_on")


def of_nominations(reader: Reader) -> Iterator[Finding]:
    """Every nomination that stands: whose, of whom, in which round."""
    stored = rows(
        col(Nomination.id), "nomination", NOTHING, col(Nomination.nominator_id),
        col(Nomination.written_at), text(col(Nomination.round_id), col(Nomination.employee_id)),
    ).where(col(Nomination.state) == SENT)  # fmt: skip
    told = Entries(
        (NOMINATE, WITHDRAW), text(said("round"), said("employee")), counting=(NOMINATE,)
    )
    return disagreements(reader, Kind.NOMINATION, stored, told)


def of_votes(reader: Reader) -> Iterator[Finding]:
    """That a member voted on a candidate, and answered a question of two; not what."""
    votes = rows(
        col(AwardVote.id), "awardvote", NOTHING, col(AwardVote.member_id),
        col(AwardVote.given_at), text(col(AwardVote.round_id), col(AwardVote.employee_id)),
    )  # fmt: skip
    told = Entries(("awards.vote",), text(said("round"), said("employee")))
    yield from disagreements(reader, Kind.VOTE, votes, told)
    pairs = rows(
        col(AwardPair.id), "awardpair", NOTHING, col(AwardPair.member_id),
        col(AwardPair.given_at),
        text(col(AwardPair.round_id), col(AwardPair.first_id), col(AwardPair.second_id)),
    )  # fmt: skip
    told = Entries(("awards.compare_two",), text(said("round"), said("first"), said("second")))
    yield from disagreements(reader, Kind.VOTE, pairs, told)


def of_rounds(reader: Reader) -> Iterator[Finding]:
    """What every closed round came to, and who ended one without a winner."""
    stored = rows(
        col(AwardRound.id), "awardround", NOTHING, literal(None), literal(None),
        col(AwardRound.outcome),
    ).where(col(AwardRound.state).in_(OVER))  # fmt: skip
    told = Entries((CLOSE, *AGAIN), said("outcome"), counting=(CLOSE,))
    yield from disagreements(reader, Kind.ROUND, stored, told, who=False)
    ended = rows(
        col(AwardRound.id), "awardround", NOTHING, col(AwardRound.end_by),
        col(AwardRound.ended_at), col(AwardRound.state),
    ).where(col(AwardRound.state) == ENDED)  # fmt: skip
    yield from disagreements(reader, Kind.ROUND, ended, Entries((END,), literal(ENDED)))
