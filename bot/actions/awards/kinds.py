"""Kinds of awards as the scheme of a quarter names them."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.rules.awards import AwardKind, Span
from bot.rules.schemes import Scheme
from storage.periods import Period

KIND = "pegawai_teladan"


def named(scheme: Scheme, key: str) -> AwardKind:
    """The kind of this key; one without a name where the scheme does not know it."""
    for kind in scheme.award_kinds:
        if kind.key == key:
            return kind
    return AwardKind(key, "", Span.QUARTER)


def kind_of(session: Session, period: Period, key: str) -> AwardKind:
    return named(schemes.of_period(session, period), key)


def until(period: Period, kind: AwardKind) -> tuple[date, date]:
    """The last days of nominating and of voting in a round of this quarter, or of its year."""
    last = schemes.quarter_of(period).last_day
    nominate, vote = kind.nominate_days, kind.vote_days
    return (
        period.rate_until if nominate is None else last + timedelta(nominate),
        period.calibrate_until if vote is None else last + timedelta(vote),
    )
