"""The reader's language. Message ids are English sentences; Indonesian stands in the catalogue.

Whoever writes to somebody says so by `speaking`. A text that is made while nobody is spoken to
yet, such as a label made on import, is a `Later`: it becomes a sentence when it is written out.
Nothing but Indonesian is ever kept or printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import wraps
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUE = Path(__file__).parents[2] / "locales" / "id" / "LC_MESSAGES" / "messages.po"
P = ParamSpec("P")
R = TypeVar("R")


class Language(StrEnum):
    INDONESIAN = "id"
    ENGLISH = "en"


def _load() -> GNUTranslations:
    compiled = BytesIO()
    with CATALOGUE.open("rb") as source:
        write_mo(compiled, read_po(source, locale=Language.INDONESIAN))
    compiled.seek(0)
    return GNUTranslations(compiled)


_reader: ContextVar[Language | None] = ContextVar("reader", default=None)
_translations: dict[Language, NullTranslations] = {
    Language.INDONESIAN: _load(),
    Language.ENGLISH: NullTranslations(),
}
_indonesian = _translations[Language.INDONESIAN].gettext


def _(message: str) -> str:
    """The sentence for the reader; a `Later` while there is none."""
    reader = _reader.get()
    return _translations[reader].gettext(message) if reader else Later(message)


def ngettext(one: str, many: str, number: int) -> str:
    """As `_`, for a sentence that counts: one thing or many. Not for labels made on import."""
    return _translations[language()].ngettext(one, many, number)


def language() -> Language:
    """Whom we write to reads this; Indonesian while nobody is spoken to."""
    return _reader.get() or Language.INDONESIAN


def speak(reader: Language) -> None:
    """From here on, until the `speaking` around it ends."""
    _reader.set(reader)


@contextmanager
def speaking(reader: Language) -> Iterator[None]:
    """Within, every text is for a reader of this language."""
    before = _reader.set(reader)
    try:
        yield
    finally:
        _reader.reset(before)


def in_language(reader: Language, work: Callable[P, R]) -> Callable[P, R]:
    """The same work, done for a reader of this language wherever it is done."""

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with speaking(reader):
            return work(*args, **kwargs)

    return done


def on_paper(work: Callable[P, R]) -> Callable[P, R]:
    """The same work, in the language of what is kept or printed."""
    return in_language(Language.INDONESIAN, work)


class Later(str):
    """A text whose reader is known when it is written out; held as Indonesian until then.

    `str()`, an f-string, `format`, adding and cutting give the reader's words. `"".join` and
    JSON take what is held, so a bare label is written `str(LABEL)` there. Labels are equal and
    keys of a dict by what is held, whoever reads.
    """

    __slots__ = ("message",)
    message: str

    def __new__(cls, message: str) -> Later:
        text = super().__new__(cls, _indonesian(message))
        text.message = message
        return text

    def __str__(self) -> str:
        return _translations[language()].gettext(self.message)

    def __getnewargs__(self) -> tuple[str]:
        return (self.message,)


def _spoken(name: str) -> Callable[..., Any]:
    def method(self: Later, *args: Any, **kwargs: Any) -> Any:
        return getattr(str(self), name)(*args, **kwargs)

    return method


for _name in (
    "__format__", "format", "format_map", "__add__", "__mod__", "__mul__", "__len__", "__iter__",
    "__contains__", "__getitem__", "capitalize", "casefold", "lower", "upper", "title", "strip",
    "lstrip", "rstrip", "removeprefix", "removesuffix", "replace", "split", "splitlines",
    "partition", "rpartition", "startswith", "endswith", "find", "count", "join", "translate",
    "encode",
):  # fmt: skip
    setattr(Later, _name, _spoken(_name))
setattr(Later, "__radd__", lambda self, before: before + str(self))  # noqa: B010
