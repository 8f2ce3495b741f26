"""From two ratings to the predikat (PermenPANRB 6/2022), and the words of PP 30/2019 art. 41."""

from decimal import Decimal
from enum import StrEnum


class Expectation(StrEnum):
    BELOW = "below"
    MET = "met"
    ABOVE = "above"


class Predikat(StrEnum):
    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class Word(StrEnum):
    """What PP 30/2019 calls a number; kept beside the predikat, never in its place."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    CUKUP = "cukup"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


_QUADRANT = {
    (Expectation.ABOVE, Expectation.BELOW): Predikat.KURANG,
    (Expectation.ABOVE, Expectation.MET): Predikat.BAIK,
    (Expectation.ABOVE, Expectation.ABOVE): Predikat.SANGAT_BAIK,
    (Expectation.MET, Expectation.BELOW): Predikat.KURANG,
    (Expectation.MET, Expectation.MET): Predikat.BAIK,
    (Expectation.MET, Expectation.ABOVE): Predikat.BAIK,
    (Expectation.BELOW, Expectation.BELOW): Predikat.SANGAT_KURANG,
    (Expectation.BELOW, Expectation.MET): Predikat.BUTUH_PERBAIKAN,
    (Expectation.BELOW, Expectation.ABOVE): Predikat.BUTUH_PERBAIKAN,
}


def predikat_of(results: Expectation, behaviour: Expectation) -> Predikat:
    """The 3 x 3 table; it is not symmetric: good results never excuse misconduct."""
    return _QUADRANT[results, behaviour]


def expectation_of(value: Decimal, met_from: Decimal, above_from: Decimal) -> Expectation:
    """Which side of the thresholds of the scheme a value as shown lies on."""
    if value < met_from:
        return Expectation.BELOW
    return Expectation.ABOVE if value >= above_from else Expectation.MET


def word_of(total: Decimal, innovated: bool) -> Word:
    """PP 30/2019 art. 41; without a new idea or way of working 110 and more is still Baik.

    The two lowest limits are not confirmed by the text of the regulation.
    """
    if total >= 110 and innovated:
        return Word.SANGAT_BAIK
    if total >= 90:
        return Word.BAIK
    if total >= 70:
        return Word.CUKUP
    return Word.KURANG if total >= 50 else Word.SANGAT_KURANG
