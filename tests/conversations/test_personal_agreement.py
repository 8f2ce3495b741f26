"""Rows about personal data beside the trail: what was changed behind its back is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import text
from sqlmodel import col, select

from bot.actions import personal
from bot.texts.findings import finding
from storage import agreement
from storage.agreement import Fault, Finding, Kind
from storage.agreement import personal as rows_of
from storage.audit import Reader
from storage.personal import ConsentGiven, PersonalRequest
from storage.vault import Vault
from tests.cast import Cast
from tests.conversations.test_breaches import asks_and_returns, confirms, records_breach
from tests.conversations.test_personal import asks_for

OURS = {Kind.PERSONAL_REQUEST, Kind.PERSONAL_CONSENT, Kind.BREACH, Kind.ERASURE}
CHANGES = [
    ("UPDATE personalrequest SET employee_id = decided_by", "personal_request/differs"),
    ("UPDATE personalrequest SET wanted = :words", "personal_request/differs"),
    ("UPDATE personalrequest SET answer = :words", "personal_request/differs"),
    ("UPDATE personalrequest SET state = 'granted'", "personal_request/differs"),
    ("UPDATE personalrequest SET state = 'filed'", "personal_request/gone"),
    ("DELETE FROM personalrequest", "personal_request/gone"),
    ("UPDATE consentgiven SET version = 2", "personal_consent/differs"),
    ("UPDATE consentgiven SET employee_id = employee_id + 1", "personal_consent/unrecorded"),
    ("UPDATE consentgiven SET withdrawn_at = given_at", "personal_consent/gone"),
    ("UPDATE breach SET people = 9", "breach/differs"),
    ("UPDATE breach SET handling = :words", "breach/differs"),
    ("UPDATE breach SET authority_told_at = NULL", "breach/gone"),
    ("UPDATE breach SET closed_at = recorded_at, closed_by = 1", "breach/unrecorded"),
    ("UPDATE breach SET recorded_at = asked_at", "breach/differs"),
    ("UPDATE breach SET asked_by = 1", "breach/differs"),
    ("UPDATE breach SET due_at = recorded_at", "breach/differs"),
    ("UPDATE breach SET people_told_by = asked_by", "breach/differs"),
    ("UPDATE breach SET notice = ''", "breach/gone"),
    ("UPDATE breach SET reason = :words", "breach/differs"),
    ("DELETE FROM breach", "breach/gone"),
    ("UPDATE erasure SET rows = rows + 1", "erasure/differs"),
    ("UPDATE erasure SET kind = 'notes'", "erasure/unrecorded"),
    ("DELETE FROM erasure", "erasure/gone"),
]


def found(cast: Cast, *changes: str) -> set[Finding]:
    """What is found of ours with these changes, which are undone; everything is read without."""
    said = cast.database.vault.seal("kata lain")
    with cast.database.engine.connect() as connection, connection.begin() as undone:
        for change in changes:
            given = {"words": said} if ":words" in change else {}
            assert connection.execute(text(change), given).rowcount > 0, change
        today = cast.sari.office.clock.now().date()
        reader = Reader(connection)
        findings = (
            personal_ones(reader, cast.database.vault)
            if changes
            else agreement.findings(reader, cast.database.vault, today)
        )
        ours = {one for one in findings if one.kind in OURS}
        undone.rollback()
    return ours


def personal_ones(reader: Reader, vault: Vault) -> Iterator[Finding]:
    for rows in (rows_of.of_requests, rows_of.of_given_consents, rows_of.of_breaches):
        yield from rows(reader)
    for whole in (rows_of.of_erasures, rows_of.of_clocks_of_breaches):
        yield from whole(reader.connection)
    for words in (rows_of.of_words_of_breaches, rows_of.of_words_of_requests):
        yield from words(reader.connection, vault)


async def play(cast: Cast) -> None:
    """A request refused, a consent given, a breach of which the authority is told, an erasure."""
    maya, sari, vault = cast.maya, cast.sari, cast.database.vault
    await asks_for(sari, "Jabatan", "Analis Muda")
    await maya.opens("personal.answer/1/refused", vault)
    await maya.says("Jabatan di SK tertulis Analis.")
    await sari.opens("thanks.mine/0", vault)
    await sari.taps("Atasan boleh menghitung")
    await records_breach(cast)
    await maya.taps("Lembaga diberi tahu")
    await maya.taps("Ya, catat")
    await asks_and_returns(cast)
    await maya.taps("Perbaiki catatan")
    await maya.taps("Hanya satu unit")
    await maya.says("jayapura")
    await maya.taps("Kembali")
    await maya.taps("Minta persetujuan")
    assert await confirms(cast)
    await sari.says("/prestasi")
    await sari.taps("Buat baru")
    await sari.says("Antrean lebih cepat")
    await sari.opens("personal.sure/drafts", vault)
    await sari.taps("Hapus selamanya")


async def test_what_was_changed_behind_the_trail_is_found(opened: Cast) -> None:
    await play(opened)
    assert found(opened) == set()
    for change, expected in CHANGES:
        told = {f"{one.kind}/{one.fault}" for one in found(opened, change)}
        assert expected in told, change
    # a consent of before consents were kept: given as it was then, at that very moment
    old = "UPDATE auditentry SET action = 'act.other' WHERE action = 'consents.give'"
    with opened.database.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER auditentry_no_update"))
            connection.commit()
            assert found(opened, old) == set()


async def test_what_the_years_took_accuses_nobody_and_what_they_did_not_is_missed(
    opened: Cast,
) -> None:
    await play(opened)
    clock = opened.sari.office.clock
    clock.moment = datetime(2032, 1, 5, 19, 0, tzinfo=UTC)
    with opened.database.transaction() as session:
        while personal.retain(session, clock.now()):
            pass
        assert session.exec(select(PersonalRequest)).all() == []
        assert session.exec(select(ConsentGiven).where(col(ConsentGiven.id) > 0)).all()
    assert found(opened) == set()
    clock.moment += timedelta(hours=9)
    await asks_for(opened.sari, "Pangkat", "III/b")
    gone = found(opened, "DELETE FROM personalrequest")
    assert {(one.kind, one.fault) for one in gone} == {(Kind.PERSONAL_REQUEST, Fault.GONE)}


def sentences() -> Iterator[str]:
    for kind in Kind:
        for fault in Fault:
            yield finding(kind, fault, "7", "2", 3)


def test_every_finding_has_its_sentence() -> None:
    told = list(sentences())
    assert len(set(told)) == len(told)
    assert all("{" not in one for one in told)
