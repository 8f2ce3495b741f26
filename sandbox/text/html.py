"""Telegram's HTML: a port of the rules and the error words of the official parser."""

from dataclasses import dataclass

from sandbox.model import Json
from sandbox.text.links import is_link
from sandbox.text.scanner import SPACE, Scanner, markup_error

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
NAME_END = SPACE | frozenset("=>/\"'")


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


class _Parser(Scanner):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        text, end = self.text, len(self.text) - 1
        while self.at < end:
            sign = text[self.at]
            if sign == "<":
                self._tag()
            elif sign == "&":
                self.append(self.reference())
            else:
                begin = self.at
                while self.at < end and text[self.at] not in "<&":
                    self.at += 1
                self.append(text[begin : self.at])
        if self.open:
            raise markup_error(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )
        return "".join(self.out), self.entities

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.text[self.at] == "/":
            self._end(begin)
        else:
            self._start(begin)

    def _start(self, begin: int) -> None:
        tag = self.word(SPACE | {">"}).lower()
        if self.ended():
            raise markup_error(f"Unclosed start tag {self.where(begin)}")
        if tag not in TAGS:
            raise markup_error(f'Unsupported start tag "{tag}" {self.where(begin)}')
        argument = ""
        while self.text[self.at] != ">":
            self.skip()
            if self.text[self.at] == ">":
                break
            argument = self._attribute(tag, begin) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise markup_error(f'Tag "span" must have class "tg-spoiler" {self.where(begin)}')
        self.open.append(_Open(tag, argument, self.offset, len(self.out)))

    def _attribute(self, tag: str, begin: int) -> str:
        """Reads one attribute; answers what it says about the tag, if anything."""
        name = self.word(NAME_END)
        if not name:
            raise markup_error(f'Empty attribute name in the tag "{tag}" {self.where(begin)}')
        self.skip()
        if self.text[self.at] != "=":
            if self.ended():
                raise markup_error(f'Unclosed start tag "{tag}" {self.where(begin)}')
            return "1" if (tag, name.lower()) == ("blockquote", "expandable") else ""
        self.at += 1
        self.skip()
        if self.ended():
            raise markup_error(f'Unclosed start tag "{tag}" {self.where(begin)}')
        value = self.value()
        if self.ended():
            raise markup_error(f"Unclosed start tag {self.where(begin)}")
        return _argument(tag, name, value)

    def _end(self, begin: int) -> None:
        if not self.open:
            raise markup_error(f"Unexpected end tag {self.where(begin)}")
        self.at += 1
        name = self.word(SPACE | {">"}).lower()
        self.skip()
        if self.text[self.at] != ">":
            raise markup_error(f"Unclosed end tag {self.where(begin)}")
        self.at += 1
        last = self.open.pop()
        if name and name != last.tag:
            raise markup_error(
                f"Unmatched end tag {self.where(begin)}, "
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


def parse_html(text: str) -> tuple[str, list[Json]]:
    """Text without tags, and its entities in UTF-16 units (unsorted).

    Raises a Refusal with Telegram's words and a byte offset for broken markup.
    """
    text_out, entities = _Parser(text).run()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text_out, entities
