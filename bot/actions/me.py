"""Who acts, read afresh at the beginning of every update."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.days import office_day
from bot.rules.authority import Role
from bot.screens import Place
from bot.texts.language import Language
from storage import accounts


@dataclass(frozen=True, slots=True)
class Me:
    """The employee behind an update, and the moment at which it is handled.

    `now` is aware, in the zone of the person's unit. `roles` maps each role held today to the
    units it was granted for; None among them means the whole agency.
    """

    account_id: int
    telegram_id: int
    employee_id: int
    name: str
    sex: int
    unit_id: int
    superior_id: int | None
    epoch: int
    now: datetime
    roles: dict[Role, frozenset[int | None]]
    typing: Place | None = None
    card: int | None = None
    unreachable: bool = False
    plain: bool = False
    language: Language = Language.INDONESIAN
    offered: str = ""
    menu_app: str = ""
    passing: str = ""
    numbered: bool = False
    pictures: bool = True
    tour: bool = False
    choices: str = ""
    practising: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def zone(self) -> ZoneInfo:
        zone = self.now.tzinfo
        assert isinstance(zone, ZoneInfo)
        return zone

    def has(self, role: Role) -> bool:
        return role in self.roles


def read_me(session: Session, telegram_id: int, now: datetime) -> Me | None:
    """The person with an active account behind this Telegram id; None for anybody else."""
    known = accounts.known(session, telegram_id, office_day(now))
    if known is None or known.state != accounts.ACTIVE or known.left_on is not None:
        return None
    return Me(
        account_id=known.account_id,
        telegram_id=telegram_id,
        employee_id=known.employee_id,
        name=known.name,
        sex=known.sex,
        unit_id=known.unit_id,
        superior_id=known.superior_id,
        epoch=known.epoch,
        now=now.astimezone(ZoneInfo(known.zone)),
        roles=_roles(known.roles),
        typing=Place.parse(known.typing) if known.typing else None,
        card=known.card,
        unreachable=known.unreachable is not None,
        plain=known.plain,
        language=Language(known.language),
        offered=known.offered,
        menu_app=known.menu_app,
        passing=known.passing,
        numbered=known.numbered,
        pictures=known.pictures,
        tour=known.tour,
        choices=known.choices,
        practising=known.practising,
    )


def _roles(written: str | None) -> dict[Role, frozenset[int | None]]:
    roles: dict[Role, frozenset[int | None]] = {}
    for grant in (written or "").split(","):
        if grant:
            name, unit = grant.split(":")
            where = int(unit) if unit else None
            roles[Role(name)] = roles.get(Role(name), frozenset()) | {where}
    return roles
