"""Sound and video of every kind, structure only."""

from __future__ import annotations

import struct

PLACE = b"-06.9932+110.4203/"


def box(kind: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def track(handler: bytes, *more: bytes) -> bytes:
    told = box(b"hdlr", bytes(8), handler, bytes(13))
    media = box(b"mdia", box(b"mdhd", bytes(24)), told, box(b"minf", bytes(16)))
    return box(b"trak", box(b"tkhd", bytes(84)), media, *more)


def video(*more: bytes, brand: bytes = b"isom", inside: bytes = b"") -> bytes:
    """A video with a picture track, with more boxes behind it and inside its `moov`."""
    head = box(b"ftyp", brand, bytes(4), b"isommp41")
    moov = box(b"moov", box(b"mvhd", bytes(100)), track(b"vide"), inside)
    return b"".join([head, moov, box(b"mdat", b"gambar bergerak"), *more])


def located() -> bytes:
    """As a phone writes it: the place in `udta`, in `meta`, and beside `moov`."""
    told = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0x15C7), PLACE))
    keys = box(b"meta", box(b"ilst", b"com.apple.quicktime.location.ISO6709", PLACE))
    return video(box(b"uuid", bytes(16), PLACE), inside=told + keys)


def page(packet: bytes, flags: int = 0x02) -> bytes:
    """One page of an Ogg file with one packet below 255 bytes."""
    return (
        struct.pack("<4sBBqIIIB", b"OggS", 0, flags, 0, 1, 0, 0, 1) + bytes([len(packet)]) + packet
    )


def sound(codec: bytes = b"OpusHead") -> bytes:
    return page(codec + bytes(11)) + page(b"OpusTags" + bytes(8), 0) + page(bytes(200), 4)
