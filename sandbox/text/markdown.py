"""MarkdownV2 and the older Markdown, with Telegram's errors."""

from sandbox.errors import bad
from sandbox.model import Json
from sandbox.text.links import is_link
from sandbox.text.units import units

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}


class _Parser:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[tuple[str, int, int]] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.text):
            self._step()
        if self.open:
            mark, _, begin = self.open[-1]
            raise bad(
                f"can't parse entities: Can't find end of {_name(mark)} entity "
                f"at byte offset {self._bytes(begin)}"
            )
        return "".join(self.out), self.entities

    def _bytes(self, position: int) -> int:
        return len(self.text[:position].encode("utf-8", "surrogatepass"))

    def _append(self, piece: str) -> None:
        self.out.append(piece)
        self.offset += units(piece)

    def _step(self) -> None:
        sign = self.text[self.at]
        if sign == "\\" and self.text[self.at + 1 : self.at + 2].isascii():
            self._append(self.text[self.at + 1 : self.at + 2] or sign)
            self.at += 2
            return
        if sign == "`":
            self._code()
            return
        mark = next((m for m in ("__", "||", *"*_~") if self.text.startswith(m, self.at)), "")
        if mark:
            self._toggle(mark)
        elif sign == "[":
            self.open.append(("[", self.offset, self.at))
            self.at += 1
        elif sign == "]" and self.open and self.open[-1][0] == "[":
            self._link()
        elif sign in RESERVED:
            raise bad(
                f"can't parse entities: Character '{sign}' is reserved "
                "and must be escaped with the preceding '\\'"
            )
        else:
            self._append(sign)
            self.at += 1

    def _toggle(self, mark: str) -> None:
        if self.open and self.open[-1][0] == mark:
            _, begin, _ = self.open.pop()
            if self.offset > begin:
                self.entities.append(
                    {"type": MARKS[mark], "offset": begin, "length": self.offset - begin}
                )
        else:
            self.open.append((mark, self.offset, self.at))
        self.at += len(mark)

    def _code(self) -> None:
        fence = "```" if self.text.startswith("```", self.at) else "`"
        end = self.text.find(fence, self.at + len(fence))
        if end < 0:
            kind = "PreCode" if fence == "```" else "Code"
            raise bad(
                f"can't parse entities: Can't find end of {kind} entity "
                f"at byte offset {self._bytes(self.at)}"
            )
        body = self.text[self.at + len(fence) : end].replace("\\`", "`").replace("\\\\", "\\")
        entity: Json = {"type": "pre" if fence == "```" else "code", "offset": self.offset}
        first, line, rest = body.partition("\n")
        if fence == "```" and line:
            body = rest
            if first.strip():
                entity["language"] = first.strip()
        self._append(body)
        if body:
            self.entities.append(entity | {"length": units(body)})
        self.at = end + len(fence)

    def _link(self) -> None:
        _, begin, _ = self.open.pop()
        self.at += 1
        address = ""
        if self.text.startswith("(", self.at):
            end = self.text.find(")", self.at)
            if end < 0:
                raise bad(
                    "can't parse entities: Can't find end of a URL "
                    f"at byte offset {self._bytes(self.at + 1)}"
                )
            address = self.text[self.at + 1 : end].replace("\\", "")
            self.at = end + 1
        if self.offset > begin and is_link(address):
            length = self.offset - begin
            self.entities.append(
                {"type": "text_link", "offset": begin, "length": length, "url": address}
            )


def _name(mark: str) -> str:
    return {"[": "TextUrl"}.get(mark) or MARKS[mark].capitalize()


def parse_markdown(text: str) -> tuple[str, list[Json]]:
    """MarkdownV2: text without marks, and its entities."""
    return _Parser(text).run()


def parse_legacy(text: str) -> tuple[str, list[Json]]:
    """The older Markdown, read as MarkdownV2 in which only `* _ ` [` are signs."""
    keep = frozenset("*_`[")
    strict, inside, at = [], "", 0
    while at < len(text):
        sign = text[at]
        if sign == "\\" and text[at + 1 : at + 2] in keep and text[at + 1 : at + 2]:
            strict.append(text[at : at + 2])
            at += 2
            continue
        if sign == "[":
            inside = "["
        elif inside == "[" and text.startswith("](", at):
            end = text.find(")", at)
            strict.append(text[at : end + 1] if end > 0 else text[at:])
            at, inside = (end + 1 if end > 0 else len(text)), ""
            continue
        strict.append("\\" + sign if sign in RESERVED - keep or sign == "\\" else sign)
        at += 1
    return _Parser("".join(strict)).run()
