"""Reference numbers: what a person quotes when something went wrong, and what the logs carry."""

from __future__ import annotations

from bot.rules.audit.codes import LETTERS, LOOKALIKES, NOISE

CHECKED = 29  # below 32 and prime to it: one wrong letter, or two that changed places, show


class BadReference(ValueError):
    """Not a reference number of ours, or mistyped."""


def reference_of(number: int) -> str:
    """`T1T62A8`: an update's number in letters that are hard to mistake, with a check letter.

    The same in every process and at every try, so that nothing needs to be kept for it.
    """
    letters, left = "", abs(number)
    while left or not letters:
        left, digit = divmod(left, 32)
        letters = LETTERS[digit] + letters
    return letters + LETTERS[abs(number) % CHECKED]


def number_of(reference: str) -> int:
    """The update's number, however it was typed. Raises BadReference."""
    letters = NOISE.sub("", reference).upper().translate(LOOKALIKES)
    if len(letters) < 2 or not set(letters) <= set(LETTERS):
        raise BadReference
    number = 0
    for letter in letters[:-1]:
        number = number * 32 + LETTERS.index(letter)
    if LETTERS[number % CHECKED] != letters[-1]:
        raise BadReference
    return number
