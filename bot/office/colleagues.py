"""What colleagues and subordinates said in the quarter that just closed, and proposals since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from bot.actions import schemes
from bot.actions.peers import drawing
from bot.actions.peers.asking import asked_from
from bot.office import levels
from bot.office.desk import Office, wib
from bot.rules.peers import Way
from storage import audit
from storage.peers import PeerTicket, Said, TicketState, drafts, draws, proposals, tickets
from storage.periods import Period

SEED = "badan-pelayanan-contoh"
SILENT, SPOKEN, STRANGE = 0.06, 0.55, 0.05  # shares: no answer, a comment, not known enough
PRAISE = (
    "Selalu menyelesaikan bagiannya sebelum diminta.",
    "Menjelaskan cara kerja baru dengan sabar.",
    "Mudah dihubungi ketika antrean panjang.",
    "Tidak segan menggantikan rekan yang berhalangan.",
    "Bahan rapat dibagikan jauh hari, sehingga kami sempat membaca.",
    "Mau mendengar pendapat yang berbeda.",
)
WISHES = (
    "Kabar tentang perubahan jadwal sebaiknya disampaikan lebih awal.",
    "Akan lebih baik bila berkas bersama disimpan di satu tempat.",
    "Kadang terlalu banyak dikerjakan sendiri.",
    "Rapat dapat lebih singkat dan tepat waktu.",
)
FEW, ANSWERS = "lain9", 2  # of whom so few had something to say that nothing is released
# Who proposed whom for the running quarter.
PROPOSED = (("agus", "lain8"), ("irwan", "lain11"), ("marice", "lain16"))


def answer(office: Office, period: Period, usual: Mapping[str, float]) -> None:
    """Everybody is drawn for; nearly all answer within the window. The clock closes it."""
    dice, session = Random(SEED), office.session
    assert period.id is not None
    began = wib(period.submit_until + timedelta(1), 6)
    if draws.begin(session, period.id, SEED, began):
        audit.record(session, began, None, "peers.draw", f"peers/{period.id}", {"seed": SEED})
    while drawing.step(session, period, began):
        pass
    keys = {number: key for key, number in office.ids.items()}
    scheme, said_of = schemes.of_period(session, period), Counter[int]()
    for one in tickets.of_period(session, period.id):
        enough = keys[one.about_id] == FEW and said_of[one.about_id] == ANSWERS
        if dice.random() < SILENT or enough:
            continue
        said_of[one.about_id] += 1
        asked = [indicator.key for indicator in asked_from(scheme, one.side)]
        said = _said(dice, asked, usual[keys[one.about_id]])
        drafts.write(session, one.id or 0, said)
        _spend(office, dice, period, one, keys[one.rater_id])
    session.flush()


def _said(dice: Random, asked: list[str], usual: float) -> Said:
    given: dict[str, int | None] = {
        key: None if dice.random() < STRANGE else levels.level(dice, usual + levels.CONDUCT)
        for key in asked
    }
    if dice.random() > SPOKEN:
        return Said(given)
    return Said(given, f"{dice.choice(PRAISE)} {dice.choice(WISHES)}")


def _spend(office: Office, dice: Random, period: Period, one: PeerTicket, rater: str) -> None:
    day = period.submit_until + timedelta(
        dice.randint(1, (period.rate_until - period.submit_until).days)
    )
    at = office.at(rater, day, dice.randint(8, 15), dice.randrange(60))
    tickets.change(office.session, one.id or 0, TicketState.SPENT, at)
    said = {"period": one.period_id}
    audit.record(office.session, at, one.rater_id, "peers.send", f"ticket/{one.id}", said)


def propose(office: Office, period: Period) -> None:
    """A few have proposed a colleague for the running quarter already."""
    assert period.id is not None
    for day, (key, peer) in enumerate(PROPOSED, 3):
        at = office.at(key, date(2026, 11, day), 14, 5)
        me, colleague = office.ids[key], office.ids[peer]
        proposals.propose(office.session, period.id, me, Way.EMPLOYEE, colleague, me, at)
        facts = {"period": period.id, "way": Way.EMPLOYEE.value, "peer": colleague}
        audit.record(office.session, at, me, "peers.propose", f"employee/{me}", facts)
