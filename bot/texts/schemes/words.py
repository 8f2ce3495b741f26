"""Words of a scheme that several screens share."""

from __future__ import annotations

from decimal import Decimal

from bot.rules.predikat import Expectation, Predikat, Word
from bot.rules.schemes import Axis, Indicator, Organisation, Source
from bot.texts import words
from bot.texts.language import _

AXES = {Axis.HASIL_KERJA: _("Work results"), Axis.PERILAKU: _("Behaviour at work")}
RATERS = {
    Source.SUPERIOR: _("direct superior"),
    Source.PEERS: _("colleagues"),
    Source.TEAM: _("evaluation team"),
    Source.SURVEY: _("citizens' survey"),
}
PREDIKAT = {
    Predikat.SANGAT_BAIK: _("Very good"),
    Predikat.BAIK: _("Good"),
    Predikat.BUTUH_PERBAIKAN: _("Needs improvement"),
    Predikat.KURANG: _("Poor"),
    Predikat.SANGAT_KURANG: _("Very poor"),
}
SHORT = {
    Predikat.SANGAT_BAIK: "SB",
    Predikat.BAIK: "B",
    Predikat.BUTUH_PERBAIKAN: "BP",
    Predikat.KURANG: "K",
    Predikat.SANGAT_KURANG: "SK",
}
WORDS = {
    Word.SANGAT_BAIK: _("Very good"),
    Word.BAIK: _("Good"),
    Word.CUKUP: _("Sufficient"),
    Word.KURANG: _("Poor"),
    Word.SANGAT_KURANG: _("Very poor"),
}
EXPECTATIONS = {
    Expectation.ABOVE: _("above expectations"),
    Expectation.MET: _("as expected"),
    Expectation.BELOW: _("below expectations"),
}
ORGANISATION = {
    Organisation.ISTIMEWA: _("Outstanding"),
    Organisation.BAIK: _("Good"),
    Organisation.BUTUH_PERBAIKAN: _("Needs improvement"),
    Organisation.KURANG: _("Poor"),
    Organisation.SANGAT_KURANG: _("Very poor"),
}


def percent(value: Decimal | int) -> str:
    """`25%`, `33,33%`."""
    plain = Decimal(value).normalize()
    return words.number(plain if plain != plain.to_integral_value() else int(plain)) + "%"


def shares(indicator: Indicator) -> str:
    """`atasan langsung 70%, tim evaluasi 30%`."""
    return ", ".join(f"{RATERS[one.source]} {percent(one.weight)}" for one in indicator.sources)


def listed(names: list[str]) -> str:
    """`a, b, dan c`."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
