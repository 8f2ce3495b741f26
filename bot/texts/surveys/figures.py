"""Indices, grades and elements in words; every figure says how it was made."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.surveys.elements import Element
from bot.rules.surveys.grades import Grade, Weight
from bot.rules.surveys.index import Figure
from bot.rules.surveys.samples import Interval, Sample
from bot.rules.surveys.trend import Change, Direction
from bot.texts import words
from bot.texts.language import _, ngettext

TITLE = _("Public satisfaction")
GRADES = {
    Grade.A: _("very good"),
    Grade.B: _("good"),
    Grade.C: _("less than good"),
    Grade.D: _("not good"),
}
WEIGHTS = {
    Weight.EXACT: _("each element weighs exactly 1/9"),
    Weight.THREE_DECIMALS: _("each element weighs 0.111"),
    Weight.TWO_DECIMALS: _("each element weighs 0.11"),
    Weight.OLD: _("each element weighs 0.071"),
}
OLD_EXACT = _("each element weighs exactly 1/14")
ELEMENTS = {
    Element.PERSYARATAN: _("Requirements"),
    Element.PROSEDUR: _("Procedure"),
    Element.WAKTU: _("Time taken"),
    Element.BIAYA: _("Cost"),
    Element.PRODUK: _("Outcome of the service"),
    Element.KOMPETENSI: _("Competence of staff"),
    Element.PERILAKU: _("Conduct of staff"),
    Element.PENGADUAN: _("Handling of complaints"),
    Element.SARANA: _("Facilities"),
}
SHORT = {
    Element.PERSYARATAN: _("Requirem."),
    Element.PROSEDUR: _("Procedure"),
    Element.WAKTU: _("Time"),
    Element.BIAYA: _("Cost"),
    Element.PRODUK: _("Outcome"),
    Element.KOMPETENSI: _("Competence"),
    Element.PERILAKU: _("Conduct"),
    Element.PENGADUAN: _("Complaints"),
    Element.SARANA: _("Facilities"),
}
DIRECTIONS = {
    Direction.UP: _("up by {points} since {before}, more than chance would do"),
    Direction.DOWN: _("down by {points} since {before}, more than chance would do"),
    Direction.UNSURE: _("{points} since {before}: within what chance would do"),
}


def graded(index: Decimal, grade: Grade) -> str:
    """`84,37, grade B (good)`."""
    return _("{index}, grade {grade} ({meaning})").format(
        index=words.number(index), grade=grade.value, meaning=GRADES[grade]
    )


def setting(weight: Weight, regulation: str) -> str:
    """By which weight and table a figure was made."""
    table = _("PermenPANRB 14/2017") if regulation == "2017" else _("KEP/25/M.PAN/2/2004")
    by = str(OLD_EXACT if regulation != "2017" and weight is Weight.EXACT else WEIGHTS[weight])
    return _("{table}, {weight}").format(table=table, weight=by)


def answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=words.number(count))


def span(first: date, last: date) -> str:
    return _("{first} to {last}").format(first=words.short_day(first), last=words.short_day(last))


def reach(found: Interval | None) -> str:
    """How far the index may be off, and by what that was reckoned."""
    if found is None:
        return _("How far off it may be cannot be told from so few or from equal answers.")
    return _("95% confidence: {low} to {high} (Student's t, ±{half})").format(
        low=words.number(found.low), high=words.number(found.high), half=words.number(found.half)
    )


def sampled(found: Sample) -> str:
    """Whether enough answered, by the table of Krejcie and Morgan."""
    if found.needed is None or found.population is None:
        return _("Whether these are enough is not known: nobody has stated the number of users.")
    asked = _("{needed} of {users} users are needed (Krejcie and Morgan)").format(
        needed=words.number(found.needed), users=words.number(found.population)
    )
    if found.enough:
        return _("Enough answers: {asked}.").format(asked=asked)
    return ngettext(
        "{missing} answer is missing: {asked}.",
        "{missing} answers are missing: {asked}.",
        found.missing,
    ).format(missing=words.number(found.missing), asked=asked)


def moved(change: Change, before: str) -> str:
    points = change.points if change.direction is Direction.UNSURE else abs(change.points)
    shown = words.number(points)
    if change.direction is Direction.UNSURE and change.points > 0:
        shown = f"+{shown}"
    return DIRECTIONS[change.direction].format(points=shown, before=before)


def elements(figure: Figure) -> str:
    """Every element with its mean, its index and grade; the lowest is marked."""
    lines = []
    for one in figure.elements:
        line = f"{ELEMENTS[Element(one.key)]} {words.number(one.index)} ({one.grade.value})"
        lines.append(words.bold(line) if one == figure.lowest else line)
    return "\n".join(lines)
