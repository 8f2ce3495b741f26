"""The third quarter in calibration: what the evaluation team has rated so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random

from bot.actions import schemes, scores
from bot.office.desk import Office
from bot.office.honours import DECIDER
from bot.office.people import JAYAPURA, LATE, MAKASSAR, SEMARANG
from bot.rules.appraisals import asked_of
from bot.rules.panel import View
from bot.rules.schemes import Source
from storage import appraisals, audit, duties, organisation, sittings
from storage.appraisals import Appraisal, Rating
from storage.duties import DutyKind
from storage.organisation import OrganisationResult
from storage.periods import Period

# Who rates which offices; the team's view of Hasnia's people is lower than hers.
MEMBERS = (("wayan", (SEMARANG, JAYAPURA)), ("rahma", (MAKASSAR,)))
LENIENT = "hasnia"
AGREED = "sari"  # of whom the team thinks as her superior does
UNTOUCHED = ("rahma", "tenri", "baso", "irwan")  # still to be rated on the phones
DAY = date(2026, 11, 9)
BASIS = "Capaian perjanjian kinerja triwulan III sebesar 97 persen, surat Sekretaris Utama."
THOUGHT = "Keluarannya baik, tetapi setara dengan rekan lain yang dinilai lebih rendah."


def rate_as_team(office: Office, period: Period) -> None:
    """Forms sent yesterday, their entries, and results with them."""
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


def open_a_sitting(office: Office, period: Period) -> None:
    """The agency's own predikat is set, and Rahma has given a view that Wayan still owes."""
    assert period.id is not None
    head, at = office.ids[DECIDER], office.at(DECIDER, DAY, 15)
    row = OrganisationResult(
        period_id=period.id, scope_id=0, predikat="baik", basis=BASIS, set_by=head, set_at=at
    )
    number = organisation.add(office.session, row)
    said: dict[str, object] = {"period": period.id, "scope": 0, "predikat": row.predikat}
    audit.record(office.session, at, head, "panel.organisation", f"organisation/{number}", said)
    person = next(key for key, one in office.members.items() if one.superior == LENIENT)
    _sit(office, period, person, office.at("rahma", DAY, 15, 20))


def _sit(office: Office, period: Period, person: str, at: datetime) -> None:
    by, about, due = office.ids["rahma"], office.ids[person], DAY + timedelta(3)
    sitting = sittings.begin(
        office.session, period.id or 0, about, second=False, by=by, now=at, due_on=due
    )
    assert sitting is not None
    assert sitting.id is not None
    said = {"period": period.id, "employee": about, "second": False}
    audit.record(office.session, at, by, "panel.sit", f"sitting/{sitting.id}", said)
    for member, _ in MEMBERS:
        duties.owe(
            office.session, DutyKind.VIEW, office.ids[member], DAY, due,
            period_id=period.id or 0, about_id=about, object_id=sitting.id,
        )  # fmt: skip
    view = sittings.give(office.session, sitting.id, by, View.HIGH, THOUGHT, at)
    given = {"sitting": sitting.id, "employee": about}
    audit.record(office.session, at, by, "panel.view", f"panelview/{view}", given)
    duties.done(
        office.session, DutyKind.VIEW, at, owner_id=by, period_id=period.id or 0, about_id=about,
        object_id=sitting.id,
    )  # fmt: skip
