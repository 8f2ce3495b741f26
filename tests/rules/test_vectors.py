"""Cases that stand in no source, reckoned by hand; each line of a docstring is one step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.rules.angka_kredit import Jenjang, Part, credit
from bot.rules.objections import Clocks, Start, Window, clocks, window
from bot.rules.panel import adjusted
from bot.rules.predikat import Expectation, Predikat, Word
from bot.rules.schemes import Axis, LimitKind
from bot.rules.scoring import Mark, Score, score
from tests.rules.test_distribution import BAIK, ISTIMEWA, broken
from tests.rules.test_objections import FIVE, RULES
from tests.rules.test_scoring import PEERS, SCHEME, SUPERIOR, SURVEY, TEAM

D = Decimal


def on_both(mutu: int, jumlah: int, survei: int, santun: int, disiplin: int) -> Score:
    """Everybody who is asked about an indicator gives it the same level."""
    return score(
        {
            "mutu": [Mark(SUPERIOR, mutu), Mark(TEAM, mutu)],
            "jumlah": [Mark(SUPERIOR, jumlah)],
            "survei": [Mark(SURVEY, survei)],
            "santun": [Mark(SUPERIOR, santun), Mark(PEERS, santun)],
            "disiplin": [Mark(SUPERIOR, disiplin), Mark(PEERS, disiplin)],
        },
        SCHEME,
    )


def mixed() -> Score:
    return score(
        {
            "mutu": [Mark(SUPERIOR, 3), Mark(TEAM, 4), Mark(TEAM, 4), Mark(TEAM, 5)],
            "jumlah": [Mark(SUPERIOR, 4)],
            "santun": [Mark(SUPERIOR, 4), *(Mark(PEERS, one) for one in (3, 4, 4, 5))],
            "disiplin": [Mark(SUPERIOR, 4), *(Mark(PEERS, one) for one in (3, 3, 4))],
        },
        SCHEME,
    )


def test_1_a_survey_that_is_missing_and_four_groups() -> None:
    """mutu: 70% of 80 and 30% of 20 + 20 × 13/3 = 106,67 make 56 + 32 = 88.

    Without survei mutu weighs 50/80 and jumlah 30/80: 55 + 37,50 = 92,50; 60% of it 55,50.
    disiplin: 60% of 100 and 40% of 20 + 20 × 10/3 = 86,67 make 94,67.
    Behaviour: 65 + 35% of 94,67 = 98,13; 40% of it 39,25; together 94,75.
    """
    found = mixed()
    assert (found.axes[0].value, found.axes[0].points) == (D("92.50"), D("55.50"))
    assert (found.axes[1].value, found.axes[1].points) == (D("98.13"), D("39.25"))
    assert (found.total, found.predikat, found.word) == (D("94.75"), Predikat.BAIK, Word.BAIK)


def test_2_the_same_after_the_team_lowered_an_indicator() -> None:
    """jumlah at level 2 is 60: 55 + 22,50 = 77,50, below; 46,50 + 39,25 = 85,75."""
    found = adjusted(mixed(), {"jumlah": 2}, SCHEME)
    assert (found.axes[0].value, found.axes[0].expectation) == (D("77.50"), Expectation.BELOW)
    assert (found.total, found.predikat) == (D("85.75"), Predikat.BUTUH_PERBAIKAN)


def test_3_two_superiors_of_31_and_61_days() -> None:
    """(31 × 60 + 61 × 120) / 92 = 9180 / 92 = 99,78."""
    found = score({"jumlah": [Mark(SUPERIOR, 2, 31), Mark(SUPERIOR, 5, 61)]}, SCHEME)
    work = found.axis(Axis.HASIL_KERJA)
    assert work is not None
    assert (work.value, work.expectation) == (D("99.78"), Expectation.MET)


@pytest.mark.parametrize(
    ("levels", "work", "behaviour", "total", "predikat"),
    [
        # 4: 50 + 36 + 24 = 110,00, just above; 78 + 28 = 106; 66 + 42,40
        ((4, 5, 5, 5, 3), "110.00", "106.00", "108.40", Predikat.BAIK),
        # 5: 40 + 30 + 20 = 90,00, just met; 52 + 42 = 94; 54 + 37,60
        ((3, 4, 4, 3, 5), "90.00", "94.00", "91.60", Predikat.BAIK),
        # 6: 40 + 30 + 16 = 86, below, however good the behaviour and the number
        ((3, 4, 3, 5, 5), "86.00", "120.00", "99.60", Predikat.BUTUH_PERBAIKAN),
        # 7: 60 + 36 + 24 = 120 do not excuse 39 + 42 = 81
        ((5, 5, 5, 2, 5), "120.00", "81.00", "104.40", Predikat.KURANG),
        # 8: 20 + 12 + 8 = 40 and 26 + 14 = 40: the bottom of the scale
        ((1, 1, 1, 1, 1), "40.00", "40.00", "40.00", Predikat.SANGAT_KURANG),
    ],
)
def test_4_to_8_both_axes_at_their_limits(
    levels: tuple[int, int, int, int, int], work: str, behaviour: str, total: str,
    predikat: Predikat,
) -> None:  # fmt: skip
    found = on_both(*levels)
    assert [axis.value for axis in found.axes] == [D(work), D(behaviour)]
    assert (found.total, found.predikat) == (D(total), predikat)


@pytest.mark.parametrize(
    ("jenjang", "predikat", "months", "shown"),
    [
        (Jenjang.AHLI_MADYA, Predikat.BUTUH_PERBAIKAN, 5, "11.72"),  # 5/12 × 75% × 37,5 = 11,71875
        (Jenjang.AHLI_MADYA, Predikat.SANGAT_BAIK, 7, "32.81"),  # 7/12 × 150% × 37,5 = 32,8125
        (Jenjang.TERAMPIL, Predikat.KURANG, 11, "2.29"),  # 11/12 × 50% × 5 = 2,291…
        (Jenjang.PENYELIA, Predikat.SANGAT_KURANG, 7, "3.65"),  # 7/12 × 25% × 25 = 3,645…
        (Jenjang.AHLI_UTAMA, Predikat.BAIK, 1, "4.17"),  # 50/12 = 4,166…
    ],
)
def test_9_to_13_credit_of_parts_of_a_year(
    jenjang: Jenjang, predikat: Predikat, months: int, shown: str
) -> None:
    assert str(credit(Part(jenjang, predikat, months))) == shown


def test_14_a_unit_of_thirteen_and_one_of_seven() -> None:
    """70% of 13 is 9,1: nine may be Baik, ten not. 4,9 of a small unit of 7 is five."""
    assert broken(BAIK, 3, 9, 1, 0, 0) == []
    assert broken(BAIK, 2, 10, 1, 0, 0) == [(LimitKind.MOST, 70)]
    assert broken(BAIK, 4, 9, 0, 0, 0) == [(LimitKind.SOMEBODY, 0)]
    assert broken(ISTIMEWA, 5, 2, 0, 0, 0) == []
    assert broken(ISTIMEWA, 6, 1, 0, 0, 0) == [(LimitKind.MOST, 70)]


def test_15_an_objection_over_the_end_of_the_year() -> None:
    """Fourteen days after 29 December are over on 12 January.

    Filed on the 23rd, five working days without 24 and 25 December and 1 January end on Monday,
    4 January; fourteen days on the 6th.
    """
    published, received = date(2026, 12, 23), date(2026, 12, 29)
    found = window(published, RULES, FIVE, received=received)
    assert found == Window(published, date(2027, 1, 12), Start.RECEIPT)
    assert clocks(published, RULES, FIVE) == Clocks(date(2027, 1, 4), date(2027, 1, 6))
