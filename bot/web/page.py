"""One plain page: no scripts, no pictures, nothing from elsewhere; fits a small phone."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

from bot.texts.language import language
from bot.web import tongue

CSS = """
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;background:#f6f3ec;color:#1c2a44}
main{max-width:34rem;margin:0 auto;padding:1.25rem 1rem 2rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}
section{background:#fff;border:1px solid #d9cfb8;border-left:.5rem solid #6b7280;\
border-radius:.5rem;padding:1rem;margin:0 0 1.25rem}
section.good{border-left-color:#0b7a4b}
section.bad{border-left-color:#b3261e}
h2{font-size:1.25rem;margin:0 0 .5rem}
p{margin:.25rem 0;overflow-wrap:anywhere}
label{display:block;font-weight:600;margin:0 0 .25rem}
input,button{font:inherit;width:100%;padding:.75rem;border-radius:.5rem;border:1px solid #1c2a44}
button{margin-top:.75rem;background:#1c2a44;color:#fff;font-weight:600}
input:focus,button:focus,a:focus{outline:3px solid #c79a3b;outline-offset:2px}
form{margin-top:1rem}
fieldset{background:#fff;border:1px solid #d9cfb8;border-radius:.5rem;margin:0 0 1rem;\
padding:.75rem 1rem}
fieldset.missing{border:2px solid #b3261e}
legend{float:left;width:100%;font-weight:600;padding:0 0 .25rem}
.choice{clear:both;display:flex;gap:.75rem;align-items:flex-start;font-weight:400;\
padding:.625rem 0;margin:0}
.choice input{width:1.375rem;height:1.375rem;margin:.0625rem 0 0;flex:none;accent-color:#1c2a44}
textarea{font:inherit;width:100%;padding:.75rem;border-radius:.5rem;border:1px solid #1c2a44}
textarea:focus{outline:3px solid #c79a3b;outline-offset:2px}
a{color:#1c4f8f;overflow-wrap:anywhere}
.other{text-align:right}
.other a{display:inline-block;padding:.5rem 0}
button.plain{background:none;color:inherit;border-color:currentColor}
small{display:block;margin-top:1.25rem;color:#4d5566;font-size:.9375rem}
@media(prefers-color-scheme:dark){body{background:#11182a;color:#eef1f6}\
section{background:#1a2338;border-color:#3a4560}input{background:#1a2338;color:#eef1f6;\
border-color:#8d99b3}button{background:#c79a3b;color:#11182a;border-color:#c79a3b}\
small{color:#b9c2d3}a{color:#9cc4f5}fieldset{background:#1a2338;border-color:#3a4560}fieldset.missing{border-color:#ff8a80}\
textarea{background:#1a2338;color:#eef1f6;border-color:#8d99b3}.choice input{accent-color:#c79a3b}\
button.plain{background:none;color:inherit}}
"""
STYLE = b64encode(sha256(CSS.encode()).digest()).decode()
"""What the page's policy allows as style, and nothing else."""

_WHOLE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<main>
{other}<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def whole(title: str, *blocks: str, other: str = "") -> str:
    """The page of these blocks, which are HTML already; `other` leads to the other language."""
    body = "\n".join(filter(None, blocks))
    return _WHOLE.format(title=escape(title), css=CSS, body=body, other=other, language=language())


def box(kind: str, head: str, lines: list[str]) -> str:
    """Something that is said: `good`, `bad` or `so`."""
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<section class="{kind}" role="status"><h2>{escape(head)}</h2>{told}</section>'


def form(action: str, name: str, label: str, button: str, typed: str, longest: int) -> str:
    return (
        f'<form action="{escape(action)}" method="get"><label for="{name}">{escape(label)}</label>'
        f'<input id="{name}" name="{name}" value="{escape(typed)}" maxlength="{longest}" required '
        'autocapitalize="characters" autocomplete="off" spellcheck="false">'
        f"{tongue.field()}<button>{escape(button)}</button></form>"
    )


def paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def small(text: str) -> str:
    return f"<small>{escape(text)}</small>"
