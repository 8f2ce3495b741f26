"""Sentences of awards that were given."""

from __future__ import annotations

from datetime import date

from bot.rules.awards import AwardKind, Span
from bot.rules.people import strip_titles
from bot.texts import certificates, words
from bot.texts.language import _

ALL_AWARDS = _("All awards")
THE_AWARD = _("To the award")
WINNERS = _("All who were honoured")


def award(year: int, quarter: int, scope: str, kind: AwardKind) -> str:
    """`Pegawai Teladan Triwulan III 2026`, with the unit if it is of one unit."""
    where = f", {scope}" if scope else ""
    if kind.span is Span.YEAR:
        return _("{award} of the year {year}").format(award=kind.name, year=year) + where
    when = words.quarter(year, quarter)
    if not kind.name:
        return _("Exemplary Employee of {quarter}").format(quarter=when) + where
    return f"{kind.name} {when}{where}"


def list_(count: int) -> str:
    lines = [words.bold(_("Awards"))]
    lines.append(
        _("Everybody who has been honoured, newest first:")
        if count
        else _("No award has been given yet. The first follows when a quarter is rated.")
    )
    return "\n".join(lines)


def winners(count: int) -> str:
    told = _("Open one to see the award.") if count else _("No award has been given yet.")
    return f"{words.bold(WINNERS)}\n{told}"


def winner_line(
    number: int, name: str, unit: str, title: str, revoked_on: date | None = None
) -> str:
    line = f"{number}. {words.bold(name)}, {words.safe(unit)}: {words.safe(title)}"
    return f"{line} ({certificates.revoked(revoked_on)})" if revoked_on else line


def winner_label(number: int, name: str) -> str:
    return words.fitting(f"{number}. {words.called(name)}")


def decide_label(name: str) -> str:
    return words.fitting(_("Decide: {name}").format(name=strip_titles(name)))


def propose_label(name: str) -> str:
    return words.fitting(_("Propose: {name}").format(name=strip_titles(name)))


def decide_many(count: int) -> str:
    return _("Decide ({count}) …").format(count=count)


def waiting(count: int) -> str:
    """What stands above the buttons, one a proposal."""
    if not count:
        return _("No proposal of an award waits for you.")
    return words.bold(_("Proposals that wait for your decision"))


def list_line(
    number: int, award_year: int, name: str, unit: str, title: str, revoked_on: date | None = None
) -> str:
    numbered = registered(number, award_year)
    if revoked_on:
        numbered += ", " + certificates.revoked(revoked_on)
    return f"• {words.bold(name)}, {words.safe(unit)}: {words.safe(title)} ({numbered})"


def registered(number: int, year: int) -> str:
    """`Nomor 7/2026`."""
    return _("Number {number}/{year}").format(number=number, year=year)


def honour(
    name: str, unit: str, title: str, number: int, award_year: int, at: date, giver: str
) -> str:
    return "\n".join(
        [
            words.bold(title),
            f"{words.bold(name)}, {words.safe(unit)}",
            registered(number, award_year),
            _("Given on {day} by {name}.").format(day=words.day(at), name=words.safe(giver)),
        ]
    )


def revoked(day: date) -> str:
    return _("It was revoked on {day}.").format(day=words.day(day))


def congratulation() -> str:
    return _("Congratulations, and thank you for your work!")


def won(name: str, sex: int) -> str:
    return _("{name}, good news about your work awaits you here.").format(
        name=words.bold(words.addressed(name, sex))
    )


def waits_for_you() -> str:
    return _("A proposal for an award waits for your decision.")


def decided() -> str:
    return _("A decision on your award proposal has been made.")
