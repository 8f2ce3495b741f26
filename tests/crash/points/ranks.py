"""Rows counted instead of numbered, so that two runs of one story can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import Session

from storage.tables import METADATA

NUMBERED = re.compile(r"\b([a-z_.]+)/(\d+)\b")
MOMENT = re.compile(r"/(\d{10,}|\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d)(?=/|$)")
TOKEN = re.compile(r"/[\w-]{22}(?=/|$)")
Ranks = Mapping[str, Mapping[int, int]]


def ranks_of(session: Session) -> Ranks:
    """PostgreSQL leaves out the numbers of what was rolled back: count rows, not numbers."""
    return {
        table.name: {
            number: rank
            for rank, number in enumerate(
                session.connection().scalars(select(table.c.id).order_by(table.c.id)), 1
            )
        }
        for table in METADATA.sorted_tables
        if "id" in table.c
    }


RANDOM = {"surveyanswer", "surveycomment"}
"""Their numbers are, so that these tell no order."""
NOUNS = {
    **dict.fromkeys(("opinion", "turn"), "achievementturn"),
    **dict.fromkeys(("achievements.decided", "achievements.nudge"), "achievementturn"),
    **dict.fromkeys(("claim", "welcome", "changing", "changed", "moved", "denied"), "account"),
    **dict.fromkeys(("awards.decided", "awards.proposed", "awards.decide"), "proposal"),
    "file": "evidence", "group": "unitgroup",
    "achievements.queue": "employee", "results.ready": "period",
}  # fmt: skip


def ranked(text: str, ranks: Ranks) -> str:
    """A text with the numbers in it counted by rows, where it names a table, and no tokens.

    Nor moments: time goes on while the heir of a dead bot waits for what is owed; nor numbers
    drawn at random, which are as long.
    """

    def rank(found: re.Match[str]) -> str:
        noun = found[1].split(".")[0].removesuffix("s")
        if noun in RANDOM:
            return f"{found[1]}/…"
        among = ranks.get(NOUNS.get(found[1]) or NOUNS.get(noun, noun), {})
        number = int(found[2])
        return f"{found[1]}/{among.get(number, number)}"

    return NUMBERED.sub(rank, MOMENT.sub("/…", TOKEN.sub("/…", text)))
