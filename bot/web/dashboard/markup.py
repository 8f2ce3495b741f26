"""Pieces of a page: what the chat says, tables, links. Everything is escaped here or before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from bot.screens import Place
from bot.texts import dashboard as texts

Link = Callable[[Place], str]
"""The address of a place in the present session."""
_UNKNOWN = re.compile(r"</?(?!(?:b|i)>)[a-z][^>]*>")
SHORT = 18
"""Letters of a cell that are not divided on the narrowest phone."""
_BLOCKS = re.compile(r"\s*[█░▰▱]+\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its name, what stands below it, blocks of HTML, where `back` leads."""

    title: str
    under: str
    blocks: Sequence[str]
    back: Place | None = None
    links: Sequence[tuple[str, Place]] = field(default=())


def prose(text: str) -> str:
    """What a screen of the chat says, without its bars of letters; its HTML is escaped already."""
    told = []
    for block in filter(None, text.split("\n\n")):
        lines = [_BLOCKS.sub(" ", _UNKNOWN.sub("", line)).strip() for line in block.split("\n")]
        told.append("<p>" + "<br>".join(filter(None, lines)) + "</p>")
    return "".join(told)


def without_heading(text: str) -> str:
    """The same without its first line, which the page has as its name."""
    return text.partition("\n")[2].strip("\n")


def card(title: str, *blocks: str) -> str:
    """A part of a page with a heading of its own; none where the page is named so."""
    head = f"<h2>{escape(title)}</h2>" if title else ""
    return f"<section>{head}{''.join(filter(None, blocks))}</section>"


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, quiet: bool = False
) -> str:
    """Cells are HTML; the first of each row heads it, the last is a number or alike.

    `quiet`: what it is about stands above it already, so only those who hear it need the caption.
    """
    unseen = ' class="unseen"' if quiet else ""
    columns = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f"<td{_whole(cell)}>{cell}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )  # fmt: skip
    return (
        f"<table><caption{unseen}>{escape(caption)}</caption>"
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    )


def bars(
    caption: str, heads: tuple[str, str, str], rows: Iterable[tuple[str, str, str]],
    *, quiet: bool = False,
) -> str:  # fmt: skip
    """Name, bar and number; in narrow parts the bar stands below. Its style hides the roles."""
    unseen = ' class="unseen"' if quiet else ""
    columns = "".join(f'<th scope="col" role="columnheader">{escape(one)}</th>' for one in heads)
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{name}</th>'
        f'<td role="cell" class="bar">{bar}</td><td role="cell"{_whole(number)}>{number}</td></tr>'
        for name, bar, number in rows
    )
    return (
        f'<table role="table" class="bars"><caption{unseen}>{escape(caption)}</caption>'
        f'<thead role="rowgroup" class="unseen"><tr role="row">{columns}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _whole(cell: str) -> str:
    """A number with its unit stays in one line."""
    return ' class="whole"' if len(cell) <= SHORT else ""


def below(first: str, *more: str) -> str:
    """A cell of two lines, the second smaller; HTML."""
    told = " · ".join(filter(None, more))
    return f"{first}<small>{told}</small>" if told else first


def figures(told: Iterable[tuple[str, str]]) -> str:
    """A few numbers side by side, each below its words."""
    each = "".join(
        f"<div><dt>{escape(words)}</dt><dd>{escape(number)}</dd></div>" for words, number in told
    )
    return f'<dl class="figures">{each}</dl>'


def doors(link: Link, places: Iterable[tuple[str, Place]]) -> str:
    """Where one can go from here."""
    each = "".join(
        f'<li><a href="{escape(link(where))}">{escape(label)}</a></li>' for label, where in places
    )
    return f'<ul class="doors">{each}</ul>' if each else ""


def pager(link: Link, at: int, pages: int, page: Callable[[int], Place]) -> str:
    """To the page before and after; nothing where there is one."""
    if pages < 2:
        return ""
    ways = [(texts.EARLIER, at - 1)] if at else []
    ways += [(texts.LATER, at + 1)] if at + 1 < pages else []
    each = "".join(f'<a href="{escape(link(page(to)))}">{escape(name)}</a>' for name, to in ways)
    where = escape(texts.page_of(at + 1, pages))
    return (
        f'<nav class="pager" aria-label="{escape(texts.PAGES)}"><span>{where}</span>{each}</nav>'
    )
