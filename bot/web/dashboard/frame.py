"""What stands around every page: head, style, the way back; and what browsers are told."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

from bot.texts import dashboard as texts
from bot.texts.language import language
from bot.web import tongue
from bot.web.dashboard.markup import Link, Sheet

CSS = (files(__package__) / "dashboard.css").read_text(encoding="utf-8")
SCRIPT = (files(__package__) / "launch.js").read_text(encoding="utf-8")
_STYLE = b64encode(sha256(CSS.encode()).digest()).decode()
TELEGRAM = (
    "https://web.telegram.org", "https://webk.telegram.org", "https://weba.telegram.org",
    "https://webz.telegram.org",
)  # fmt: skip
"""Pages in whose frame Telegram shows a Mini App; its other programs show it in none."""

_WHOLE = """<!doctype html>
<html lang="{language}"{theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>{title}</title>
<style>{css}</style>
</head>
<body{one}>
{body}
</body>
</html>
"""


def headers(frames: tuple[str, ...], *, script: bool = False) -> dict[str, str]:
    """For pages that `frames` may show; only the first of all runs a script, which is ours."""
    policy = [
        "default-src 'none'", "base-uri 'none'", "form-action 'self'",
        f"frame-ancestors {' '.join(frames)}", f"style-src 'sha256-{_STYLE}'",
        "script-src 'self'" if script else "script-src 'none'",
    ]  # fmt: skip
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "; ".join(policy),
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
    }


def whole(sheet: Sheet, link: Link, dark: bool | None, footer: str) -> str:
    """A page with its way back and, below, whose it is and when it was drawn."""
    ways = [(texts.BACK, sheet.back)] if sheet.back is not None else []
    nav = "".join(f'<a href="{escape(link(to))}">{escape(label)}</a>' for label, to in ways)
    body = [
        f'<a class="skip" href="#isi">{escape(texts.SKIP)}</a>',
        f'<header><nav aria-label="{escape(texts.WAYS)}">{nav}</nav></header>' if nav else "",
        f'<main id="isi" tabindex="-1"><header><h1>{escape(sheet.title)}</h1>',
        f'<p class="under">{escape(sheet.under)}</p></header>' if sheet.under else "</header>",
        *sheet.blocks,
        "</main>",
        f"<footer><p>{escape(footer)}</p></footer>",
    ]
    narrow = len(sheet.blocks) == 1
    return _page(sheet.title, "\n".join(filter(None, body)), dark, narrow=narrow)


def gate(path: str, script: str) -> str:
    """The first page: hands the launch data over, or says where it is opened."""
    body = (
        f'<main class="gate"><header><h1>{escape(texts.TITLE)}</h1></header>'
        f'<p role="status">{escape(texts.opening())}</p>'
        f'<form method="post" action="{tongue.kept(path)}" hidden>'
        f'<input type="hidden" name="data"><input type="hidden" name="background"></form>'
        f'<p class="later">{escape(texts.not_opened())}</p></main>'
        f'<script src="{script}"></script>'
    )
    return _page(texts.TITLE, body, None)


def refusal(
    title: str, sentence: str, home: str = "", dark: bool | None = None, *, other: str = ""
) -> str:
    """One clear page that reveals nothing; with a way home for who has a session.

    `other` leads to the other language, for who has none.
    """
    way = f'<p><a href="{escape(home)}">{escape(texts.HOME)}</a></p>' if home else ""
    body = (
        f'<main class="gate">{other}<header><h1>{escape(title)}</h1></header>'
        f'<p role="alert">{escape(sentence)}</p>{way}</main>'
    )
    return _page(title, body, dark)


def _page(title: str, body: str, dark: bool | None, *, narrow: bool = True) -> str:
    theme = "" if dark is None else f' class="{"dark" if dark else "light"}"'
    return _WHOLE.format(
        title=escape(title),
        css=CSS,
        body=body,
        theme=theme,
        language=language(),
        one=' class="one"' if narrow else "",
    )
