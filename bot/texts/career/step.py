"""What a promotion asks, said line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel.dates import format_date

from bot.rules.angka_kredit import Jenjang
from bot.rules.career import Condition, Forecast, Kind, Path, Promotion
from bot.rules.people import strip_titles
from bot.rules.predikat import Predikat
from bot.texts import words
from bot.texts.language import _, language
from bot.texts.results import PREDIKAT

MARKS = {True: "✅", False: "⏳", None: "❔"}
JENJANG = {
    Jenjang.PEMULA: "Pemula", Jenjang.TERAMPIL: "Terampil", Jenjang.MAHIR: "Mahir",
    Jenjang.PENYELIA: "Penyelia", Jenjang.AHLI_PERTAMA: "Ahli Pertama",
    Jenjang.AHLI_MUDA: "Ahli Muda", Jenjang.AHLI_MADYA: "Ahli Madya",
    Jenjang.AHLI_UTAMA: "Ahli Utama",
}  # fmt: skip
RULES = (
    _(
        "<b>Rank, regular</b>: four years in the rank (PP 99/2000 jo. PP 12/2002), and in each of "
        "the last two years at least the predicate Baik."
    ),
    _(
        "<b>Rank, functional</b>: two years in the rank, enough credit points since it "
        "(PermenPANRB 1/2023, Peraturan BKN 3/2023), and in each of the last two years at least "
        "Baik."
    ),
    _(
        "<b>Next jenjang</b>: enough credit points since entering the jenjang, the competence "
        "test, an open post, and at least Baik in each of the last two years."
    ),
    _("<b>Discipline</b>: no medium or heavy penalty running (PP 94/2021)."),
    _(
        "<b>Nine boxes</b>: PermenPANRB 3/2020. Performance is the mean of your published "
        "quarters, potential what an assessment gave."
    ),
    _("Promotions are proposed every month. Papers, open posts and the decision lie with people."),
)


def heading(name: str | None) -> str:
    """`Karier`, or whose."""
    title = _("Career") if name is None else _("Career of {name}").format(name=strip_titles(name))
    advice = _("This is advice. An authorised official decides, never this computation.")
    return f"{words.bold(title)}\n<i>{advice}</i>"


def rules() -> str:
    return "\n\n".join(str(one) for one in RULES)


def step(rank: str, jenjang: Jenjang | None, at: Promotion) -> str:
    """Where somebody stands, what comes next, and each condition."""
    post = f", {JENJANG[jenjang]}" if jenjang else ""
    now = _("Now: rank {rank}{post}.").format(rank=rank or "–", post=post)
    return "\n".join([now, _next(at), *map(condition, at.conditions)])


def _next(at: Promotion) -> str:
    match at.path:
        case Path.NONE_PPPK:
            return _("A PPPK has no ranks to rise in; the agreement is renewed by performance.")
        case Path.HIGHEST:
            return _("There is no rank above on this path.")
        case Path.JENJANG:
            assert at.jenjang is not None
            return _("Next: to {jenjang}.").format(jenjang=words.bold(JENJANG[at.jenjang]))
        case _:
            return _("Next: rank {rank}.").format(rank=words.bold(at.rank or ""))


def short(at: Promotion) -> str:
    """One line for a list."""
    if at.path in (Path.NONE_PPPK, Path.HIGHEST):
        return _("no further rank on this path")
    goal = JENJANG[at.jenjang] if at.jenjang else at.rank
    if at.ready:
        return _("{goal}: all conditions met").format(goal=goal)
    open_ = sum(one.met is False for one in at.conditions)
    unknown = sum(one.met is None for one in at.conditions)
    parts = [_("{count} not met").format(count=open_)] if open_ else []
    parts += [_("{count} not on record").format(count=unknown)] if unknown else []
    return f"{goal}: {', '.join(parts)}"


def condition(one: Condition) -> str:
    """`✅ Dua tahun … `"""
    return f"{MARKS[one.met]} {_told(one)}"


def _told(one: Condition) -> str:
    match one.kind:
        case Kind.RANK_YEARS:
            if one.day is None:
                return _("Years in the rank: not on record")
            reached = _("Years in the rank: reached on {day}")
            said = reached if one.met else _("Years in the rank: reached only on {day}")
            return said.format(day=words.short_day(one.day))
        case Kind.CREDIT:
            return _credit(one.have, one.need)
        case Kind.EXAM:
            if one.met:
                return _("Competence test passed")
            return _("Competence test: not on record for the next jenjang")
        case Kind.PENALTY:
            if one.met:
                return _("No disciplinary penalty on record that holds it back")
            assert one.day is not None
            return _("A disciplinary penalty holds it back until {day}").format(
                day=words.short_day(one.day)
            )
        case _:
            return _predikat(one.years)


def _credit(have: Decimal | None, need: Decimal | None) -> str:
    assert need is not None
    if have is None:
        return _("Credit points: not on record; {need} are asked").format(need=words.number(need))
    if have >= need:
        return _("Credit points: {have} of {need}").format(
            have=words.number(have), need=words.number(need)
        )
    return _("Credit points: {have} of {need}, {missing} missing").format(
        have=words.number(have), need=words.number(need), missing=words.number(need - have)
    )


def _predikat(years: Sequence[tuple[int, Predikat | None]]) -> str:
    unknown = _("{year} not on record")
    told = ", ".join(
        unknown.format(year=year) if one is None else f"{year} {PREDIKAT[one]}"
        for year, one in years
    )
    return _("At least Baik two years running: {years}").format(years=told)


def forecasts(told: Sequence[Forecast], today: date) -> str:
    """When the credit is reached at each predicate."""
    lines = [_("When the credit points are reached, with this predicate every year:")]
    for one in told:
        when = _("not within a working life") if one.months is None else _month(today, one.months)
        lines.append(f"• {PREDIKAT[one.predikat]}: {when}")
    return "\n".join(lines)


def _month(today: date, months: int) -> str:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return format_date(date(year, month + 1, 1), "MMMM y", language())
