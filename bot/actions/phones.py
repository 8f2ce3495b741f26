"""Telephone numbers in one form, however people write them."""

from __future__ import annotations

import phonenumbers

REGION = "ID"


def normalised(written: str) -> str | None:
    """`+6281234567890` of `0812-3456-7890`, `6281…` or `+62 812 …`; None when it is no number."""
    text = written.strip()
    if text.startswith("62"):
        text = f"+{text}"
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def international(shared: str) -> str | None:
    """The same for a number as Telegram shares it: with its country, the plus often missing."""
    return normalised(f"+{shared.strip().lstrip('+')}")
