"""What an English reader must not find: words of ours that were left in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel.messages.pofile import read_po

from bot.texts.language import CATALOGUE, Language
from tests.kit import Bubble

_TAG = re.compile("<[^>]+>")
TYPED = {"Layanan", "Analis"}
"""Names of the invented office that are words of ours as well."""


@cache
def _ours() -> frozenset[str]:
    """Sentences and labels whose Indonesian differs from every English one."""
    with CATALOGUE.open("rb") as source:
        said = {
            str(one.id): str(one.string)
            for one in read_po(source, locale=Language.INDONESIAN)
            if isinstance(one.id, str) and "{" not in one.id
        }
    return frozenset({text for text in said.values() if len(text) > 3} - said.keys() - TYPED)


@cache
def _sentences() -> re.Pattern[str]:
    """Those of several words, wherever they stand."""
    long = sorted((text for text in _ours() if " " in text), key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, long)) + r")(?!\w)")


def left_over(shown: Iterable[Bubble]) -> Iterator[str]:
    for bubble in shown:
        text = _TAG.sub("", bubble.text)
        yield from (one[0] for one in _sentences().finditer(text))
        yield from (line for line in text.split("\n") if line in _ours())
        yield from (label for row in bubble.keyboard for label, _ in row if label in _ours())
