"""The employee number (NIP, 18 digits): what it says, and when it cannot be true."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.rules.people import Sex

LENGTH = 18
YOUNGEST = 18
MONTHS_AHEAD = 12
EARLIEST_BIRTH_YEAR = 1900
FIRST_AGREEMENT = 21

_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015]")


class NipKind(StrEnum):
    PNS = "pns"
    PPPK = "pppk"


class NipFault(StrEnum):
    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    BIRTH_DATE = "birth_date"
    START_MONTH = "start_month"
    SEX = "sex"
    SERIAL = "serial"
    TOO_YOUNG = "too_young"
    IN_FUTURE = "in_future"


class InvalidNip(ValueError):
    """The text is no NIP; `reason` says why. The number itself is not repeated."""

    def __init__(self, reason: NipFault) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Nip:
    """A number that can be true. `text` is 18 digits; personal data, so not in the repr.

    `started_month` is known for PNS only, `agreement` (number of the contract) for PPPK only.
    """

    text: str = field(repr=False)
    kind: NipKind
    born: date = field(repr=False)
    started_year: int
    started_month: int | None
    agreement: int | None
    sex: Sex
    serial: int = field(repr=False)

    @property
    def masked(self) -> str:
        return mask(self.text)


def parse_nip(text: str, today: date) -> Nip:
    """Read a NIP; spaces, dots and dashes are ignored. Raises InvalidNip.

    Layout: birth date 8, year of first appointment 4, month (PNS, 01-12) or number of the
    agreement (PPPK, from 21) 2, sex 1, serial 3; Perka BKN 22/2007 and 43/2007. Numbers are
    handed out some months before the service begins, so a start within a year is accepted.
    """
    digits = _SEPARATORS.sub("", text)
    if not re.fullmatch(r"[0-9]+", digits):
        raise InvalidNip(NipFault.NOT_DIGITS)
    if len(digits) != LENGTH:
        raise InvalidNip(NipFault.LENGTH)
    born = _born(digits[:8])
    year, month, agreement = _start(digits[8:12], digits[12:14])
    if digits[14] not in "12":
        raise InvalidNip(NipFault.SEX)
    if digits[15:] == "000":
        raise InvalidNip(NipFault.SERIAL)
    _check_plausible(born, year, month, today)
    return Nip(
        text=digits,
        kind=NipKind.PPPK if month is None else NipKind.PNS,
        born=born,
        started_year=year,
        started_month=month,
        agreement=agreement,
        sex=Sex.MAN if digits[14] == "1" else Sex.WOMAN,
        serial=int(digits[15:]),
    )


def mask(nip: str) -> str:
    """`1986********1001`: year of birth and the last four; anything not a NIP shows nothing."""
    digits = _SEPARATORS.sub("", nip)
    return f"{digits[:4]}********{digits[-4:]}" if len(digits) == LENGTH else "********"


def _born(digits: str) -> date:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise InvalidNip(NipFault.BIRTH_DATE) from None
    if born.year < EARLIEST_BIRTH_YEAR:
        raise InvalidNip(NipFault.BIRTH_DATE)
    return born


def _start(year: str, month: str) -> tuple[int, int | None, int | None]:
    number = int(month)
    if 1 <= number <= 12:
        return int(year), number, None
    if number >= FIRST_AGREEMENT:
        return int(year), None, number
    raise InvalidNip(NipFault.START_MONTH)


def _check_plausible(born: date, year: int, month: int | None, today: date) -> None:
    """The month is the finest the number tells, so the person gets the benefit of the doubt."""
    latest = year * 12 + (month or 12)
    earliest = year * 12 + (month or 1)
    if born > today or earliest > today.year * 12 + today.month + MONTHS_AHEAD:
        raise InvalidNip(NipFault.IN_FUTURE)
    if latest - (born.year * 12 + born.month) < YOUNGEST * 12:
        raise InvalidNip(NipFault.TOO_YOUNG)
