"""Parts of a form that needs no scripts: questions with four answers, a text, a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def question(name: str, asked: str, answers: Sequence[str], given: int, *, missing: bool) -> str:
    """One group of choices numbered from 1; `missing` marks one that was left out."""
    choices = "".join(
        f'<label class="choice"><input type="radio" name="{name}" value="{at}" required'
        f"{' checked' if at == given else ''}>{escape(one)}</label>"
        for at, one in enumerate(answers, 1)
    )
    kind = ' class="missing"' if missing else ""
    return f"<fieldset{kind}><legend>{escape(asked)}</legend>{choices}</fieldset>"


def text(name: str, label: str, given: str, longest: int) -> str:
    return (
        f'<label for="{name}">{escape(label)}</label><textarea id="{name}" name="{name}" rows="4" '
        f'maxlength="{longest}">\n{escape(given)}</textarea>'
    )


def tick(name: str, label: str, *, given: bool) -> str:
    return (
        f'<label class="choice"><input type="checkbox" name="{name}" value="1"'
        f"{' checked' if given else ''}>{escape(label)}</label>"
    )


def whole(action: str, button: str, hidden: tuple[str, str], *parts: str, other: str = "") -> str:
    """Sent by POST, with one hidden value; `other` is a second way to send it."""
    name, value = hidden
    kept = f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
    return (
        f'<form action="{escape(action)}" method="post">{kept}{"".join(parts)}'
        f"<button>{escape(button)}</button>{other}</form>"
    )


def link(address: str, label: str) -> str:
    return f'<p><a href="{escape(address)}" rel="noreferrer">{escape(label)}</a></p>'
