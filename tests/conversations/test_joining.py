"""From an invitation to an active account, as people live it in the chat."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.actions import joining
from bot.actions.joining.claims import number_of
from storage import accounts, employees, entry_codes
from storage.accounts import Account
from storage.audit import AuditEntry
from storage.claims import pending_of
from storage.columns import vault_of
from storage.employees import Employee
from storage.outbox import Letter
from tests.cast import PEOPLE, Cast
from tests.kit import Office, Person

SARI, MAYA = PEOPLE["sari"][2], PEOPLE["maya"][2]
PHONE = "+6281234567890"
BAD_INPUT = [
    "   ",
    "x" * 4096,
    "<b>&</b>",
    "🙂🙂",
    "مرحبا \u202eabc",
    "/batal",
    "/start",
    "/tim 5",
]


def newcomer(cast: Cast, key: str = "sari", *, phone: str | None = PHONE) -> str:
    """Nobody's account yet, a number in the roster, and a code by the operator."""
    with cast.database.transaction() as session:
        account = accounts.active_of(session, cast.ids[key])
        assert account is not None
        session.delete(account)
        person = session.get(Employee, cast.ids[key])
        assert person is not None
        person.phone = phone
        person.phone_index = vault_of(session).index(phone) if phone else None
        session.add(person)
    return invite(cast, key)


def invite(cast: Cast, key: str, by: str | None = None) -> str:
    nip = PEOPLE[key][2]
    issuer = cast.ids[by] if by else None
    with cast.database.transaction() as session:
        return joining.invite(session, nip, issuer, cast.sari.office.clock.now())


def state_of(cast: Cast, telegram_id: int) -> str | None:
    with cast.database.transaction() as session:
        account = accounts.living(session, telegram_id)
        return account.state if account else None


def letters(cast: Cast, template: str) -> list[Letter]:
    with cast.database.transaction() as session:
        return list(session.exec(select(Letter).where(Letter.template == template)))


def lets_in(session: Session, key: str, now: datetime) -> datetime | None:
    """The operator does, who has heard the digits from the person."""
    person = employees.by_nip(session, PEOPLE[key][2])
    claim = pending_of(session, person.id or 0) if person else None
    assert claim is not None
    return joining.approve(session, PEOPLE[key][2], number_of(session, claim), now)


async def claims(person: Person, code: str) -> None:
    await person.says(f"/start {code}")
    await person.taps("Ya, ini saya")


def digits(person: Person) -> str:
    """What the phone shows for whoever approves."""
    found = re.search(r"Angka pengenal Anda: <code>(\d{4})</code>", person.screen)
    assert found, person.screen
    return found[1]


async def test_a_person_comes_in_with_the_own_number(cast: Cast, office: Office) -> None:
    code = newcomer(cast)
    phone = office.person(555, "S")
    await phone.says(f"/start {code}")
    assert phone.sees("S*** L******")
    assert phone.sees("Layanan")
    assert "Sari" not in phone.screen
    assert state_of(cast, 555) is None
    await phone.taps("Ya, ini saya")
    assert phone.sees("Langkah 2 dari 2")
    await phone.says("0812 3456 7890")
    assert phone.sees("Nomor yang diketik tidak membuktikan")
    assert phone.sees("Langkah 2 dari 2")
    await phone.shares_contact("6281234567890")
    assert phone.sees("Akun sudah aktif")
    assert phone.sees("1. Budi Santoso, S.Sos.\n2. Drs. Hendra Wijaya, M.Si.")
    assert state_of(cast, 555) == "active"
    await phone.taps("Menu")
    assert phone.sees("Selamat datang, <b>Ibu Sari Lestari, A.Md.</b>")
    assert letters(cast, "joining.welcome") == [], "who saw it happen needs no letter"
    assert [letter.employee_id for letter in letters(cast, "joining.joined")] == [
        cast.ids["maya"],
        cast.ids["rina"],
    ]


