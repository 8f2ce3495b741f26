"""The raters' drill in the chat: five cases, why after each, and forms that wait for it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from storage import agreement, audit, periods
from storage.agreement import Fault, Kind
from storage.drills import DrillAnswer
from storage.scheme_files import default_text, read_scheme
from tests.beginnings import played
from tests.cast import Cast
from tests.conftest import NOW
from tests.kit import Person
from tests.quarter import CALIBRATION, RATING, moves_to

CASES = {case.name: case for case in read_scheme(default_text()).drill_cases}
LABEL, SCREEN, BUTTONS, ASKED = 24, 900, 8, 5


@pytest.fixture
@played
def october(cast: Cast) -> Cast:
    return _rating(cast)


@pytest.fixture
@played
def required(cast: Cast) -> Cast:
    """The agency opens real forms to those only who did the drill."""
    text = default_text().replace("required = false", "required = true")
    with cast.database.transaction() as session:
        assert periods.add_scheme(session, 1, date(2026, 1, 1), text, NOW)
    return _rating(cast)


def _rating(cast: Cast) -> Cast:
    moves_to(cast, date(2026, 8, 12), peers=True)
    moves_to(cast, RATING, peers=True)
    moves_to(cast, RATING, peers=True)
    return cast


def fits(person: Person) -> None:
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= SCREEN, (len(person.card.text), person.card.text)
    assert len(labels) <= BUTTONS, labels
    assert all(len(label) <= LABEL for label in labels), labels


async def drills(person: Person, by: int = 0) -> list[str]:
    """Every case from the home of the drill, so many levels off; the names in their order."""
    seen = []
    await person.taps("Mulai latihan")
    for step in range(1, ASKED + 1):
        fits(person)
        [case] = [one for name, one in CASES.items() if name in person.screen]
        seen.append(case.name)
        assert case.reason not in person.screen
        level = min(5, max(1, case.gold + by))
        await person.taps(f"Tingkat {level}")
        fits(person)
        assert person.sees(case.reason)
        assert person.sees("Tepat." if level == case.gold else f"yang tepat tingkat {case.gold}.")
        await person.taps("Kasus berikutnya" if step < ASKED else "Lihat hasil latihan")
    return seen


def wrong(cast: Cast) -> set[str]:
    url = cast.database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        found = agreement.findings(reader, cast.database.vault, RATING)
        return {f"{one.kind}/{one.fault}" for one in found if one.kind is Kind.DRILL}


def rows(cast: Cast) -> list[DrillAnswer]:
    with cast.database.transaction() as session:
        return list(session.exec(select(DrillAnswer)).all())


async def test_a_superior_does_the_drill_and_reads_why(october: Cast) -> None:
    budi = october.budi
    await budi.opens("drills.home/1", october.database.vault)
    await drills(budi)
    assert budi.sees("rata-rata berjarak <b>0,00</b> tingkat dari yang tepat")
    assert budi.sees("Latihan triwulan ini sudah Anda selesaikan.")
    fits(budi)
    assert [(one.level - one.gold, one.employee_id) for one in rows(october)] == [
        (0, october.ids["budi"])
    ] * ASKED
    await budi.taps("Nilai pegawai")
    assert budi.sees("Sari Lestari")


async def test_the_first_answer_counts(october: Cast) -> None:
    budi = october.budi
    await budi.opens("drills.case/1/1", october.database.vault)
    higher = budi.button("Tingkat 5")
    await budi.taps("Tingkat 1")
    [first] = rows(october)
    for _ in range(2):
        await budi.taps("Tingkat 5", data=higher)
    assert [(one.id, one.level) for one in rows(october)] == [(first.id, 1)]


async def test_forms_open_to_everybody_where_the_drill_is_not_required(october: Cast) -> None:
    await october.budi.says("/nilai")
    await october.budi.taps("Sari Lestari")
    await october.budi.taps("Mulai menilai")
    assert october.budi.sees("Produktivitas")
    assert "Latihan sebelum" not in october.budi.screen


async def test_a_required_drill_stands_before_the_form_and_never_in_its_way(
    required: Cast,
) -> None:
    budi, vault = required.budi, required.database.vault
    await budi.says("/menu")
    assert budi.sees("Latihan sebelum menilai")
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    fits(budi)
    assert "Mulai menilai" not in budi.screen
    assert budi.sees("Formulir langsung terbuka sesudahnya, apa pun jawaban Anda.")
    await budi.opens("appraisals.across/1/superior/1/0", vault)
    assert budi.sees("kerjakan dahulu latihan penilai")
    await budi.opens("appraisals.form/1/3", vault)
    await budi.taps("Mulai latihan")
    await drills(budi, by=-1)
    assert budi.sees("condong")
    await budi.taps("Nilai pegawai")
    await budi.taps("Sari Lestari")
    await budi.taps("Mulai menilai")
    assert budi.sees("Produktivitas")
    await budi.says("/menu")
    assert "Latihan sebelum menilai" not in budi.screen


async def test_colleagues_are_led_to_the_drill_on_the_last_day_too(required: Cast) -> None:
    wayan = required.wayan
    moves_to(required, date(2026, 10, 12), peers=True)
    await wayan.says("/menu")
    await wayan.taps("4 rekan menunggu")
    assert "Mulai atau lanjutkan" not in wayan.screen
    await wayan.taps("Mulai latihan")
    await drills(wayan)
    await wayan.taps("Jawab tentang rekan")
    await wayan.taps("Mulai atau lanjutkan")
    assert wayan.sees("1 dari 8")


async def test_hr_sees_who_is_trained_and_never_how_well(required: Cast) -> None:
    maya, vault = required.maya, required.database.vault
    await required.budi.opens("drills.home/1", vault)
    await drills(required.budi, by=-2)
    await maya.opens("drills.home/1", vault)
    await maya.taps("Siapa sudah berlatih")
    fits(maya)
    assert maya.sees("1 dari ")
    assert maya.sees("✓ Budi Santoso")
    assert maya.sees("– Ni Wayan Astuti")
    assert "berjarak" not in maya.screen
    await required.sari.opens("drills.watch/1/0", vault)
    assert required.sari.sees("tidak tersedia untuk Anda")


async def test_the_mirror_shows_the_own_distance(october: Cast) -> None:
    budi, vault = october.budi, october.database.vault
    await budi.opens("drills.home/1", vault)
    await drills(budi, by=1)
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Mulai menilai")
    for _ in range(11):
        await budi.taps("4 ")
    await budi.taps("Kirim")
    await budi.opens("panel.mirror", vault)
    assert budi.sees("Latihan: rata-rata berjarak")
    fits(budi)


async def test_the_trail_accounts_for_every_answer(october: Cast) -> None:
    await october.budi.opens("drills.home/1", october.database.vault)
    await drills(october.budi)
    moves_to(october, CALIBRATION, peers=True)
    assert wrong(october) == set()
    with october.database.transaction() as session:
        one = session.exec(select(DrillAnswer)).first()
        assert one is not None
        one.level = 1 + one.level % 5
        session.add(one)
        other = DrillAnswer(
            period_id=1, employee_id=october.ids["sari"], case="karangan", level=4, gold=4,
            at=one.at,
        )  # fmt: skip
        session.add(other)
    assert wrong(october) == {f"drill/{Fault.DIFFERS}", f"drill/{Fault.UNRECORDED}"}
