"""From text and entities to HTML that a page may show as it is."""

from html import escape

from sandbox.model import Json
from sandbox.text.units import cut

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def to_html(text: str, entities: list[Json]) -> str:
    """Escaped HTML; entities that cross each other are closed and opened again."""
    if not entities:
        return escape(text)
    marks = sorted(entities, key=lambda e: (e["offset"], -e["length"]))
    cuts = {0, *(m["offset"] for m in marks), *(m["offset"] + m["length"] for m in marks)}
    raw = text.encode("utf-16-le", "surrogatepass")
    edges = sorted({min(edge, len(raw) // 2) for edge in cuts} | {len(raw) // 2})
    out: list[str] = []
    stack: list[Json] = []
    for begin, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        wanted = [m for m in marks if m["offset"] <= begin < m["offset"] + m["length"]]
        keep = 0
        while keep < min(len(stack), len(wanted)) and stack[keep] is wanted[keep]:
            keep += 1
        out += [_close(mark) for mark in reversed(stack[keep:])]
        out += [_open(mark, text) for mark in wanted[keep:]]
        stack = wanted
        out.append(escape(raw[2 * begin : 2 * end].decode("utf-16-le", "replace")))
    out += [_close(mark) for mark in reversed(stack)]
    return "".join(out)


def _open(mark: Json, text: str) -> str:
    kind = mark["type"]
    if kind in TAGS:
        extra = ' class="expandable"' if kind == "expandable_blockquote" else ""
        return f"<{TAGS[kind]}{extra}>"
    if kind == "spoiler":
        return "<tg-spoiler>"
    words = cut(text, mark["offset"], mark["length"])
    if kind == "bot_command":
        return f'<a class="command" data-command="{escape(words)}">'
    if kind in ("text_link", "url", "email"):
        address = mark.get("url") or (f"mailto:{words}" if kind == "email" else words)
        if ":" not in address.split("/")[0]:
            address = f"http://{address}"
        return f'<a href="{escape(_harmless(address))}" rel="noopener" target="_blank">'
    return f'<span class="{escape(kind)}">'


def _close(mark: Json) -> str:
    kind = mark["type"]
    if kind in TAGS:
        return f"</{TAGS[kind]}>"
    if kind == "spoiler":
        return "</tg-spoiler>"
    return "</a>" if kind in ("bot_command", "text_link", "url", "email") else "</span>"


def _harmless(address: str) -> str:
    scheme = address.split(":", 1)[0].lower()
    return address if scheme in ("http", "https", "tg", "mailto", "tel", "ton", "ftp") else "#"
