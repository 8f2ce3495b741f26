"""Sentences of leave and mandates."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.desk.labels import LEAVES, MANDATES
from bot.texts.language import _


def leave_line(kind: str, since: date, until: date) -> str:
    return f"{LEAVES.get(kind, kind)}: {span(since, until)}"


def mandate_line(kind: str, holder: str, since: date, until: date) -> str:
    return f"{MANDATES.get(kind, kind)} {words.safe(holder)}: {span(since, until)}"


def span(since: date, until: date) -> str:
    if since == until:
        return words.day(since)
    return _("{since} to {until}").format(since=words.day(since), until=words.day(until))


def leave_kind(name: str) -> str:
    return _("<b>Record leave</b> · {name}\n\nWhich kind?").format(name=words.safe(name))


def ask_days(title: str, name: str) -> str:
    return _(
        "<b>{title}</b> · {name}\n\nType the days, for example “1 sampai 5 September 2026” or "
        "“besok”."
    ).format(title=title, name=words.safe(name))


def ask_holder(kind: str, name: str) -> str:
    return _(
        "<b>{kind}</b> for {name}\n\nWho acts? Type part of the name or the whole NIP."
    ).format(kind=MANDATES[kind], name=words.safe(name))


def check_leave(kind: str, name: str, since: date, until: date) -> str:
    return _("<b>{kind}</b> · {name}\n\n{span}\n\nIs that right?").format(
        kind=LEAVES[kind], name=words.safe(name), span=span(since, until)
    )


def check_mandate(kind: str, name: str, holder: str, since: date, until: date) -> str:
    return _("<b>{kind}</b> {holder}\nacts for {name}\n\n{span}\n\nIs that right?").format(
        kind=MANDATES[kind],
        holder=words.safe(holder),
        name=words.safe(name),
        span=span(since, until),
    )
