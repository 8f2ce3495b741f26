"""What people type about their work: amounts, small talk, the beginning of a story."""

import re
from decimal import Decimal

from bot.rules.achievements import FEWEST_WORDS, TITLE_LENGTH
from bot.rules.phrases.words import ONES

_MEASURE = re.compile(
    r"(?:rp\.?\s*)?"
    r"(?P<number>-?(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]{1,2}|,[0-9]+)?))"
    r"(?:\s+(?P<unit>[^\s\d].*)|(?P<glued>%.*|[^\W\d_]+))?",
    re.IGNORECASE,
)
LARGEST = Decimal(10) ** 15


def read_measure(text: str) -> tuple[Decimal, str] | None:
    """`1.200`, `3,5` or `3 hari`: the number and the unit behind it; None when there is none."""
    found = _MEASURE.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    said = found["number"]
    pointed = re.fullmatch(r"-?[0-9]+\.[0-9]{1,2}", said)
    number = Decimal(said if pointed else said.replace(".", "").replace(",", "."))
    return (number, found["unit"] or found["glued"] or "") if abs(number) < LARGEST else None


_SMALL_WORDS = (
    "halo hallo hai hay hi hello hey helo hei p ping tes test permisi selamat pagi siang sore "
    "malam assalamualaikum assalamu'alaikum assalammualaikum waalaikumsalam ass wr wb salam "
    "om swastiastu shalom terima kasih makasih trims thanks thx ok oke baik siap ya tidak "
    "bot teladan min admin bapak ibu pak bu kak mas mbak semua menu bantuan tolong mulai apa "
    "kabar gimana bagaimana"
)
_GREETINGS = frozenset(_SMALL_WORDS.split())


def is_small_talk(text: str) -> bool:
    """Whether a text says nothing to be kept: a greeting, thanks, or fewer than three words."""
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text.casefold())
    return len(words) < FEWEST_WORDS or all(word in _GREETINGS for word in words)


_ANSWERS = frozenset({*ONES, "ya", "tidak", "setuju", "tolak", "kembalikan", "lanjut", "kirim"})
_NUMBER = re.compile(r"#?[0-9]{1,2}")


def is_short_answer(text: str) -> bool:
    """Whether a text answers a question for which there are buttons: `5`, `lima`, `setuju`."""
    said = text.strip().rstrip(".!)").casefold()
    return said in _ANSWERS or _NUMBER.fullmatch(said) is not None


def suggest_title(text: str) -> str:
    """The first sentence of a text, cut at a word, as a proposal; may be empty."""
    first = re.split(r"(?<=[.!?])\s|\n", " \n".join(text.split("\n")).strip(), maxsplit=1)[0]
    words, title = " ".join(first.split()).rstrip(".!? "), ""
    if len(words) <= TITLE_LENGTH // 2:
        return words
    for word in words.split():
        if len(title) + len(word) + 2 > TITLE_LENGTH // 2:
            break
        title = f"{title} {word}".strip()
    return f"{title or words[: TITLE_LENGTH // 2]}…"
