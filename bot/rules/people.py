"""Names of people: how they are addressed, and the key by which they are found."""

import re
import unicodedata
from enum import StrEnum


class Sex(StrEnum):
    MAN = "man"
    WOMAN = "woman"


class Honorific(StrEnum):
    BAPAK = "Bapak"
    IBU = "Ibu"


_FRONT = "prof dr drs dra drg drh ir h hj kh apt ns ust ustadz ustadzah pdt tgk"
_DEGREES = (
    "SE SH SS ST SP SPd SKom SSos SSi SKM SIP SAP STP SAg SPt SHut SPsi SKep SFarm SGz SKed SSTP "
    "MM MH MSi MPd MT MKom MKes MAP MAg MBA MSc MA MPA MPP MHum MPH MEng MEc LLM PhD "
    "AMd AMa AMdKeb AMdKep"
)
_MUHAMMAD = "muhammad muhamad mohammad mohamad mohamed muhammed moh muh moch mochamad mochammad md"

_SHORT_DEGREE = re.compile(r"[A-Z][a-z]{1,3}\.|[A-Z]{2,5}")
"""`Ak.`, `CA`: a degree behind a comma, where a name of one's own is neither."""

FRONT_TITLES = frozenset(_FRONT.split())
UNDOTTED_DEGREES = frozenset(_DEGREES.split())
MUHAMMAD = frozenset(_MUHAMMAD.split())
_DOTTED_DEGREE = re.compile(r"\(?[A-Za-z]{1,5}(\.[A-Za-z]{1,6})+\.?\)?\.?")


def honorific(sex: Sex) -> Honorific:
    return Honorific.BAPAK if sex is Sex.MAN else Honorific.IBU


def full_name(name: str, front: str = "", back: str = "") -> str:
    """`Dra. Siti Aminah, M.Si.` from its three parts; empty titles leave no trace."""
    whole = " ".join(f"{front} {name}".split())
    behind = " ".join(back.split()).lstrip(", ")
    return f"{whole}, {behind}" if behind else whole


def strip_titles(name: str) -> str:
    """The bare name: without titles in front, degrees behind a comma, dotted degrees at the end.

    At least one word always stays, so that a person called after a title is still found.
    """
    head, *tail = [" ".join(part.split()) for part in name.split(",")]
    kept = [head, *(part for part in tail if part and not _is_degrees(part))]
    words = " ".join(kept).split()
    while len(words) > 1 and _is_front_title(words[0]):
        words.pop(0)
    words[:1] = [_unglued(word) for word in words[:1]]
    while len(words) > 1 and _is_degree(words[-1]):
        words.pop()
    return " ".join(words)


def search_key(name: str) -> str:
    """What names are compared by: no titles, accents, marks or capitals; one form of Muhammad."""
    plain = unicodedata.normalize("NFKD", strip_titles(name))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.sub(r"[^\w\s]|_", " ", re.sub(r"['`\u2018\u2019]", "", letters)).split()
    while len(words) > 1 and _is_front_title(words[0]):  # `H:Ahmad`
        words.pop(0)
    return " ".join("muhammad" if word in MUHAMMAD else word for word in words)


def _is_front_title(word: str) -> bool:
    return all(part.casefold() in FRONT_TITLES for part in word.strip(".").split("."))


def _unglued(word: str) -> str:
    """`H.Ahmad` is how many write it."""
    title, dot, rest = word.partition(".")
    glued = dot and rest.strip(".") and title.casefold() in FRONT_TITLES
    return _unglued(rest) if glued else word


def _is_degrees(part: str) -> bool:
    return all(_is_degree(word) or _SHORT_DEGREE.fullmatch(word) for word in part.split())


def _is_degree(word: str) -> bool:
    bare = word.strip("().")
    return bare in UNDOTTED_DEGREES or bool(_DOTTED_DEGREE.fullmatch(word))
