"""Codes of the survey: a counter's, on its sheet, and a ticket's, for one answer.

A ticket's code is its batch and its number in it with a keyed check: it need not be stored to be
known again, and whoever reads the database cannot make one.
"""

from __future__ import annotations

import base64
import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

from bot.rules.audit.codes import LETTERS, LOOKALIKES, NOISE, STANDARD

LINK = "skm"  # what a link's argument begins with
COUNTER, BATCH, NUMBER, CHECK = 7, 4, 2, 6
TICKET = BATCH + NUMBER + CHECK
MOST_TICKETS = 500
"""In one batch; less than its two letters can number."""
GROUP = 4
LONGEST = 300
_TO_OURS = str.maketrans(STANDARD, LETTERS)
_LINKED = re.compile(rf"(?<![0-9A-Za-z]){LINK}-([0-9A-Za-z-]{{{COUNTER},{TICKET + 2}}})", re.I)
_GROUPED = re.compile(r"\w{4}([ -]\w{4}){2}")
_PATH = re.compile(r"/survei/([0-9A-Za-z-]+)", re.I)


@dataclass(frozen=True, slots=True)
class SurveyCode:
    """What was shown: a counter's code, or a ticket's (`batch_id`, `number`, `check`)."""

    counter: str = ""
    batch_id: int = 0
    number: int = 0
    check: str = ""

    @property
    def written(self) -> str:
        """As it is carried by a link."""
        if self.counter:
            return self.counter
        return _written(self.batch_id, BATCH) + _written(self.number, NUMBER) + self.check

    def is_genuine(self, key: bytes) -> bool:
        """Whether this is a ticket that was made with the key."""
        mine = _check(key, self.batch_id, self.number)
        return bool(self.batch_id) and hmac.compare_digest(self.check, mine)


def ticket_code(key: bytes, batch_id: int, number: int) -> str:
    """`002A-0CM9-XD4T`. ValueError for more than can be written."""
    whole = _written(batch_id, BATCH) + _written(number, NUMBER) + _check(key, batch_id, number)
    return "-".join(whole[at : at + GROUP] for at in range(0, len(whole), GROUP))


def counter_code(random: bytes) -> str:
    """A counter's code from seven random bytes or more; two of its signs are digits."""
    signs = [
        LETTERS[one % (10 if at in (0, 3) else 32)] for at, one in enumerate(random[:COUNTER])
    ]
    return "".join(signs)


def argument(code: str) -> str:
    """What a deep link carries: letters, digits and one dash."""
    return f"{LINK}-{NOISE.sub('', code)}"


def find(text: str) -> SurveyCode | None:
    """The code in a link or in `/start skm-…`; None where there is none."""
    short = text[:LONGEST]
    found = _LINKED.search(short) or _PATH.search(short)
    return _parsed(found[1]) if found else None


def read(typed: str) -> SurveyCode | None:
    """A code as it stands on paper, however it was typed; None for anything else.

    Something without a digit is a word and no code, unless it stands in groups as a ticket does.
    """
    short = typed[:LONGEST].strip()
    if not _GROUPED.fullmatch(short) and not any(sign.isdecimal() for sign in short):
        return None
    return _parsed(short)


def _parsed(text: str) -> SurveyCode | None:
    signs = NOISE.sub("", text).upper().translate(LOOKALIKES)
    if not set(signs) <= set(LETTERS):
        return None
    if len(signs) == COUNTER:
        return SurveyCode(counter=signs)
    if len(signs) != TICKET:
        return None
    batch, number = signs[:BATCH], signs[BATCH : BATCH + NUMBER]
    return SurveyCode(batch_id=_read(batch), number=_read(number), check=signs[-CHECK:])


def _written(number: int, signs: int) -> str:
    if not 0 <= number < len(LETTERS) ** signs:
        raise ValueError(f"{number} cannot be written in {signs} letters")
    letters = ""
    for _ in range(signs):
        number, digit = divmod(number, len(LETTERS))
        letters = LETTERS[digit] + letters
    return letters


def _read(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * len(LETTERS) + LETTERS.index(letter)
    return number


def _check(key: bytes, batch_id: int, number: int) -> str:
    made = hmac.digest(key, f"{batch_id}/{number}".encode(), sha256)
    return base64.b32encode(made[:10]).decode().translate(_TO_OURS)[:CHECK]
