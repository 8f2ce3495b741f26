"""The report as PDF, the check of its code, and HR's table for the national system."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.actions import years
from bot.actions.years.exporting import COLUMNS
from bot.documents import sheet
from bot.documents import year as document
from bot.rules.predikat import Expectation, Predikat
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import results, words
from bot.texts import years as reports
from bot.texts.years import papers as texts
from storage.employees import Employee

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_page(at: years.Page) -> Screen:
    report = at.report
    assert report.judged_at is not None
    drawing = partial(document.pdf, said_on(at), report.judged_at)
    name = texts.file_name(report.year, report.number or 0)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    text = (
        reports.heading(report.year, at.person.name)
        + "\n\n"
        + reports.judged(report.predikat, report.number or 0, report.code)
    )
    return Screen(text, [[HOME]], files=[file])


def said_on(at: years.Page) -> Mapping[str, Any]:
    """Every word of the page, in its place."""
    report, fixed = at.report, texts.printed()
    return {
        "title": f"{fixed['title']} {report.year}",
        "office": at.office,
        "year": str(report.year),
        "number": texts.number_line(report.number or 0, report.year),
        "code": report.code,
        "words": fixed,
        "person": _party(at.person, at.unit),
        "superior": _party(at.superior, at.superior_unit),
        "quarters": _quarters(at),
        "deeds": [texts.deed_line(on, title) for on, title in at.composed.deeds],
        "sections": [
            [label, getattr(report, name) or "-"] for name, label in reports.SECTIONS.items()
        ],
        "verdict": _verdict(at),
        "signed": _signed(at),
    }


def _party(person: Employee, unit: str) -> dict[str, str]:
    return {
        "name": person.name, "nip": person.nip, "rank": person.rank, "post": person.post,
        "unit": unit,
    }  # fmt: skip


def _quarters(at: years.Page) -> list[list[str]]:
    weights = {part.number: part.weight for part in at.result.parts}
    rows = [
        [
            f"TW {words.ROMAN[one.number - 1]}",
            words.number(one.hasil_kerja),
            words.number(one.perilaku),
            words.number(one.total),
            f"{words.number(weights[one.number])}%",
        ]
        for one in at.composed.quarters
        if one.number in weights
    ]
    assert at.result.total is not None
    hasil, perilaku = (words.number(value) for value in at.result.axes.values())
    return [
        *rows,
        [texts.printed()["year"], hasil, perilaku, words.number(at.result.total), "100%"],
    ]


def _verdict(at: years.Page) -> list[list[str]]:
    report, fixed = at.report, texts.printed()
    rows = [
        [fixed["results"], results.EXPECTATION[Expectation(report.hasil_kerja)]],
        [fixed["behaviour"], results.EXPECTATION[Expectation(report.perilaku)]],
        [fixed["predikat"], results.PREDIKAT[Predikat(report.predikat)]],
    ]
    if report.credit:
        said = texts.credit_line(report.credit, report.months)
        rows.append([fixed["credit"], said])
    return rows


def _signed(at: years.Page) -> list[dict[str, str]]:
    """Employee, whoever signed as superior, and the evaluation team's member where it judged."""
    report, fixed = at.report, texts.printed()
    found = [
        (fixed["assessed"], at.person, report.signed_at),
        (_assessor(at), at.signer, report.superior_at),
    ]
    if report.judged_by != report.superior_by:
        found.append((fixed["team"], at.judge, report.judged_at))
    return [
        {
            "role": role,
            "name": one.name,
            "nip": one.nip,
            "moment": words.moment(moment.astimezone(at.zone)),
        }
        for role, one, moment in found
        if moment is not None
    ]


def _assessor(at: years.Page) -> str:
    """With the name of the superior where somebody else held the mandate."""
    role = texts.printed()["assessor"]
    return role if at.signer.id == at.superior.id else texts.on_behalf(role, at.superior.name)


def draw_check(at: years.Checked) -> Screen:
    if not at.code:
        text = texts.ask_code()
    elif at.report is None or at.judged_at is None:
        text = texts.unknown_code()
    else:
        one = at.report
        text = texts.checked(one.number or 0, one.year, at.name, one.predikat, at.judged_at)
    return Screen(text, [[HOME]], typing=None if at.code else Place("years.check"))


def draw_export(at: years.Export) -> Screen:
    columns = COLUMNS
    drawing = partial(sheet.xlsx, f"kinerjaperiodik {at.year}", columns, at.lines)
    file = File(FileKind.DOCUMENT, texts.sheet_name(at.year), drawing=drawing, keepable=True)
    files = [file] if at.lines else []
    before = Button(texts.BEFORE, opens=place("years.export", at.year - 1))
    return Screen(texts.exported(at.year, len(at.lines)), [[before], [HOME]], files=files)
