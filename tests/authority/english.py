"""What an English reader must not find: words of ours that were left in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from bot.texts.language import Language, _translations
from tests.kit import Bubble

_TAG = re.compile("<[^>]+>")
TYPED = {"Layanan", "Analis", "Kapan sebaiknya kita bertemu?", "Jam pelatihan"}
"""Names of the invented office, a question that was kept, a file's title: data, whoever reads."""
SCHEME = Path("storage/schemes/default.toml").read_text(encoding="utf-8")
"""The office's own words for what it rates."""


@cache
def _ours() -> frozenset[str]:
    """Sentences and labels whose Indonesian differs from every English one."""
    catalogue: dict[object, str] = vars(_translations[Language.INDONESIAN])["_catalog"]
    said = {
        one: text for one, text in catalogue.items() if isinstance(one, str) and "{" not in one
    }
    ours = {text for text in said.values() if len(text) > 3 and f'"{text}"' not in SCHEME}
    return frozenset(ours - said.keys() - TYPED)


@cache
def _sentences() -> re.Pattern[str]:
    """Those of several words, wherever they stand; shorter ones people type as well."""
    long = [text for text in _ours() if " " in text and text[0].isupper() and len(text) > 11]
    long.sort(key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, long)) + r")(?!\w)")


def left_over(shown: Iterable[Bubble]) -> Iterator[str]:
    for bubble in shown:
        text = _TAG.sub("", bubble.text)
        yield from (one[0] for one in _sentences().finditer(text))
        yield from (line for line in text.split("\n") if line in _ours())
        yield from (label for row in bubble.keyboard for label, _ in row if label in _ours())
