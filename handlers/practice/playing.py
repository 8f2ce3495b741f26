"""One update in somebody's invented unit: opened, acted in, marked, and put away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from bot.actions import buttons
from bot.actions.buttons import Drawn, Key
from bot.actions.me import Me, read_me
from bot.actions.practice import INSIDE, come_out
from bot.office import practice as unit
from bot.screens import Button, Place, Screen
from bot.texts import practice as texts
from handlers.explaining import MOST_BUTTONS
from handlers.issuing import issue, number
from handlers.practice.contents import MENU, inside
from handlers.table import Table
from storage import practice
from storage.vault import Vault

if TYPE_CHECKING:
    from handlers.within import Within


class Unready(Exception):
    """No invented unit has been made in this process yet; that takes a moment."""


class OfTheOffice(Exception):
    """A button was pressed that was not issued in the unit."""

    def __init__(self, data: str) -> None:
        super().__init__()
        self.data = data


class Playing:
    """`table` is all that can be reached in a unit."""

    def __init__(self, office: Table) -> None:
        self.table = inside(office)

    def prepare(self, vault: Vault) -> None:
        """Make the unit that every practice begins with; once a process, beside everything."""
        practice.new(vault, unit.furnish)


def play(do: Within[Any], session: Session, work: Callable[[Session], Drawn]) -> Drawn:
    """Do the update in the person's invented unit; a button of the office leads out of it."""
    me, office, playing, vault = do.me, do.table, do.playing, do.database.vault
    assert playing is not None
    state = practice.read(session, me.account_id) or _new(vault, me.telegram_id)
    do.table, do.inside = playing.table, partial(_trainee, me)
    pressed = ""
    try:
        with practice.opened(vault, state) as world:
            do.me = _trainee(me, world.session)
            drawn = work(world.session)
        practice.put(session, me.account_id, world.state, me.now)
    except OfTheOffice as button:
        pressed = button.data
    finally:
        do.table, do.inside = office, None
        do.me = replace(me, typing=do.me.typing)
    if pressed:
        return _come_out(do, session, pressed)
    drawn = _with_way_out(session, me, drawn, do.led)
    do.led = None  # after a silence the office's own screens alone are drawn again
    return number(session, me, drawn)


def _trainee(me: Me, session: Session) -> Me:
    """Who the person is in the unit at this moment, and how they want screens to be written."""
    played = read_me(session, me.telegram_id, unit.now_of(session))
    assert played is not None
    return replace(
        played, card=me.card, plain=me.plain, pictures=me.pictures, numbered=me.numbered,
        choices=me.choices, passing=me.passing, language=me.language,
    )  # fmt: skip


def issue_inside(
    session: Session, table: Table, me: Me, screen: Screen, notice: str = ""
) -> Drawn:
    """Issue a screen of the unit: marked, without what leads out of it."""
    files = [replace(file, caption=texts.file_mark(file.caption)) for file in screen.files]
    rows = [[one for one in row if _leads(table, one)] for row in screen.rows]
    text = texts.marked(screen.text, me.name)
    fit = replace(screen, text=text, rows=rows, files=files, commands="", app="")
    return issue(session, replace(me, numbered=False), fit, notice)


def _come_out(do: Within[Any], session: Session, data: str) -> Drawn:
    """Press a button of the office; only those of the practice itself lead back into it."""
    drawn = do.pressed(session, data)
    if do.led is None:
        return drawn
    come_out(session, do.me)
    return drawn if drawn.notice else replace(drawn, notice=texts.left_for_real())


def _with_way_out(session: Session, me: Me, drawn: Drawn, at: Place | None) -> Drawn:
    """The drawn screen with the row of buttons that belongs to the office: steps and the end."""
    end = Button(texts.LEAVE, does=Place("practice.leave"))
    other = Button(texts.STEPS, opens=INSIDE)
    if at == INSIDE:
        other = Button(texts.ANEW, does=Place("practice.reset"))
    rows, many = list(drawn.rows), sum(map(len, drawn.rows))
    while at == MENU and many > MOST_BUTTONS - 2:
        rows, many = _without_last(rows), many - 1
    row = [other, end] if many <= MOST_BUTTONS - 2 else [end]
    rows = rows if many < MOST_BUTTONS else _without_last(rows)
    bar = buttons.issue(session, Screen("", [row]), me.telegram_id, me.epoch, me.now)
    return replace(drawn, rows=[*rows, *bar.rows])


def _without_last(rows: Sequence[Sequence[Key]]) -> list[Sequence[Key]]:
    """The last button of a full screen leads out of it, which typing /menu or /batal does, too."""
    return [*rows[:-1], rows[-1][:-1]]


def _new(vault: Vault, telegram_id: int) -> bytes:
    if not practice.is_made(vault):
        raise Unready
    with practice.opened(vault, practice.new(vault, unit.furnish)) as world:
        practice.wear(world.session, telegram_id, unit.account_of(world.session, unit.EMPLOYEE))
    return world.state


def _leads(table: Table, button: Button) -> bool:
    if button.does is not None:
        return button.does.name in table.acts
    return button.opens is not None and button.opens.name in table.places
