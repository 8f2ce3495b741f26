"""Every sentence has its Indonesian text, with the same fields and tags. Run by `make check`."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "locales" / "id" / "LC_MESSAGES" / "messages.po"
FIELD = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"</?[a-z][^>]*>")
TAKES = {"_": 1, "ngettext": 1}
"""How many message ids each takes; a plural stands under its singular."""
ENGLISH = re.compile(r"\b(the|this|you|your|would|with|please|from|was|were)\b", re.IGNORECASE)
"""What a careless merge leaves behind: no Indonesian sentence has one of these words."""


def said() -> set[str]:
    """Every message id in the code, also those inside f-strings, which pybabel does not see."""
    return {
        str(one.value)
        for folder in ("bot", "handlers")
        for file in (ROOT / folder).rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        for one in call.args[: TAKES.get(call.func.id, 0)]
        if isinstance(one, ast.Constant)
    }


def translated() -> Catalog:
    return read_po(BytesIO(CATALOGUE.read_bytes()), locale="id")


def faults() -> Iterator[str]:
    """One sentence for each thing wrong with the catalogue."""
    whole, ids = translated(), said()
    if whole.num_plurals != 1:
        yield "Indonesian has one plural form: Plural-Forms: nplurals=1; plural=0;"
    for message_id in sorted(ids):
        message = whole.get(message_id)
        text = message.string if message else ""
        text = "".join(text) if isinstance(text, tuple) else text
        if not text:
            yield f"no Indonesian text: {message_id!r}"
        elif message is not None and message.fuzzy:
            yield f"fuzzy: {message_id!r}"
        elif sorted(FIELD.findall(message_id)) != sorted(FIELD.findall(str(text))):
            yield f"other fields: {message_id!r}"
        elif sorted(TAG.findall(message_id)) != sorted(TAG.findall(str(text))):
            yield f"other tags: {message_id!r}"
        elif left := ENGLISH.search(str(text)):
            yield f"English in the Indonesian text ({left[0]}): {message_id!r}"
    for message in whole:
        if (
            message.id
            and (message.id if isinstance(message.id, str) else message.id[0]) not in ids
        ):
            yield f"not used any more: {message.id!r}"


if __name__ == "__main__":
    wrong = list(faults())
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    sys.exit(1 if wrong else 0)
