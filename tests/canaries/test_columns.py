"""Every column is classified: sealed, or readable for a reason; a new one fails until it is."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, LargeBinary
from sqlalchemy.dialects import sqlite

from storage.columns import Sealed
from storage.tables import METADATA

FILE = Path(__file__).with_name("columns.csv")
# Keyed hashes, seals and salts: bytes that tell nothing without the key.
HASHES = {
    "auditentry.commitment", "auditentry.mac", "auditfacts.salt",
    "employee.nip_index", "employee.phone_index", "entrycode.code_hash",
    "recoverycode.code_hash",
    "surveydraft.mark", "surveyseen.mark", "surveywish.mark", "surveywish.secret",
}  # fmt: skip
TEXTUAL = ("VARCHAR", "TEXT", "CHAR", "JSON", "CLOB", "ENUM")
SEALED = {
    "achievement.title", "achievement.story", "achievement.before", "achievement.after",
    "achievement.unit", "achievementopinion.note", "appraisal.note", "employee.nip",
    "employee.phone", "entrycode.code", "evidence.name", "evidence.text", "failedupdate.raw",
    "forum.new_place", "forum.place", "forum.reason", "forum.secret", "forum.topic",
    "forumquestion.text", "recordline.text", "recordedition.reason", "actionitem.text",
    "actionitem.note",
    "peerdraft.said", "peersentence.sentence", "resultreply.draft", "resultreply.text",
    "plannedwording.text", "plannedwording.unit", "plannedwording.reason", "plannedwording.note",
    "reportpart.text", "reportpart.draft",
    "broadcast.text", "broadcast.new_text", "broadcast.reason", "broadcastquestion.text",
    "proposal.answer", "proposal.reason", "rating.reason", "rejectiondraft.reason",
    "mentoring.result", "mentormeeting.text", "mentoroffer.text", "mentorwish.text",
    "mentornote.text", "followup.drop_reason", "formercertificate.facts",
    "followup.text", "talknote.text", "thanks.text", "talkrating.word", "talkuse.words",
    "surveycase.why", "surveycomment.text", "surveydraft.said", "surveywish.contact",
    "surveywish.news", "unitgroup.title",
    "report.draft", "report.text", "superiorreport.reason", "superiorreport.said",
}  # fmt: skip


def readable() -> dict[str, str]:
    _, *lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split(",", 2)] for line in lines]
    assert rows == sorted(rows), "in the order of the alphabet"
    return {f"{table}.{column}": why for table, column, why in rows}


def test_every_text_that_is_not_sealed_says_why() -> None:
    texts = {_name(column) for column in _columns() if _is_text(column)}
    assert texts == readable().keys()
    assert all(len(why) > 3 for why in readable().values())


def test_what_must_be_sealed_is_sealed() -> None:
    sealed = {_name(column) for column in _columns() if isinstance(column.type, Sealed)}
    assert sealed >= SEALED


def test_bytes_that_are_not_sealed_are_hashes() -> None:
    found = {_name(column) for column in _columns() if isinstance(column.type, LargeBinary)}
    assert found == HASHES


def _columns() -> list[Column[object]]:
    return [column for table in METADATA.sorted_tables for column in table.columns]


def _name(column: Column[object]) -> str:
    return f"{column.table.name}.{column.name}"


def _is_text(column: Column[object]) -> bool:
    kind = column.type.compile(dialect=sqlite.dialect())
    return kind.startswith(TEXTUAL) and not isinstance(column.type, Sealed)
