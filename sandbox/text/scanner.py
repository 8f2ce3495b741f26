"""A cursor over marked-up text, with offsets in UTF-16 units and places in bytes."""

from sandbox.errors import Refusal, bad

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = frozenset(" \t\r\n\v\f\0")


def markup_error(words: str) -> Refusal:
    """What Telegram says about markup it can't read."""
    return bad(f"can't parse entities: {words}")


class Scanner:
    """Reads from `at` on; "\\0" stands for the end. `out` is the text without markup."""

    def __init__(self, text: str) -> None:
        self.text = text + "\0"
        self.at = 0
        self.out: list[str] = []
        self.offset = 0

    def append(self, piece: str) -> None:
        """Adds a piece of the text that remains."""
        self.out.append(piece)
        self.offset += len(piece) + sum(1 for sign in piece if sign > "\uffff")

    def reference(self) -> str:
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

    def where(self, position: int) -> str:
        """A place in the words of an error."""
        return f"at byte offset {len(self.text[:position].encode('utf-8', 'surrogatepass'))}"

    def skip(self) -> None:
        """Moves behind white space."""
        while self.text[self.at] in SPACE and self.at < len(self.text) - 1:
            self.at += 1

    def ended(self) -> bool:
        """Whether the text is used up."""
        return self.at >= len(self.text) - 1

    def word(self, stops: frozenset[str]) -> str:
        """Everything up to one of the stops."""
        begin = self.at
        while self.text[self.at] not in stops:
            self.at += 1
        return self.text[begin : self.at]

    def value(self) -> str:
        """The value of an attribute, quoted or a bare name token."""
        quote = self.text[self.at]
        if quote not in "\"'":
            begin = self.at
            while self.text[self.at].isascii() and (
                self.text[self.at].isalnum() or self.text[self.at] in ".-"
            ):
                self.at += 1
            if self.text[self.at] not in SPACE and self.text[self.at] != ">":
                raise markup_error(f"Unexpected end of name token {self.where(begin)}")
            return self.text[begin : self.at].lower()
        self.at += 1
        pieces = []
        while self.text[self.at] != quote and not self.ended():
            if self.text[self.at] == "&":
                pieces.append(self.reference())
            else:
                pieces.append(self.text[self.at])
                self.at += 1
        if not self.ended():
            self.at += 1
        return "".join(pieces)
