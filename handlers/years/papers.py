"""The report as PDF, and HR's table for the national system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.actions import years
from bot.actions.years.exporting import COLUMNS
from bot.documents import sheet
from bot.documents import year as document
from bot.rules.predikat import Expectation, Predikat
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import results, words
from bot.texts import years as reports
from bot.texts.years import papers as texts

NOTHING = ("–",) * 4
HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_page(at: years.Page) -> Screen:
    report = at.report
    assert report.judged_at is not None
    drawing = partial(document.pdf, said_on(at), report.judged_at)
    name = texts.file_name(report.year, report.number or 0)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    blocks = [
        reports.heading(report.year, at.parties.person.name),
        reports.judged(report.predikat, report.number or 0, report.code),
        _note(at),
    ]
    return Screen("\n\n".join(filter(None, blocks)), [[HOME]], files=[file])


def _note(at: years.Page) -> str:
    """What became of it after it was final."""
    if at.replaced_by:
        return texts.replaced(texts.number_line(at.replaced_by, at.report.year))
    return texts.outdated() if at.changed else ""


def said_on(at: years.Page) -> Mapping[str, Any]:
    """Every word of the page, in its place."""
    report, there = at.report, at.parties
    fixed = texts.printed()
    former = texts.number_line(at.replaces, report.year) if at.replaces else ""
    return {
        "title": f"{fixed['title']} {report.year}",
        "office": there.office,
        "year": str(report.year),
        "number": texts.number_line(report.number or 0, report.year),
        "replaces": texts.replaces(former) if former else "",
        "note": _note(at),
        "code": report.code,
        "words": fixed,
        "person": asdict(there.person),
        "superior": asdict(there.superior),
        "quarters": _quarters(at),
        "deeds": [texts.deed_line(on, title) for on, title in at.deeds],
        "sections": [
            [label, getattr(report, name) or "–"] for name, label in reports.SECTIONS.items()
        ],
        "verdict": _verdict(at),
        "signed": _signed(at),
    }


def _quarters(at: years.Page) -> list[list[str]]:
    """Every quarter that counts or why it does not, then the year."""
    result = at.result
    assert result.total is not None
    rows = {
        one.number: [
            f"TW {words.ROMAN[one.number - 1]}",
            words.number(one.hasil_kerja), words.number(one.perilaku), words.number(one.total),
            f"{words.number(one.weight)}%",
        ]
        for one in result.parts
    }  # fmt: skip
    for number, why in result.missing.items():
        rows[number] = [f"TW {words.ROMAN[number - 1]}: {reports.MISSING[why]}", *NOTHING]
    lines = [rows[number] for number in sorted(rows)]
    hasil, perilaku = (words.number(value) for value in result.axes.values())
    return [
        *lines,
        [texts.printed()["year"], hasil, perilaku, words.number(result.total), "100,00%"],
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
    report, there, fixed = at.report, at.parties, texts.printed()
    found = [
        (fixed["assessed"], there.person, report.signed_at),
        (_assessor(at), there.signer, report.superior_at),
    ]
    if report.judged_by != report.superior_by:
        found.append((fixed["team"], there.judge, report.judged_at))
    zone = ZoneInfo(there.zone)
    return [
        {
            "role": role,
            "name": one.name,
            "nip": one.nip,
            "moment": words.moment(moment.astimezone(zone)),
        }
        for role, one, moment in found
        if moment is not None
    ]


def _assessor(at: years.Page) -> str:
    """With the name of the superior where somebody else held the mandate."""
    report, role = at.report, texts.printed()["assessor"]
    if report.superior_by == report.superior_id:
        return role
    return texts.on_behalf(role, at.parties.superior.name)


def draw_export(at: years.Export) -> Screen:
    columns = COLUMNS
    drawing = partial(sheet.xlsx, f"kinerjaperiodik {at.year}", columns, at.lines)
    file = File(FileKind.DOCUMENT, texts.sheet_name(at.year), drawing=drawing, keepable=True)
    files = [file] if at.lines else []
    before = Button(texts.BEFORE, opens=place("years.export", at.year - 1))
    return Screen(texts.exported(at.year, len(at.lines)), [[before], [HOME]], files=files)