@pytest.mark.parametrize("form", ["{}", "  {} ", "https://t.me/TeladanBot?start={}", "kode: {}"])
async def test_the_code_may_be_typed_in_many_ways(cast: Cast, office: Office, form: str) -> None:
    code = newcomer(cast)
    phone = office.person(555, "S")
    await phone.says(form.format(code))
    assert phone.sees("S*** L******")


async def test_nothing_is_spent_before_yes(cast: Cast, office: Office) -> None:
    code = newcomer(cast)
    wrong, right = office.person(554, "W"), office.person(555, "S")
    await wrong.says(code)
    await wrong.taps("Bukan saya")
    assert wrong.sees("Undangan tidak terpakai")
    await right.says(code)
    await right.taps("Ya, ini saya")
    assert state_of(cast, 555) == "claimed"


async def test_wrong_used_and_old_codes_read_alike(cast: Cast, office: Office) -> None:
    used = newcomer(cast)
    await claims(office.person(555, "S"), used)
    old = newcomer(cast, "dedi")
    office.clock.advance(hours=73)
    told = []
    for number, code in enumerate(["A" * 22, used, old]):
        person = office.person(700 + number, "X")
        await person.says(f"/start {code}")
        told.append(person.screen)
    assert len(set(told)) == 1
    assert "tidak berlaku" in told[0]


async def test_a_new_invitation_ends_the_old_one_and_its_claim(cast: Cast, office: Office) -> None:
    first = newcomer(cast)
    thief, sari = office.person(554, "T"), office.person(555, "S")
    await claims(thief, first)
    second = invite(cast, "sari")
    assert state_of(cast, 554) is None
    await thief.shares_contact(PHONE)
    assert state_of(cast, 554) is None
    await claims(sari, second)
    assert state_of(cast, 555) == "claimed"


async def test_only_the_own_contact_counts(cast: Cast, office: Office) -> None:
    phone = office.person(555, "S")
    await claims(phone, newcomer(cast))
    await phone.shares_contact(PHONE, of=777)
    assert phone.sees("bukan kontak Anda sendiri")
    await phone.shares_contact("+6281111111111")
    assert phone.sees("tidak sama dengan catatan")
    await phone.shares_contact(PHONE, forwarded=True)
    assert state_of(cast, 555) == "claimed"
    await phone.shares_contact(PHONE)
    assert state_of(cast, 555) == "active"


async def test_a_contact_without_a_claim_leads_to_the_greeting(cast: Cast, office: Office) -> None:
    stranger = office.person(999, "X")
    await stranger.shares_contact(PHONE)
    assert stranger.sees("Selamat datang di Teladan")
    assert stranger.sees("tanpa akun: /survei")


async def test_officers_without_an_account_hang_on_no_list(cast: Cast, office: Office) -> None:
    phone = office.person(555, "M")
    with cast.database.transaction() as session:
        session.delete(accounts.active_of(session, cast.ids["rina"]))
    await claims(phone, newcomer(cast, "maya"))
    assert not letters(cast, "joining.waiting")


async def test_deciding_roles_need_a_second_person(cast: Cast, office: Office) -> None:
    phone = office.person(555, "M")
    await claims(phone, newcomer(cast, "maya"))
    assert phone.sees("perlu disetujui petugas kepegawaian")
    number = digits(phone)
    await phone.shares_contact(PHONE)
    assert phone.sees("nomor saja tidak cukup")
    assert state_of(cast, 555) == "claimed"
    assert [one.employee_id for one in letters(cast, "joining.waiting")] == [cast.ids["rina"]]
    with cast.database.transaction() as session:
        assert joining.approve(session, MAYA, number, office.clock.now()) is None
    assert state_of(cast, 555) == "active"
    with cast.database.transaction() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "joining.prove")).one()
        assert (entry.actor_id, "operator" in entry.facts) == (None, True)


