"""Everything of certificates: screens, acts, what is typed and sent."""

from __future__ import annotations

from bot.actions import certificates
from bot.actions.certificates import deciding
from bot.actions.certificates import revoking as acts
from handlers.certificates import checking, own, revoking
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        commands={"cek": checking.CHECK},
        places={
            "certificates.mine": Shown(certificates.mine, own.draw_mine),
            "certificates.card": Shown(certificates.card, own.draw_card),
            "certificates.sheet": Shown(certificates.sheet, own.draw_sheet),
            "certificates.replacing": Shown(certificates.ask_replacing, own.draw_replacing),
            "certificates.revoking": Shown(acts.ask_reason, revoking.draw_reason),
            "certificates.revocation": Shown(acts.case, revoking.draw_case),
            "certificates.check": Shown(certificates.check, checking.draw_check),
            "certificates.paper": Shown(certificates.examined, checking.draw_paper),
        },
        acts={
            "certificates.propose": acts.propose,
            "certificates.confirm": deciding.confirm,
            "certificates.refuse": deciding.refuse,
            "certificates.withdraw": deciding.withdraw,
            "certificates.replace": certificates.replace_paper,
        },
        typed={
            "certificates.check": certificates.look_up,
            "certificates.reason": acts.write_reason,
        },
        letters={**revoking.LETTERS, "certificates.replaced": own.write_replaced},
        sent={"certificates.check": certificates.look_at},
    )


def guest_routes() -> Table:
    """What anybody reaches who holds a paper."""
    return Table(
        places={
            "certificates.check": Shown(certificates.check, checking.draw_guest_check),
            "certificates.paper": Shown(certificates.examined, checking.draw_guest_paper),
        },
    )
