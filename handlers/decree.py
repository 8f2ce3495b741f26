"""The draft decree of a quarter, and the annex with names, unit by unit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from bot.actions import publication
from bot.actions.publication.decree import Heading
from bot.documents import official
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import decree as texts
from bot.texts import words
from bot.texts.results import PREDIKAT
from handlers.lists import turns

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_decree(at: publication.Decree) -> Screen:
    head = at.heading
    drawing = partial(official.decree, said_in(at), head.at)
    name = texts.file_name(head.year, head.quarter)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    names = Button(texts.NAMES, opens=place("publication.annexes", head.period_id, 0))
    back = Button(words.BACK, opens=place("publication.card", head.period_id))
    text = texts.attached(head.year, head.quarter, draft=head.draft)
    return Screen(text, [[names], [back, HOME]], files=[file])


def draw_annexes(at: publication.Units) -> Screen:
    lines = [texts.line(one.name, sum(one.counts.values())) for one in at.items]
    rows = [
        [
            Button(
                words.fitting(one.name),
                opens=place("publication.annex", at.period_id, one.unit_id),
            )
        ]
        for one in at.items
    ]
    row = turns(
        at.page, at.total, publication.UNITS_PAGE,
        lambda page: place("publication.annexes", at.period_id, page),
    )  # fmt: skip
    back = Button(words.BACK, opens=place("publication.decree", at.period_id))
    text = "\n\n".join([texts.choose(at.year, at.quarter), "\n".join(lines)])
    return Screen(text, [*rows, [*row, back]])


def draw_annex(at: publication.Annex) -> Screen:
    head, unit_id = at.heading, at.unit_id
    drawing = partial(official.decree, named_in(at), head.at)
    name = texts.annex_name(head.year, head.quarter, unit_id)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    back = Button(words.BACK, opens=place("publication.annexes", head.period_id, 0))
    return Screen(texts.named(at.unit, len(at.people)), [[back, HOME]], files=[file])


def said_in(at: publication.Decree) -> dict[str, Any]:
    """Every word of the decree with its annex of numbers, in its place."""
    head = at.heading
    quarter = words.quarter(head.year, head.quarter)
    people = sum(at.everybody.values())
    clauses = texts.clauses(people, quarter, at.organisation, at.missing, at.objection_days)
    rows = [[one.name, *texts.counts(one.counts)] for one in at.units]
    if at.together:
        rows.append([texts.together(at.together[0]), *texts.counts(at.together[1])])
    rows.append([texts.ALL, *texts.counts(at.everybody)])
    return _sheet(head) | {
        "decree": {
            "about_word": texts.ABOUT_WORD,
            "by": head.signer_post,
            "grounds": [
                [texts.CONSIDERING, "a.", texts.considerations(head.office, quarter)],
                [texts.HAVING_REGARD, "1.", list(texts.LAWS)],
            ],
            "decides": texts.DECIDES,
            "clauses": [
                [texts.FIXES, texts.fixed(head.signer_post, _about(head))],
                *([label, said] for label, said in zip(texts.CLAUSES, clauses, strict=False)),
            ],
        },
        "annex": _annex(
            head, texts.annex_title(), quarter, texts.heads(), rows, [3, 1, 1, 1.4, 1, 1.2, 1],
            text=1, note=texts.masked() if at.together else "",
        ),
    }  # fmt: skip


def named_in(at: publication.Annex) -> dict[str, Any]:
    """Every word of an annex with the people of one unit."""
    head = at.heading
    rows = [
        [str(number), name, nip, post, PREDIKAT[predikat]]
        for number, (name, nip, post, predikat) in enumerate(at.people, 1)
    ]
    columns = [texts.NUMBER, texts.NAME, texts.NIP, texts.POST, texts.PREDICATE]
    sub = f"{at.unit} · {words.quarter(head.year, head.quarter)}"
    table = _annex(head, texts.names_title(), sub, columns, rows, [0.5, 3, 2.3, 2.6, 1.8], text=5)
    return _sheet(head) | {"decree": None, "annex": table}


def _about(head: Heading) -> str:
    return texts.about(head.office, head.year, head.quarter)


def _sheet(head: Heading) -> dict[str, Any]:
    return {
        "title": texts.TITLE,
        "about": _about(head),
        "office": head.office,
        "number": texts.BLANK,
        "draft": texts.DRAFT if head.draft else "",
        "footer": texts.footer(head.at),
        "given": texts.given(head.city, head.day, draft=head.draft),
        "signer": {"post": head.signer_post, "name": head.signer, "nip": head.signer_nip},
    }


def _annex(
    head: Heading, title: str, sub: str, columns: Sequence[str], rows: Sequence[Sequence[str]],
    widths: Sequence[float], *, text: int, note: str = "",
) -> dict[str, Any]:  # fmt: skip
    """The first `text` columns hold words, the others numbers."""
    return {
        "of": texts.annex_of(_about(head)),
        "title": title,
        "sub": sub,
        "head": list(columns),
        "rows": rows,
        "widths": widths,
        "numeric": [at >= text for at in range(len(columns))],
        "note": note,
    }
