"""Indonesian from the catalogue: message ids are English sentences, read at start."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUE = Path(__file__).parents[2] / "locales" / "id" / "LC_MESSAGES" / "messages.po"
LOCALE = "id"


def _load() -> GNUTranslations:
    compiled = BytesIO()
    with CATALOGUE.open("rb") as source:
        write_mo(compiled, read_po(source, locale=LOCALE))
    compiled.seek(0)
    return GNUTranslations(compiled)


_translations = _load()
_ = _translations.gettext
ngettext = _translations.ngettext
