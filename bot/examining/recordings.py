"""Sound and video: their structure is walked; what tells of a place is taken out of a video.

The recording itself is kept as it was sent: nothing here decodes sound or moving pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.rules.evidence import Fault, Unfit

OGG_HEAD, OGG_FIRST = 27, 0x02
SOUNDS = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")
BRANDS = {
    *(b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash"),
    *(b"M4V ", b"MSNV", b"mmp4"),
}
# What a video needs to be played. Everything else, `udta` and `meta` with their places among it,
# is blanked; boxes keep their size, because tables inside count bytes from the file's beginning.
NEEDED: Mapping[bytes, frozenset[bytes]] = {
    b"": frozenset((b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx", b"mfra")),
    b"moov": frozenset((b"mvhd", b"trak", b"mvex", b"iods")),
    b"trak": frozenset((b"tkhd", b"edts", b"mdia", b"tref")),
    b"mdia": frozenset((b"mdhd", b"hdlr", b"minf", b"elng")),
    b"moof": frozenset((b"mfhd", b"traf")),
    b"traf": frozenset((b"tfhd", b"tfdt", b"trun", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio")),
}
TRACKS = frozenset((b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"tmcd", b"hint"))
MOST_BOXES = 20_000


class Box(NamedTuple):
    kind: bytes
    start: int
    inside: int
    end: int


def check_sound(content: bytes) -> None:
    """Raises Unfit unless all of it is pages of an Ogg file that holds nothing but sound."""
    at = 0
    while at < len(content):
        head = content[at : at + OGG_HEAD]
        if len(head) < OGG_HEAD or not head.startswith(b"OggS"):
            raise Unfit(Fault.BROKEN)
        sizes = content[at + OGG_HEAD : at + OGG_HEAD + head[26]]
        inside = at + OGG_HEAD + head[26]
        at = inside + sum(sizes)
        if len(sizes) < head[26] or at > len(content):
            raise Unfit(Fault.BROKEN)
        if head[5] & OGG_FIRST and not content[inside:at].startswith(SOUNDS):
            raise Unfit(Fault.KIND)


def without_place(content: bytes) -> bytes:
    """A video without its descriptions. Raises Unfit, PLACE when a track of it may tell places."""
    if content[8:12] not in BRANDS:
        raise Unfit(Fault.KIND)
    kept = bytearray(content)
    seen = 0
    waiting = [Box(b"", 0, 0, len(content))]
    moved, told = False, False
    while waiting:
        parent = waiting.pop()
        for box in _boxes(content, parent.inside, parent.end):
            seen += 1
            if seen > MOST_BOXES:
                raise Unfit(Fault.SWOLLEN)
            moved, told = moved or box.kind == b"moov", told or box.kind == b"mdat"
            if box.kind not in NEEDED[parent.kind]:
                kept[box.start + 4 : box.start + 8] = b"free"
                kept[box.inside : box.end] = bytes(box.end - box.inside)
            elif box.kind in NEEDED:
                waiting.append(box)
            elif box.kind == b"hdlr" and content[box.inside + 8 : box.inside + 12] not in TRACKS:
                raise Unfit(Fault.PLACE)
    if not moved or not told:
        raise Unfit(Fault.BROKEN)
    return bytes(kept)


def _boxes(content: bytes, at: int, end: int) -> Iterator[Box]:
    """The boxes one after another. Raises Unfit when they do not fill their parent exactly."""
    while at < end:
        size, inside = int.from_bytes(content[at : at + 4], "big"), at + 8
        if size == 1:
            size, inside = int.from_bytes(content[at + 8 : at + 16], "big"), at + 16
        elif size == 0:
            size = end - at
        if at + size > end or at + size < inside:
            raise Unfit(Fault.BROKEN)
        yield Box(content[at + 4 : at + 8], at, inside, at + size)
        at += size
