"""Telegram's HTML: a port of the rules and the error words of the official parser."""

from dataclasses import dataclass

from sandbox.errors import bad
from sandbox.model import Json
from sandbox.text.links import is_link

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
TAGS = frozenset({*SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"})
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = frozenset(" \t\r\n\v\f\0")
NAME_END = SPACE | frozenset("=>/\"'")


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


class _Parser:
    """A cursor over the text; "\\0" stands for its end."""

    def __init__(self, text: str) -> None:
        self.text = text + "\0"
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        text, end = self.text, len(self.text) - 1
        while self.at < end:
            sign = text[self.at]
            if sign == "<":
                self._tag()
            elif sign == "&":
                self._append(self._reference())
            else:
                begin = self.at
                while self.at < end and text[self.at] not in "<&":
                    self.at += 1
                self._append(text[begin : self.at])
        if self.open:
            raise _error(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.out), self.entities

    def _append(self, piece: str) -> None:
        self.out.append(piece)
        self.offset += len(piece) + sum(1 for sign in piece if sign > "\uffff")

    def _reference(self) -> str:
        """One HTML reference, or the bare "&" when it is none; moves behind it."""
        text, at = self.text, self.at + 1
        found = ""
        if text[at] == "#":
            at += 1
            base, digits = 10, "0123456789"
            if text[at] == "x":
                at, base, digits = at + 1, 16, "0123456789abcdefABCDEF"
            begin = at
            while text[at] in digits:
                at += 1
            code = int(text[begin:at] or "0", base)
            if 0 < code < 0x10FFFF and at - self.at < 10 and not 0xD800 <= code < 0xE000:
                found = chr(code)
        else:
            while text[at].isascii() and text[at].isalpha():
                at += 1
            found = NAMED.get(text[self.at + 1 : at], "")
        if not found:
            self.at += 1
            return "&"
        self.at = at + 1 if text[at] == ";" else at
        return found

    def _where(self, position: int) -> str:
        return f"at byte offset {len(self.text[:position].encode('utf-8', 'surrogatepass'))}"

    def _skip(self) -> None:
        while self.text[self.at] in SPACE and self.at < len(self.text) - 1:
            self.at += 1

    def _ended(self) -> bool:
        return self.at >= len(self.text) - 1

    def _word(self, stops: frozenset[str]) -> str:
        begin = self.at
        while self.text[self.at] not in stops:
            self.at += 1
        return self.text[begin : self.at]

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.text[self.at] == "/":
            self._end(begin)
        else:
            self._start(begin)

    def _start(self, begin: int) -> None:
        tag = self._word(SPACE | {">"}).lower()
        if self._ended():
            raise _error(f"Unclosed start tag {self._where(begin)}")
        if tag not in TAGS:
            raise _error(f'Unsupported start tag "{tag}" {self._where(begin)}')
        argument = ""
        while self.text[self.at] != ">":
            self._skip()
            if self.text[self.at] == ">":
                break
            argument = self._attribute(tag, begin) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise _error(f'Tag "span" must have class "tg-spoiler" {self._where(begin)}')
        self.open.append(_Open(tag, argument, self.offset, len(self.out)))

    def _attribute(self, tag: str, begin: int) -> str:
        """Reads one attribute; answers what it says about the tag, if anything."""
        name = self._word(NAME_END)
        if not name:
            raise _error(f'Empty attribute name in the tag "{tag}" {self._where(begin)}')
        self._skip()
        if self.text[self.at] != "=":
            if self._ended():
                raise _error(f'Unclosed start tag "{tag}" {self._where(begin)}')
            return "1" if (tag, name.lower()) == ("blockquote", "expandable") else ""
        self.at += 1
        self._skip()
        if self._ended():
            raise _error(f'Unclosed start tag "{tag}" {self._where(begin)}')
        value = self._value()
        if self._ended():
            raise _error(f"Unclosed start tag {self._where(begin)}")
        return _argument(tag, name, value)

    def _value(self) -> str:
        quote = self.text[self.at]
        if quote not in "\"'":
            begin = self.at
            while self.text[self.at].isascii() and (
                self.text[self.at].isalnum() or self.text[self.at] in ".-"
            ):
                self.at += 1
            if self.text[self.at] not in SPACE and self.text[self.at] != ">":
                raise _error(f"Unexpected end of name token {self._where(begin)}")
            return self.text[begin : self.at].lower()
        self.at += 1
        pieces = []
        while self.text[self.at] != quote and not self._ended():
            if self.text[self.at] == "&":
                pieces.append(self._reference())
            else:
                pieces.append(self.text[self.at])
                self.at += 1
        if not self._ended():
            self.at += 1
        return "".join(pieces)

    def _end(self, begin: int) -> None:
        if not self.open:
            raise _error(f"Unexpected end tag {self._where(begin)}")
        self.at += 1
        name = self._word(SPACE | {">"}).lower()
        self._skip()
        if self.text[self.at] != ">":
            raise _error(f"Unclosed end tag {self._where(begin)}")
        self.at += 1
        last = self.open.pop()
        if name and name != last.tag:
            raise _error(
                f"Unmatched end tag {self._where(begin)}, "
                f'expected "</{last.tag}>", found "</{name}>"'
            )
        if self.offset > last.offset:
            self._entity(last)

    def _entity(self, last: _Open) -> None:
        entity: Json = {"type": "", "offset": last.offset, "length": self.offset - last.offset}
        if last.tag in SIMPLE:
            entity["type"] = SIMPLE[last.tag]
        elif last.tag == "a":
            address = last.argument or "".join(self.out[last.begin :])
            if not is_link(address):
                return
            entity |= {"type": "text_link", "url": address}
        elif last.tag == "blockquote":
            entity["type"] = "expandable_blockquote" if last.argument else "blockquote"
        elif last.tag == "tg-emoji":
            entity |= {"type": "custom_emoji", "custom_emoji_id": last.argument}
        elif last.tag == "tg-time":
            return
        else:
            self._code(entity, last)
            return
        self.entities.append(entity)

    def _code(self, entity: Json, last: _Open) -> None:
        """`<pre><code class="language-x">` is one `pre` with a language, in either order."""
        inner = self.entities[-1] if self.entities else {}
        same = (inner.get("offset"), inner.get("length")) == (entity["offset"], entity["length"])
        if last.tag == "code" and last.argument:
            entity["language"] = last.argument
        other = "code" if last.tag == "pre" else "pre"
        language = inner.get("language") or entity.get("language")
        if same and inner["type"] == other and language:
            inner |= {"type": "pre", "language": language}
            return
        self.entities.append(entity | {"type": last.tag})


def _argument(tag: str, name: str, value: str) -> str:
    if (tag, name) == ("a", "href") or (tag, name) == ("tg-emoji", "emoji-id"):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "1" if (tag, name.lower()) == ("blockquote", "expandable") else ""


def _error(words: str) -> Exception:
    return bad(f"can't parse entities: {words}")


def parse_html(text: str) -> tuple[str, list[Json]]:
    """Text without tags, and its entities in UTF-16 units (unsorted).

    Raises a Refusal with Telegram's words and a byte offset for broken markup.
    """
    text_out, entities = _Parser(text).run()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text_out, entities