async def test_strangers_are_greeted_whatever_they_send(cast: Cast, office: Office) -> None:
    stranger = office.person(999, "X")
    for text in BAD_INPUT:
        await stranger.says(text)
        assert "Selamat datang di Teladan" in stranger.screen
    for text in ["Sari Lestari", SARI]:
        await stranger.says(text)
        assert "Layanan" not in stranger.screen
    await stranger.sends_photo("x", size=25_000_000)
    await stranger.sends_document("virus.exe", "application/octet-stream", size=25_000_000)
    assert "Selamat datang di Teladan" in stranger.screen


async def test_bad_input_keeps_the_claim_open(cast: Cast, office: Office) -> None:
    phone = office.person(555, "S")
    await claims(phone, newcomer(cast))
    for text in BAD_INPUT:
        await phone.says(text)
        assert "Langkah 2 dari 2" in phone.screen
    assert state_of(cast, 555) == "claimed"


async def test_replays_and_double_taps_change_nothing(cast: Cast, office: Office) -> None:
    code = newcomer(cast)
    phone = office.person(555, "S")
    await phone.says(code)
    await office.feeds_again()
    yes = phone.button("Ya, ini saya")
    await phone.taps("Ya, ini saya")
    await office.feeds_again()
    await phone.taps("x", data=yes)
    assert phone.sees("Langkah 2 dari 2")
    await phone.shares_contact(PHONE)
    seen = phone.screen
    await office.feeds_again()
    assert phone.screen == seen
    with cast.database.transaction() as session:
        assert len(session.exec(select(Account).where(Account.telegram_id == 555)).all()) == 1
        assert len(session.exec(select(Letter)).all()) == 2


async def test_foreign_presses_do_nothing(cast: Cast, office: Office) -> None:
    phone, thief = office.person(555, "S"), office.person(666, "T")
    await phone.says(newcomer(cast))
    await thief.taps("x", data=phone.button("Ya, ini saya"))
    await cast.budi.taps("x", data=phone.button("Ya, ini saya"))
    assert state_of(cast, 666) is None
    with cast.database.transaction() as session:
        code = entry_codes.newest_of(session, cast.ids["sari"])
        assert code is not None
        assert code.used_at is None


async def test_a_change_of_account_tells_the_old_one_and_ends_it(
    cast: Cast, office: Office
) -> None:
    with cast.database.transaction() as session:
        sari = session.get(Employee, cast.ids["sari"])
        assert sari is not None
        sari.phone = PHONE
        session.add(sari)
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("English")
    new = office.person(555, "S")
    await claims(new, invite(cast, "sari", by="maya"))
    assert [one.chat_id for one in letters(cast, "joining.changing")] == [101]
    await new.shares_contact(PHONE)
    assert (state_of(cast, 101), state_of(cast, 555)) == (None, "active")
    assert [one.chat_id for one in letters(cast, "joining.changed")] == [101]
    assert len(letters(cast, "joining.moved")) == 2
    assert "Good day" in await new.says("/menu")  # what was chosen comes along
    await cast.sari.says("/menu")
    assert "Selamat datang di Teladan" in cast.sari.screen


async def test_the_old_account_stops_a_change_that_is_not_its_own(
    cast: Cast, office: Office
) -> None:
    thief = office.person(555, "T")
    await claims(thief, invite(cast, "sari"))
    number = account_number(cast, 555)
    await opens(cast.sari, cast, f"joining.change/{number}")
    await cast.sari.taps("Bukan saya")
    assert cast.sari.sees("Akun yang lain tidak dapat dipakai")
    assert (state_of(cast, 101), state_of(cast, 555)) == ("active", None)
    assert len(letters(cast, "joining.denied")) == 2


async def test_it_can_be_stopped_after_the_change_too(cast: Cast, office: Office) -> None:
    thief = office.person(555, "T")
    await claims(thief, invite(cast, "sari"))
    with cast.database.transaction() as session:
        lets_in(session, "sari", office.clock.now())
    number = account_number(cast, 555)
    await opens(cast.sari, cast, f"joining.change/{number}")
    assert cast.sari.sees("akun ini sudah berakhir")
    deny = cast.sari.button("Bukan saya")
    await thief.taps("x", data=deny)
    assert state_of(cast, 555) == "active"
    await cast.sari.taps("Bukan saya")
    await cast.sari.taps("x", data=deny)
    assert state_of(cast, 555) == "suspended"
    await thief.says("/menu")
    assert thief.sees("Akun ini ditangguhkan")


