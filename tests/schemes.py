"""A file of the next version of the shipped scheme, with what a test changes in it."""

from __future__ import annotations

from storage.scheme_files import default_text


def changed(*changes: tuple[str, str], version: int = 2, since: str = "2027-01-01") -> str:
    """Sound as it is: version 2 from 2027 on, with other weights of two indicators."""
    text = default_text()
    every = (
        ("version = 1", f"version = {version}"),
        ("in_force_from = 2026-01-01", f"in_force_from = {since}"),
        ("weight = 25", "weight = 30"),
        ("weight = 20", "weight = 15"),
        *changes,
    )
    for old, new in every:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
