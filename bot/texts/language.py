"""Indonesian from the catalogue: message ids are English sentences, read at start."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parents[2] / "locales" / "id" / "LC_MESSAGES"
LOCALE = "id"


def _load() -> GNUTranslations:
    whole = Catalog(locale=LOCALE)
    for file in sorted(FOLDER.glob("*.po")):
        with file.open("rb") as source:
            for message in read_po(source, locale=LOCALE):
                if message.id:
                    whole.add(message.id, message.string, context=message.context)
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return GNUTranslations(compiled)


_translations = _load()
_ = _translations.gettext
ngettext = _translations.ngettext
