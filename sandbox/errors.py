"""Refusals: what Telegram answers when it says no, in Telegram's own words."""

from dataclasses import dataclass, field
from typing import Any

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


@dataclass
class Refusal(Exception):
    """The Bot API says no: status, description and the optional `parameters` object."""

    status: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.description

    def answer(self) -> dict[str, Any]:
        """The JSON body of the refusal."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def refusal(status: int, text: str, **parameters: Any) -> Refusal:
    """Telegram's description rule: prefix, then the text with a lower-case beginning,
    unless its second letter shows that it is a server code such as BUTTON_DATA_INVALID."""
    code_like = len(text) > 1 and (text[1].isupper() or text[1] == "_")
    words = text if code_like else text[:1].lower() + text[1:]
    prefix = PREFIXES.get(status, "Error")
    return Refusal(status, f"{prefix}: {words}" if words else prefix, parameters)


def bad(text: str, **parameters: Any) -> Refusal:
    """A 400 with these words."""
    return refusal(400, text, **parameters)


def forbidden(text: str) -> Refusal:
    """A 403 with these words."""
    return refusal(403, text)


def too_many(seconds: int) -> Refusal:
    """A 429 that asks for so many seconds of patience."""
    return refusal(429, f"retry after {seconds}", retry_after=seconds)


@dataclass
class Trouble(Exception):
    """What the /sim side answers when a person cannot do that: a status and one sentence."""

    status: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence
