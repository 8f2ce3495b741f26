"""What waits for me, most urgent first, and the doors open to me."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import (
    appraisals,
    broadcasts,
    desk,
    drills,
    expectations,
    exports,
    factors,
    forums,
    overview,
    panel,
    peers,
    publication,
    schemes,
    tasks,
    tour,
)
from bot.actions.achievements import letters as achievements
from bot.actions.days import office_day
from bot.actions.me import Me
from bot.actions.pages import Leaf, leaf
from bot.actions.rights import demand
from bot.actions.surveys import home as surveys
from bot.actions.waiting import Waiting
from storage import glances
from storage.printing import printing_of

MOST = 4
SURE = 2
"""So many doors stand on every menu, however much waits."""
A_PAGE = 5


def everybody(_: Session, __: Me) -> bool:
    return True


# Each capability adds what may wait for a person, and the doors it offers: the name of a screen
# and whether it stands open to this person.
FINDERS: tuple[Callable[[Session, Me], Sequence[Waiting]], ...] = (
    tasks.waiting,
    desk.find_waiting,
    forums.waiting,
    achievements.waiting_for_me,
    factors.waiting,
    schemes.waiting,
    peers.waiting,
    expectations.waiting,
    drills.waiting,
    surveys.waiting,
    broadcasts.waiting,
    tour.waiting,
)
# What a role adds, then the quarter and what is on record of me, then growing, then the rest.
DOORS: tuple[tuple[str, Callable[[Session, Me], bool]], ...] = (
    ("desk.open", desk.doors_open),
    ("appraisals.list", appraisals.has_people),
    ("panel.home", panel.doors_open),
    ("publication.card", publication.doors_open),
    ("overview.home", overview.doors_open),
    ("exports.home", exports.doors_open),
    ("achievements.mine", everybody),
    ("results.mine", everybody),
    ("expectations.mine", everybody),
    ("reports.card", everybody),
    ("peers.home", everybody),
    ("joining.welcome", everybody),
    ("talks.home", everybody),
    ("trainings.home", everybody),
    ("forums.list", everybody),
    ("career.home", everybody),
    ("awards.list", everybody),
    ("objections.home", everybody),
    ("personal.home", everybody),
    ("preferences.home", everybody),
    ("thanks.home", everybody),
    ("mentoring.home", everybody),
    ("broadcasts.home", everybody),
    ("schemes.home", everybody),
    ("drills.home", drills.needed),
    ("surveys.home", everybody),
    ("factors.home", factors.needed),
)


@dataclass(frozen=True, slots=True)
class Menu:
    """`waiting` holds at most the most urgent few; `more` counts the rest.

    `knows` are the commands that the person's phone lists already, `dashboard` its address, and
    `menu_app` what the menu button of the chat opens already.
    """

    name: str
    sex: int
    today: date
    waiting: Sequence[Waiting]
    more: int
    doors: Sequence[str]
    knows: str = ""
    dashboard: str = ""
    menu_app: str = ""


@dataclass(frozen=True, slots=True)
class Helped:
    """A page of the doors open to a person, what a role adds first.

    `more`: so many things wait for which the menu has no room.
    """

    doors: Leaf[str]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Rest:
    """A page of what waits for which the menu has no room, most urgent first."""

    today: date
    waiting: Leaf[Waiting]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What was being typed, if anything: the name of the act."""

    typing: str | None


def menu(session: Session, me: Me) -> Menu:
    """Everything that waits for me, most urgent first."""
    demand(session, me, "home.open", about=me.employee_id)
    quarter, today = drills.now(session), office_day(me.now)
    glances.look(session, me.employee_id, forums.moments(me.now), quarter, today)
    found = _all_waiting(session, me)
    doors = _open_doors(session, me)
    more = max(0, len(found) - MOST)
    address = printing_of(session).dashboard
    return Menu(
        me.name, me.sex, me.today, found[:MOST], more, doors, me.offered, address, me.menu_app
    )


def help_(session: Session, me: Me, page: int = 0) -> Helped:
    """The doors open to me, to be explained one by one."""
    demand(session, me, "home.open", about=me.employee_id)
    return Helped(leaf(_open_doors(session, me), page, A_PAGE))


def others(session: Session, me: Me, page: int = 0) -> Helped:
    """The doors open to me that the menu may have had no room for."""
    demand(session, me, "home.open", about=me.employee_id)
    more = 0 if page else len(_all_waiting(session, me)[MOST:])
    return Helped(leaf(_open_doors(session, me)[SURE:], page, A_PAGE), more)


def rest(session: Session, me: Me, page: int = 0) -> Rest:
    """What waits for me beyond what the menu has room for."""
    demand(session, me, "home.open", about=me.employee_id)
    return Rest(me.today, leaf(_all_waiting(session, me)[MOST:], page, A_PAGE))


def cancelled(session: Session, me: Me) -> Cancelled:
    """What I was in the middle of; drafts stay."""
    demand(session, me, "home.open", about=me.employee_id)
    return Cancelled(me.typing.name if me.typing else None)


def _all_waiting(session: Session, me: Me) -> list[Waiting]:
    each = {item.opens: item for find in FINDERS for item in find(session, me)}
    return sorted(each.values(), key=lambda item: (item.due or date.max, item.label))


def _open_doors(session: Session, me: Me) -> list[str]:
    return [name for name, stands_open in DOORS if stands_open(session, me)]
