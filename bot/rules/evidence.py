"""Evidence: what may be kept, how pictures are compared, how often a file is fetched."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
QUOTA = 200 * 1024 * 1024  # of one person in one quarter
LOOK_BITS = 64
BANDS = 8
NEAR = BANDS - 1  # so many differing bits leave at least one band equal
FEWEST_TURNS = 4  # a picture with fewer set or unset bits is an empty sheet, alike to all others
LEASE = timedelta(minutes=3)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=2)
MOST_TRIES = 12


class EvidenceState(StrEnum):
    WAITING = "waiting"  # Telegram has it, our store not yet
    KEPT = "kept"
    REFUSED = "refused"


class Fault(StrEnum):
    """Why a file was refused."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    KIND = "kind"
    BROKEN = "broken"
    PIXELS = "pixels"
    LOCKED = "locked"
    ACTIVE = "active"
    SWOLLEN = "swollen"  # far larger when unpacked
    PLACE = "place"
    UNSAFE = "unsafe"  # examining it takes too much, or ends the process that does
    QUOTA = "quota"
    UNEXAMINED = "unexamined"  # nothing could be examined at all
    UNREACHABLE = "unreachable"


class Unfit(ValueError):
    """The content cannot be kept; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class FileType(StrEnum):
    """What may be kept, by content; the value is the usual ending."""

    JPEG = "jpg"
    PNG = "png"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    OGG = "ogg"
    MP4 = "mp4"


_OFFICE = "application/vnd.openxmlformats-officedocument."
FITTING = frozenset(
    {
        "image/jpeg",
        "image/png",
        "application/pdf",
        "audio/ogg",
        "video/mp4",
        f"{_OFFICE}wordprocessingml.document",
        f"{_OFFICE}spreadsheetml.sheet",
    }
)
ENDINGS = (".jpg", ".jpeg", *(f".{kind}" for kind in FileType))
CLEANED = frozenset({FileType.JPEG, FileType.PNG, FileType.MP4})  # ours tells no place


def may_fit(mime: str, name: str) -> bool:
    """Whether a file is worth fetching by what Telegram says of it; its content decides later."""
    return mime.lower() in FITTING or name.lower().endswith(ENDINGS) or not (mime or name)


@dataclass(frozen=True, slots=True)
class Retry:
    """When to fetch again; `at` None means never."""

    at: datetime | None


def retry(tries: int, now: datetime) -> Retry:
    """After the `tries`th failure: 30 s, doubling up to two hours, twelve times in all."""
    if tries >= MOST_TRIES:
        return Retry(None)
    wait = FIRST_WAIT * 2 ** (max(1, tries) - 1)
    return Retry(now + min(wait, LONGEST_WAIT))


def has_room(used: int, size: int) -> bool:
    """Whether so many bytes more stay within a person's quota of the quarter."""
    return used + size <= QUOTA


def fault_named(code: str) -> Fault:
    """The fault with this code; any other reason means that the file could not be reached."""
    try:
        return Fault(code)
    except ValueError:
        return Fault.UNREACHABLE


def tells(look: int) -> bool:
    """Whether a look has enough to be recognised by."""
    ones = look.bit_count()
    return FEWEST_TURNS <= ones <= LOOK_BITS - FEWEST_TURNS


def marks(look: int) -> tuple[int, ...]:
    """Eight numbers of a look; two looks that are near share at least one of them."""
    width = LOOK_BITS // BANDS
    mask = (1 << width) - 1
    return tuple((band << width) | (look >> (band * width) & mask) for band in range(BANDS))


def near(one: int, other: int) -> bool:
    """Whether two looks (64 bits each) show nearly the same picture."""
    return (one ^ other).bit_count() <= NEAR
