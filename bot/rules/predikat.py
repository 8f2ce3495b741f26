"""Ratings against expectations, the predikat (PermenPANRB 6/2022), the words of PP 30/2019."""

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


def expectation_of(value: Decimal, met_from: Decimal, above_from: Decimal) -> Expectation:
    """Which side of the thresholds of the scheme a value as shown lies on."""
    if value < met_from:
        return Expectation.BELOW
    return Expectation.ABOVE if value >= above_from else Expectation.MET
