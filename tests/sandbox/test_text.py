"""The markup parsers and what they make of text, without a server."""

from html import escape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import Refusal
from sandbox.text import to_html
from sandbox.text.formatted import Formatted, parse

GOOD: list[tuple[str, str, list[tuple[str, int, int]]]] = [
    ("biasa", "biasa", []),
    ("<b>a</b><B>b</B>", "ab", [("bold", 0, 2)]),
    ("<i>🎉</i> x", "🎉 x", [("italic", 0, 2)]),
    ("A &amp; B & C &nbsp; &lt;d&gt; &#33;&#x1F389;", "A & B & C &nbsp; <d> !🎉", []),
    ("<b></b>kosong", "kosong", []),
    ("  <b> tepi </b>  ", "tepi", [("bold", 0, 4)]),
    ("<span class='tg-spoiler'>s</span>", "s", [("spoiler", 0, 1)]),
    ("<tg-spoiler>s</tg-spoiler>", "s", [("spoiler", 0, 1)]),
    ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
    ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
    ('<a href="https://a.id/?x=1&amp;y=2">t</a>', "t", [("text_link", 0, 1)]),
    ("<a>bukan alamat</a>", "bukan alamat", []),
    ("<b foo=bar>x</b>", "x", [("bold", 0, 1)]),
    ("<u><s>x</s>y</u>", "xy", [("underline", 0, 2), ("strikethrough", 0, 1)]),
    ("/nilai dari @sari_asn #SKP", "/nilai dari @sari_asn #SKP",
     [("bot_command", 0, 6), ("mention", 12, 9), ("hashtag", 22, 4)]),
    ("lihat kantor.go.id/x, sari@kantor.go.id", "lihat kantor.go.id/x, sari@kantor.go.id",
     [("url", 6, 14), ("email", 22, 17)]),
    ("31.12.2026 dan 1.000,50 atau a/b", "31.12.2026 dan 1.000,50 atau a/b", []),
    ("<code>/bukan @perintah</code>", "/bukan @perintah", [("code", 0, 16)]),
]  # fmt: skip


@pytest.mark.parametrize(("html", "text", "entities"), GOOD)
def test_html(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found = parse(html, "HTML", None)
    assert found.text == text
    assert [(e["type"], e["offset"], e["length"]) for e in found.entities] == entities


BROKEN = [
    ("<foo>", 'Unsupported start tag "foo" at byte offset 0'),
    ("é a < b", 'Unsupported start tag "" at byte offset 5'),
    ("x <b", "Unclosed start tag at byte offset 2"),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<i><b>x</b>", 'Can\'t find end tag corresponding to start tag "i"'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=a/b>y</a>", "Unexpected end of name token at byte offset 8"),
    ("<a href='x", "Unclosed start tag at byte offset 0"),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
]


@pytest.mark.parametrize(("html", "words"), BROKEN)
def test_broken_html(html: str, words: str) -> None:
    with pytest.raises(Refusal) as no:
        parse(html, "HTML", None)
    assert no.value.description == f"Bad Request: can't parse entities: {words}"


MARKDOWN: list[tuple[str, str, str, list[tuple[str, int, int]]]] = [
    ("MarkdownV2", "*a* _b_ __c__ ~d~ ||e||", "a b c d e",
     [("bold", 0, 1), ("italic", 2, 1), ("underline", 4, 1), ("strikethrough", 6, 1),
      ("spoiler", 8, 1)]),
    ("MarkdownV2", "1\\. `kode` [x](https://a.id)", "1. kode x",
     [("code", 3, 4), ("text_link", 8, 1)]),
    ("MarkdownV2", "```py\nx=1\n```", "x=1", [("pre", 0, 3)]),
    ("Markdown", "*a* 1.5! _b_ [x](http://a.id)", "a 1.5! b x",
     [("bold", 0, 1), ("italic", 7, 1), ("text_link", 9, 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("mode", "given", "text", "entities"), MARKDOWN)
def test_markdown(mode: str, given: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found = parse(given, mode, None)
    assert found.text == text
    assert [(e["type"], e["offset"], e["length"]) for e in found.entities] == entities


def test_reserved_signs_of_markdown() -> None:
    with pytest.raises(Refusal, match=r"Character '\.' is reserved and must be escaped"):
        parse("1.5", "MarkdownV2", None)
    with pytest.raises(Refusal, match="Can't find end of Bold entity at byte offset 2"):
        parse("a *b", "MarkdownV2", None)


SHOWN = [
    ("<b>a<i>b</i></b> &lt;script&gt;", "<b>a<i>b</i></b> &lt;script&gt;"),
    ("<a href='javascript://a.id'>x</a>", "x"),
    ("🎉 <u>x</u>", "🎉 <u>x</u>"),
    ("<tg-spoiler>s</tg-spoiler>", "<tg-spoiler>s</tg-spoiler>"),
]


@pytest.mark.parametrize(("html", "shown"), SHOWN)
def test_what_a_page_shows_is_safe(html: str, shown: str) -> None:
    found = parse(html, "HTML", None)
    assert to_html(found.text, found.entities) == shown


def test_crossing_entities_are_nested_again() -> None:
    crossing = [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 2, "length": 4},
    ]
    assert to_html("abcdef", crossing) == "<b>ab<i>cd</i></b><i>ef</i>"
    bad_link = Formatted("x", [{"type": "text_link", "offset": 0, "length": 1, "url": "data:x"}])
    assert 'href="#"' in to_html(bad_link.text, bad_link.entities)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
MARKUP = st.lists(
    st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<a href='https://a.id'>", "</a>", "&lt;", "&"])
    | WORDS
).map("".join)


@given(WORDS)
def test_escaped_words_come_back(words: str) -> None:
    found = parse(f"<b>.{escape(words)}.</b>", "HTML", None)
    assert found.text == f".{words.replace(chr(0x2028), '').replace(chr(0x2029), '')}."
    assert found.entities[0]["length"] == len(found.text.encode("utf-16-le")) // 2


@given(MARKUP)
def test_any_markup_is_read_or_refused_and_shown_well_formed(markup: str) -> None:
    try:
        found = parse(markup, "HTML", None)
    except Refusal as no:
        assert no.description.startswith("Bad Request: can't parse entities: ")  # noqa: PT017
        return
    size = len(found.text.encode("utf-16-le")) // 2
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= size for e in found.entities)
    shown = ElementTree.fromstring(f"<p>{to_html(found.text, found.entities)}</p>")
    assert "".join(shown.itertext()) == found.text