async def test_deciding_roles_wait_a_day_when_they_move(cast: Cast, office: Office) -> None:
    new = office.person(555, "M")
    await claims(new, invite(cast, "maya", by="rina"))
    with cast.database.transaction() as session:
        starts = lets_in(session, "maya", office.clock.now())
    assert starts == office.clock.now() + timedelta(hours=24)
    await new.says("halo")
    assert new.sees("Kamis, 13 Agustus 2026 pukul 10.00 WIB")
    assert state_of(cast, 106) == "active"
    office.clock.advance(hours=25)
    with cast.database.transaction() as session:
        assert joining.tick(session, office.clock.now()) == 1
        assert joining.tick(session, office.clock.now()) == 0
    assert (state_of(cast, 106), state_of(cast, 555)) == (None, "active")


async def test_buttons_of_an_older_life_are_dead(cast: Cast, office: Office) -> None:
    """A Telegram account that moves to another person keeps no button of the first."""
    await cast.sari.says("/start")
    with cast.database.transaction() as session:
        before = accounts.living(session, 101)
        assert before is not None
        first = before.epoch
        before.state = "ended"
        session.add(before)
    await claims(cast.sari, newcomer(cast, "dedi", phone=PHONE))
    await cast.sari.shares_contact(PHONE)
    with cast.database.transaction() as session:
        after = accounts.living(session, 101)
        assert after is not None
        assert after.epoch > first


async def test_a_stale_claim_ends(cast: Cast, office: Office) -> None:
    phone = office.person(555, "S")
    await claims(phone, newcomer(cast))
    office.clock.advance(hours=73)
    await phone.shares_contact(PHONE)
    assert "Selamat datang di Teladan" in phone.screen
    with cast.database.transaction() as session:
        joining.tick(session, office.clock.now())
    assert state_of(cast, 555) is None


async def test_a_wrong_superior_is_reported_once(cast: Cast, office: Office) -> None:
    await opens(cast.sari, cast, "joining.welcome")
    await cast.sari.taps("Atasan saya keliru")
    for bad in [" ", "x" * 501]:
        await cast.sari.says(bad)
    await cast.sari.says("Ibu <Wayan>, Kepala Bidang")
    await office.feeds_again()
    assert cast.sari.sees("Ibu &lt;Wayan&gt;, Kepala Bidang")
    assert len(letters(cast, "joining.superior_reported")) == 2
    await cast.sari.taps("Tarik laporan")
    assert cast.sari.sees("Ketik siapa atasan langsung")


async def test_blocking_and_coming_back_are_noticed(cast: Cast, office: Office) -> None:
    await cast.sari.blocks()
    with cast.database.transaction() as session:
        assert reason(session, cast.ids["sari"]) == "blocked"
    await cast.sari.unblocks()
    with cast.database.transaction() as session:
        assert reason(session, cast.ids["sari"]) is None


async def test_groups_are_declined_politely(cast: Cast, office: Office) -> None:
    await cast.sari.says_in_group(-100, "/menu")
    assert "percakapan pribadi" in office.telegram.bubbles[max(office.telegram.bubbles)].text
    count = len(office.telegram.bubbles)
    await cast.sari.says_in_group(-100, "halo semua")
    assert len(office.telegram.bubbles) == count


def reason(session: Session, employee_id: int) -> str | None:
    account = accounts.active_of(session, employee_id)
    assert account is not None
    return account.unreachable


def account_number(cast: Cast, telegram_id: int) -> int:
    with cast.database.transaction() as session:
        account = accounts.living(session, telegram_id)
        assert account is not None
        assert account.id is not None
        assert employees.get(session, account.employee_id) is not None
        return account.id


async def opens(person: Person, cast: Cast, where: str) -> None:
    """Press a reading button as a letter carries it."""
    await person.opens(where, cast.database.vault)
