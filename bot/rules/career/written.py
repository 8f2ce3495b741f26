"""Reading what HR types of a career: a figure and the day it is from."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.career.facts import ASSESSMENTS, Fact
from bot.rules.predikat import Predikat

DATED = (Fact.RANK_SINCE, Fact.POST_SINCE, Fact.EXAM)
"""These are a day and nothing else."""
MOST_CREDIT = Decimal(2000)
_FIGURE = re.compile(r"(?P<whole>[0-9]{1,4})(?:[.,](?P<part>[0-9]{1,2}))?(?=\s|$)")
_YEAR = re.compile(r"(?P<year>20[0-9]{2})\s+(?P<rest>.+)", re.DOTALL)
_PER = re.compile(r"^(?:per|tanggal|tgl\.?|sejak|pada|as of|since|on)\s+", re.IGNORECASE)


class Odd(ValueError):
    """What cannot be read: `figure`, `range`, or `predikat`."""


@dataclass(frozen=True, slots=True)
class Written:
    """`day` is what remains to be read as one; empty where none was given."""

    value: str
    day: str
    year: int = 0


def read(kind: Fact, text: str) -> Written:
    """`37,50 per 31 Desember 2025`, `1 April 2022`, `2024 Baik`. Raises Odd."""
    said = " ".join(text.split())
    if kind in DATED:
        return Written("", _PER.sub("", said))
    if kind is Fact.PREDIKAT:
        return _predikat(said)
    found = _FIGURE.match(said)
    if found is None:
        raise Odd("figure")
    value = Decimal(f"{found['whole']}.{found['part'] or '0'}")
    if value > (100 if kind in ASSESSMENTS else MOST_CREDIT):
        raise Odd("range")
    return Written(f"{value:.2f}", _PER.sub("", said[found.end() :].strip()))


def _predikat(said: str) -> Written:
    found = _YEAR.fullmatch(said)
    if found is None:
        raise Odd("predikat")
    key = "_".join(found["rest"].lower().replace("cukup", "butuh perbaikan").split())
    if key not in set(Predikat):
        raise Odd("predikat")
    return Written(key, "", int(found["year"]))
