"""The third quarter in calibration: what the evaluation team has rated so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random

from bot.actions import schemes, scores
from bot.office.desk import Office
from bot.office.people import JAYAPURA, LATE, MAKASSAR, SEMARANG
from bot.rules.appraisals import asked_of
from bot.rules.schemes import Source
from storage import appraisals, audit
from storage.appraisals import Appraisal, Rating
from storage.periods import Period

# Who rates which offices; the team's view of Hasnia's people is lower than hers.
MEMBERS = (("wayan", (SEMARANG, JAYAPURA)), ("rahma", (MAKASSAR,)))
LENIENT = "hasnia"
AGREED = "sari"  # of whom the team thinks as her superior does
UNTOUCHED = ("rahma", "tenri", "baso", "irwan")  # still to be rated on the phones
DAY = date(2026, 11, 9)


def rate_as_team(office: Office, period: Period) -> None:
    """Forms sent yesterday, with the entries that the product writes, and results with them."""
    dice = Random("tim evaluasi")
    for member, where in MEMBERS:
        start = office.at(member, DAY, 9 if member == "wayan" else 13)
        for number, key in enumerate(_whom(office, member, where)):
            _rate(office, period, dice, member, key, start + timedelta(minutes=3 * number))


def _whom(office: Office, member: str, where: Sequence[str]) -> Iterator[str]:
    for key, one in office.members.items():
        if one.unit in where and one.superior and key not in (*UNTOUCHED, *LATE, member):
            yield key


def _rate(
    office: Office, period: Period, dice: Random, member: str, key: str, at: datetime
) -> None:
    assert period.id is not None
    scheme, by = schemes.of_period(office.session, period), office.ids[member]
    form = Appraisal(
        period_id=period.id, employee_id=office.ids[key], source=Source.TEAM, official_id=by,
        by_id=by, state=appraisals.SENT, started_at=at - timedelta(minutes=2), sent_at=at,
    )  # fmt: skip
    office.session.add(form)
    office.session.flush()
    assert form.id is not None
    theirs = appraisals.sent_about(office.session, period.id, office.ids[key])
    superior = next(one for one in theirs if one.source == Source.SUPERIOR)
    given = appraisals.ratings(office.session, superior.id or 0)
    lower = office.members[key].superior == LENIENT
    for indicator in asked_of(scheme, Source.TEAM):
        apart = 0 if key == AGREED else dice.choice((-1, 0, 0, 0, 1)) - lower
        moved = given[indicator.key].level + apart
        row = Rating(
            appraisal_id=form.id, indicator=indicator.key, level=max(2, min(5, moved)),
            at=form.started_at, by_id=by,
        )  # fmt: skip
        office.session.add(row)
        said = {"indicator": row.indicator, "level": row.level}
        about = f"appraisal/{form.id}"
        audit.record(office.session, row.at, by, "appraisals.rate", about, said)
    office.session.flush()
    facts = {"period": period.id, "for": by}
    audit.record(office.session, at, by, "appraisals.assess", f"appraisal/{form.id}", facts)
    scores.settle(office.session, period, office.ids[key], at, by)
