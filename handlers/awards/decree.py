"""The draft decree of an award, as a file for whoever signs it."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot.actions.awards import Decree
from bot.documents import official
from bot.rules.nip import mask
from bot.screens import Button, File, FileKind, Screen, place
from bot.texts import decree as common
from bot.texts import words
from bot.texts.awards import decree as texts
from handlers.awards.proposing import HOME


def draw_decree(at: Decree) -> Screen:
    drawing = partial(official.decree, said_in(at), at.at)
    name = texts.file_name(at.proposal_id)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    back = Button(words.BACK, opens=place("awards.decide", at.proposal_id))
    return Screen(texts.attached(at.title, at.winner.name, draft=at.draft), [[back, HOME]],
                  files=[file])  # fmt: skip


def said_in(at: Decree) -> dict[str, Any]:
    """Every word of the decree with its annex, in its place."""
    about, by, winner = texts.about(at.title, at.office), at.signer.post, at.winner
    seat = at.seat.name if at.seat else ""
    clauses = texts.clauses(winner.name, at.title, at.kind.prize, seat, at.certificate)
    return {
        "title": common.TITLE,
        "about": about,
        "office": at.office,
        "number": common.BLANK,
        "draft": common.DRAFT if at.draft else "",
        "footer": common.footer(at.at),
        "given": common.given(at.city, at.day, draft=at.draft),
        "signer": {"post": by, "name": at.signer.name, "nip": mask(at.signer.nip)},
        "decree": {
            "about_word": common.ABOUT_WORD,
            "by": by,
            "grounds": [
                [common.CONSIDERING, "a.", texts.considerations(at.title, at.office)],
                [common.HAVING_REGARD, "1.", texts.laws()],
            ],
            "decides": common.DECIDES,
            "clauses": [
                [common.FIXES, common.fixed(by, about)],
                *([label, said] for label, said in zip(common.CLAUSES, clauses, strict=False)),
            ],
        },
        "annex": {
            "of": common.annex_of(about),
            "title": texts.annex_title(),
            "sub": at.title,
            "head": list(texts.COLUMNS),
            "rows": [["1", winner.name, at.nip, winner.post, at.unit]],
            "widths": [0.5, 3, 2.3, 2.6, 2.2],
            "numeric": [False] * len(texts.COLUMNS),
            "note": "",
        },
    }
