"""Achievements: the order of steps, who rates, and what is understood of what people write."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.achievements import (
    DAYS_BACK,
    ORDER,
    REQUIRED,
    TITLE_LENGTH,
    Chain,
    DayFault,
    Step,
    Verdict,
    day_fault,
    following,
    number_of,
    read_marks,
    written_marks,
)
from bot.rules.typed import is_short_answer, is_small_talk, read_measure, suggest_title

TODAY = date(2026, 8, 12)
ALL = frozenset(REQUIRED)
SARI, BUDI, KEPALA, DEDI, WAYAN = 1, 2, 3, 4, 5


@pytest.mark.parametrize(
    ("chain", "holder", "passes_on"),
    [
        (Chain(SARI, None), None, False),
        (Chain(SARI, BUDI), BUDI, False),
        (Chain(SARI, BUDI, superior_mandate=DEDI), DEDI, False),
        (Chain(SARI, BUDI, superior_present=False, superior_mandate=DEDI), DEDI, False),
        (Chain(SARI, BUDI, superior_present=False, above=KEPALA), KEPALA, True),
        (Chain(SARI, BUDI, False, None, KEPALA, WAYAN), WAYAN, True),
        (Chain(SARI, BUDI, True, SARI, KEPALA), KEPALA, True),
        (Chain(SARI, BUDI, False, SARI, KEPALA, SARI), KEPALA, True),
        (Chain(SARI, BUDI, superior_present=False), BUDI, True),
    ],
)
def test_who_rates(chain: Chain, holder: int | None, passes_on: bool) -> None:
    assert (chain.holder, chain.passes_on) == (holder, passes_on)


@given(
    st.builds(
        Chain,
        st.just(SARI),
        st.one_of(st.none(), st.just(BUDI)),
        st.booleans(),
        st.sampled_from([None, SARI, DEDI]),
        st.sampled_from([None, KEPALA]),
        st.sampled_from([None, SARI, WAYAN]),
    )
)
def test_nobody_rates_an_achievement_of_their_own(chain: Chain) -> None:
    assert chain.holder != SARI


@pytest.mark.parametrize(
    ("step", "stands_at", "answered", "leads"),
    [
        (Step.TITLE, Step.TITLE, {Step.TITLE}, Step.STORY),
        (Step.TITLE, Step.DATE, {Step.TITLE, Step.STORY}, Step.DATE),
        (Step.INDICATOR, Step.INDICATOR, ALL, Step.BEFORE),
        (Step.BEFORE, Step.BEFORE, ALL, Step.AFTER),
        (Step.AFTER, Step.SUMMARY, ALL, Step.UNIT),
        (Step.UNIT, Step.UNIT, ALL, Step.EVIDENCE),
        (Step.UNIT, Step.SUMMARY, ALL, Step.SUMMARY),
        (Step.TITLE, Step.SUMMARY, ALL, Step.SUMMARY),
        (Step.TITLE, Step.EVIDENCE, ALL, Step.EVIDENCE),
        (Step.EVIDENCE, Step.EVIDENCE, ALL, Step.SUMMARY),
        (Step.EVIDENCE, Step.SUMMARY, ALL - {Step.DATE}, Step.DATE),
    ],
)
def test_an_answer_leads_to_what_is_missing_or_on(
    step: Step, stands_at: Step, answered: set[Step], leads: Step
) -> None:
    assert following(step, stands_at, frozenset(answered)) is leads


def test_answering_everything_in_turn_ends_at_the_summary() -> None:
    step, answered, seen = Step.TITLE, frozenset[Step](), []
    while step is not Step.SUMMARY:
        seen.append(step)
        answered |= {step}
        step = following(step, step, answered)
    assert tuple(seen) == ORDER[:-1]


def test_the_effect_counts_as_one_step() -> None:
    assert [number_of(step) for step in ORDER[:-1]] == [1, 2, 3, 4, 5, 6, 6, 6, 7]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("12", "12", ""),
        ("3,5", "3.5", ""),
        ("3.5", "3.5", ""),
        ("1.200", "1200", ""),
        ("1.200.000,75", "1200000.75", ""),
        ("3 hari", "3", "hari"),
        ("45 Menit per berkas", "45", "Menit per berkas"),
        ("98%", "98", "%"),
        ("Rp 2.500.000", "2500000", ""),
        ("-2", "-2", ""),
        (" 7 ", "7", ""),
    ],
)
def test_a_measure_is_read(text: str, number: str, unit: str) -> None:
    assert read_measure(text) == (Decimal(number), unit)


@pytest.mark.parametrize(
    "text", ["", " ", "banyak", "hari 3", "1,2,3", "12 34", "1e9", "٣", "😀", "9" * 40]
)
def test_what_is_no_measure(text: str) -> None:
    assert read_measure(text) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_not_without_a_fault(text: str) -> None:
    read = read_measure(text)
    assert read is None or abs(read[0]) < 10**15
    assert len(suggest_title(text)) <= TITLE_LENGTH
    assert is_small_talk(text) in (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "halo",
        "Halo!",
        "Selamat pagi Bapak Ibu semua",
        "terima kasih pak",
        "👍",
        "",
        "ok siap",
        "tes",
    ],
)
def test_small_talk_is_no_achievement(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text", ["Melatih tiga rekan arsip", "Selamat pagi, saya menyelesaikan 40 berkas KTP kemarin"]
)
def test_what_was_done_is_an_achievement(text: str) -> None:
    assert not is_small_talk(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Menata arsip desa. Butuh dua hari.", "Menata arsip desa"),
        ("Satu baris\nbaris kedua", "Satu baris"),
        ("kata " * 40, "kata " * 14 + "kata…"),
    ],
)
def test_a_title_is_proposed(text: str, title: str) -> None:
    assert suggest_title(text) == title


@pytest.mark.parametrize(
    ("days", "fault"),
    [
        (1, DayFault.FUTURE),
        (0, None),
        (-1, None),
        (-DAYS_BACK, None),
        (-DAYS_BACK - 1, DayFault.ANCIENT),
    ],
)
def test_a_day_lies_within_the_last_year(days: int, fault: DayFault | None) -> None:
    assert day_fault(TODAY + timedelta(days), TODAY) is fault


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True), st.integers(1, 5)))
def test_levels_come_back_as_they_were_written(marks: dict[str, int]) -> None:
    assert read_marks(written_marks(marks)) == marks


def test_every_verdict_has_an_outcome() -> None:
    assert {verdict.state for verdict in Verdict} == {"approved", "returned", "rejected"}


def test_short_answers_are_those_for_which_there_are_buttons() -> None:
    assert all(map(is_short_answer, ("5", "#3", "4.", "Lima", " setuju ", "Ya!")))
    assert not any(map(is_short_answer, ("halo", "123", "5 warga", "", "terima kasih")))
