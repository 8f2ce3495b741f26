"""/istilah: terms a page at a time, one of them, and those that a typed word may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, utils
from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import Leaf, leaf
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.screens import Arg, Place, place
from bot.texts import glossary as texts
from bot.texts import words

PAGE = 5
CLOSE_ENOUGH = 80
LONGEST, SHORTEST = 60, 2


@dataclass(frozen=True, slots=True)
class Looked:
    """One term, and the screen to go back to; None: the list."""

    key: str
    back: Place | None


def home(session: Session, me: Me, page: int) -> Leaf[str]:
    """The keys of one page of terms, in the order of the alphabet."""
    demand(session, me, "home.open", about=me.employee_id)
    in_order = sorted(texts.TERMS, key=lambda key: str(texts.TERMS[key].name).lower())
    return leaf(in_order, page, PAGE)


def term(session: Session, me: Me, key: str, *back: Arg) -> Looked:
    """What a term means; `back` is the address of the screen that led here. Raises Refused."""
    demand(session, me, "home.open", about=me.employee_id)
    if key not in texts.TERMS:
        raise Refused(words.not_available(), "no_term")
    return Looked(key, Place(str(back[0]), back[1:]) if back else None)


def find(session: Session, me: Me, text: str) -> Place:
    """To the term that was typed, or to those that it may be."""
    demand(session, me, "home.open", about=me.employee_id)
    keys = search(text)
    return place("glossary.term", keys[0]) if len(keys) == 1 else place("glossary.found", *keys)


def found(session: Session, me: Me, *keys: Arg) -> Sequence[str]:
    """The keys that a search came to."""
    demand(session, me, "home.open", about=me.employee_id)
    return [str(key) for key in keys if key in texts.TERMS][:PAGE]


def search(text: str) -> list[str]:
    """Keys of at most five terms, the best first; a mistyped word is forgiven."""
    wanted = utils.default_process(text[:LONGEST])
    if len(wanted) < SHORTEST:
        return []
    names = {key: utils.default_process(str(one.name)) for key, one in texts.TERMS.items()}
    same = [key for key, name in names.items() if name == wanted]
    if same:
        return same
    close = {key: _likeness(wanted, f"{key} {name}") for key, name in names.items()}
    near = [key for key in close if close[key] >= CLOSE_ENOUGH]
    best = sorted(near, key=lambda key: -close[key])
    if not best:
        best = [key for key, one in texts.TERMS.items() if wanted in str(one.means).lower()]
    return best[:PAGE]


def _likeness(wanted: str, name: str) -> float:
    """How well a typed word fits a name or one word of it, 0 to 100."""
    return max(fuzz.token_ratio(wanted, name), *(fuzz.ratio(wanted, one) for one in name.split()))
