"""Words of a comment that could give its writer or somebody else away, marked for a preview."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.people import search_key
from bot.rules.phrases.words import MONTHS, WEEKDAYS, spelled


class Telltale(StrEnum):
    NAME = "name"
    POST = "post"
    DATE = "date"
    NUMBER = "number"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Found:
    """`text[start:end]` is a telltale of this kind."""

    start: int
    end: int
    kind: Telltale


_ADDRESS = (
    "pak bapak bpk bu ibu mas mbak mba kak kakak bang abang kang teh neng bli uda uni om tante "
    "dek dik adik saudara sdr sdri anda kamu engkau kau beliau saya aku ku kami gue gua"
)
_POSTS = (
    "kepala wakil sekretaris sekda bendahara camat lurah kasi kasie kabid kabag kasubag kasubbag "
    "kasubid kadis koordinator ketua analis arsiparis pranata auditor pengawas penyuluh perawat "
    "bidan dokter guru operator admin staf petugas satpam sopir plt plh magang honorer pppk cpns "
    "atasan bawahan"
)
_DAYS = "kemarin lusa tadi harini besok semalam selumbari"
_ADDRESSES = frozenset(_ADDRESS.split())
_TITLES = frozenset(_POSTS.split())
_DATES = frozenset([*MONTHS, *WEEKDAYS, *_DAYS.split(), "tw", "ramadan", "ramadhan", "lebaran"])
_MANY = "belas puluh ratus ribu juta miliar sepuluh sebelas seratus seribu"
_FIGURES = frozenset(_MANY.split())
_WORD = re.compile(r"\w+(?:['’\-./:]\w+)*")
_DATE = re.compile(r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|\d{4}-\d{2}-\d{2}")
_PHRASE = re.compile(
    r"\b(?:(?:minggu|pekan|bulan|tahun|triwulan) (?:lalu|kemarin|depan|ini)"
    r"|hari (?:ini|itu|minggu)|akhir (?:bulan|tahun)|awal (?:bulan|tahun))\b",
    re.IGNORECASE,
)
SHORTEST_NAME = 3
_SUFFIX = re.compile(r"(?:ku|mu|nya)$")


def telltales(
    text: str, names: Iterable[str] = (), posts: Iterable[str] = ()
) -> tuple[Found, ...]:
    """Names, posts, dates, numbers and words of address in `text`, in order, never overlapping.

    `names` and `posts` are those of the unit, as the roster writes them; each of their words of
    three letters and more is looked for, in any case and with `-nya`, `-ku`, `-mu`. Marks are
    advice: an ordinary word that is also somebody's name (`Indah`, `Bagus`) is marked too.
    """
    called = {word for name in names for word in search_key(name).split()}
    called = {word for word in called if len(word) >= SHORTEST_NAME}
    known = {word for post in posts for word in search_key(post).split()}
    known = {word for word in known if len(word) > SHORTEST_NAME} | _TITLES
    found = [Found(m.start(), m.end(), Telltale.DATE) for m in _PHRASE.finditer(text)]
    taken = {at for mark in found for at in range(mark.start, mark.end)}
    found += [mark for mark in _words(text, called, known) if mark.start not in taken]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _words(text: str, called: set[str], known: set[str]) -> Iterator[Found]:
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        if (kind := _kind(word, called, known)) is not None:
            yield Found(found.start(), found.end(), kind)


def _kind(word: str, called: set[str], known: set[str]) -> Telltale | None:
    parts = {part for piece in re.split(r"[-./:'’]", word) for part in (piece, _bare(piece))}
    if any(search_key(part) in called for part in parts if part):
        return Telltale.NAME
    if parts & _ADDRESSES:
        return Telltale.ADDRESS
    if parts & known:
        return Telltale.POST
    if _DATE.fullmatch(word) or spelled(word) in _DATES:
        return Telltale.DATE
    if any(c.isdigit() for c in spelled(word)) or parts & _FIGURES:
        return Telltale.NUMBER
    return None


def _bare(word: str) -> str:
    return _SUFFIX.sub("", word)
