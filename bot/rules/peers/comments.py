"""Comments of colleagues, cut into sentences and shuffled, so that no style shows a writer."""

import hashlib
import re
from collections.abc import Sequence

from bot.rules.peers.release import Answer, Release

_SHORT = (
    "a.n u.b u.p d.a s.d bpk bp ibu sdr sdri yth dr drs dra ir prof hj h kh s.e s.h s.sos s.kom "
    "s.pd s.ip m.m m.si m.pd m.kom no nomor tgl hlm dll dsb dst dkk tsb jl kel kec kab rp pkl pk "
    "plt plh st mt moh muh"
)
_ABBREVIATIONS = frozenset(word.replace(".", "") for word in _SHORT.split()) - {"ibu", "nomor"}
_END = re.compile(r"(?:[.!?…]+[\"'”’)]*)(?=\s|$)|\n+")
_BULLET = re.compile(r"^\s*(?:[-•*–]|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a text in order; abbreviations, titles and 3.000 end none."""
    found, start = [], 0
    for end in _END.finditer(text):
        if not _abbreviated(text, start, end):
            found.append(text[start : end.end()])
            start = end.end()
    found.append(text[start:])
    plain = (" ".join(_BULLET.sub("", part).split()) for part in found)
    return [part for part in plain if any(c.isalnum() for c in part)]


def shuffled(answers: Sequence[Answer], released: Release, seed: str) -> tuple[str, ...]:
    """All sentences of all comments in an order that only `seed` and the words decide.

    Empty unless the release of this employee shows figures; of `answers` only as many count as
    were released, so nothing late gets in: pass them in the order in which they were stored.
    """
    if not released.shown:
        return ()
    said = [part for a in answers[: released.answers] for part in sentences(a.comment)]
    return tuple(sorted(said, key=lambda part: (_rank(seed, part), part)))


def _rank(seed: str, sentence: str) -> bytes:
    return hashlib.blake2b(f"{seed}\x1f{sentence}".encode(), digest_size=16).digest()


def _abbreviated(text: str, start: int, end: re.Match[str]) -> bool:
    if end[0] != ".":
        return False
    word = re.split(r"[\s(\"“']", text[start : end.start()])[-1].casefold()
    initial = len(word) == 1 and word.isalpha()
    listed = (
        word.isdigit() and len(word) <= 2 and not text[start : end.start() - len(word)].strip()
    )
    return initial or listed or word.replace(".", "") in _ABBREVIATIONS
