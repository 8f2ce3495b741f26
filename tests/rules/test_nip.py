"""NIP: the vectors of the notes, every fault, and the mask."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.nip import InvalidNip, NipFault, NipKind, mask, parse_nip
from bot.rules.people import Sex

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "198609262015051001",
        "19860926 201505 1 001",
        "19860926.201505.1-001",
        " 19860926–2015051001 ",
    ],
)
def test_a_civil_servant_of_2015(text: str) -> None:
    nip = parse_nip(text, TODAY)
    assert nip.text == "198609262015051001"
    assert (nip.kind, nip.sex, nip.serial) == (NipKind.PNS, Sex.MAN, 1)
    assert (nip.born, nip.started_year, nip.started_month) == (date(1986, 9, 26), 2015, 5)
    assert nip.agreement is None


def test_a_contract_employee_of_2025() -> None:
    nip = parse_nip("19900913 2025 24 2 014", TODAY)
    assert (nip.kind, nip.sex, nip.serial) == (NipKind.PPPK, Sex.WOMAN, 14)
    assert (nip.started_year, nip.started_month, nip.agreement) == (2025, None, 24)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NipFault.NOT_DIGITS),
        ("198609262015051O01", NipFault.NOT_DIGITS),
        ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", NipFault.NOT_DIGITS),
        ("19860926201505100", NipFault.LENGTH),
        ("1986092620150510011", NipFault.LENGTH),
        ("198602312015051001", NipFault.BIRTH_DATE),
        ("198613012015051001", NipFault.BIRTH_DATE),
        ("000001012015051001", NipFault.BIRTH_DATE),
        ("018609262015051001", NipFault.BIRTH_DATE),
        ("198609262015001001", NipFault.START_MONTH),
        ("198609262015131001", NipFault.START_MONTH),
        ("198609262015201001", NipFault.START_MONTH),
        ("198609262015050001", NipFault.SEX),
        ("198609262015053001", NipFault.SEX),
        ("198609262015051000", NipFault.SERIAL),
        ("199809262016081001", NipFault.TOO_YOUNG),
        ("199809262015211001", NipFault.TOO_YOUNG),
        ("198609262027121001", NipFault.IN_FUTURE),
        ("198609262028211001", NipFault.IN_FUTURE),
        ("203009262050051001", NipFault.IN_FUTURE),
    ],
)
def test_what_cannot_be_true(text: str, reason: NipFault) -> None:
    with pytest.raises(InvalidNip) as refusal:
        parse_nip(text, TODAY)
    assert refusal.value.reason is reason
    assert text[:8] not in str(refusal.value) or not text


@pytest.mark.parametrize(
    "text", ["199809262016091001", "199809262016211001", "198609262027031001"]
)
def test_the_benefit_of_the_doubt(text: str) -> None:
    assert parse_nip(text, TODAY).text == text


def test_the_mask_and_the_repr_give_little_away() -> None:
    assert mask("198609262015051001") == "1986********1001"
    assert mask("12345") == "********"
    nip = parse_nip("198609262015051001", TODAY)
    assert nip.masked == "1986********1001"
    assert "19860926" not in repr(nip)
    assert "1986" not in repr(nip)


@given(st.text(max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = parse_nip(text, TODAY).text
    except InvalidNip:
        return
    assert len(read) == 18


@given(st.dates(date(1950, 1, 1), date(2000, 12, 31)), st.integers(1, 12), st.integers(1, 999))
def test_what_is_written_is_read(born: date, month: int, serial: int) -> None:
    nip = parse_nip(f"{born:%Y%m%d}{born.year + 20}{month:02}2{serial:03}", TODAY)
    assert (nip.born, nip.started_month, nip.serial) == (born, month, serial)
