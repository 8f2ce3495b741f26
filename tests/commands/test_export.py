"""`teladan export`: each kind masked, its purpose kept, bad words told in one sentence."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner

from bot.__main__ import app
from storage import accounts
from storage.audit import AuditEntry
from storage.database import Database
from storage.employees import Employee
from storage.handouts import TAKEN, Handout
from tests import databases
from tests.cast import PEOPLE, employ
from tests.conftest import SECRET

PURPOSE = "Bahan rapat evaluasi triwulan bersama pimpinan."
WILD = "=HYPERLINK(0)"
FULL = {"pegawai": "people", "partisipasi": "participation", "jp": "hours",
        "daftar-hubungi": "calls"}  # fmt: skip
EMPTY = ("hasil", "penghargaan", "kehadiran")


@pytest.fixture
def office(blank: Database) -> Database:
    """Somebody has blocked the bot, and a post is a formula."""
    databases.migrate(blank)
    with blank.transaction() as session:
        _, ids = employ(session)
        dedi = session.get(Employee, ids["dedi"])
        assert dedi is not None
        dedi.post = WILD
        account = accounts.active_of(session, ids["sari"])
        assert account is not None
        account.unreachable = "blocked"
    return blank


def takes(url: str, *words: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    settings = {"BOT_TOKEN": "42:TEST", "SECRET_KEY": SECRET, "DATABASE_URL": url}
    done = CliRunner().invoke(app, ["export", *words], env=settings)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def test_each_kind_is_masked_and_written_down(office: Database, tmp_path: Path) -> None:
    url = office.engine.url.render_as_string(hide_password=False)
    nips = [one[2] for one in PEOPLE.values()]
    for kind in FULL:
        file = tmp_path / f"{kind}.csv"
        code, said, fault = takes(url, kind, str(file), "--purpose", PURPOSE)
        assert (code, fault, len(said.splitlines())) == (0, "", 1), kind
        text = file.read_bytes().decode("utf-8-sig")
        head, *lines = csv.reader(io.StringIO(text), delimiter=";")
        assert head[:3] == ["NIP", "Nama", "Unit kerja"]
        assert {line[0][4:12] for line in lines} == {"********"}
        assert not [nip for nip in nips if nip in text]
        assert not [cell for line in lines for cell in line if cell.startswith("=")]
    with office.transaction(reading=True) as session:
        rows = session.exec(select(Handout).order_by(Handout.id)).all()  # type: ignore[arg-type]
        taken = [(one.kind, one.purpose, one.state, one.full, one.made_by) for one in rows]
        assert taken == [(kind, PURPOSE, TAKEN, False, None) for kind in FULL.values()]
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "exports.take")).all()
        assert (len(entries), {one.actor_id for one in entries}) == (len(FULL), {None})
        assert not [one for one in entries if PURPOSE in one.facts]
    for kind in EMPTY:
        code, said, fault = takes(url, kind, str(tmp_path / "x.csv"), "--purpose", PURPOSE)
        assert (code, said, len(fault.splitlines())) == (2, "", 1), kind
        assert not (tmp_path / "x.csv").exists()
    file = tmp_path / "pegawai.xlsx"
    assert takes(url, "pegawai", str(file), "--purpose", PURPOSE)[0] == 0
    with zipfile.ZipFile(file) as parts:
        assert b"<f" not in parts.read("xl/worksheets/sheet1.xml")


BAD = [
    (("gaji", "x.csv", "--purpose", PURPOSE), "daftar-hubungi, hasil"),
    (("pegawai", "x.docx", "--purpose", PURPOSE), "xlsx"),
    (("pegawai", "x.csv", "--purpose", "audit"), "kalimat"),
    (("pegawai", "tidak/ada/x.csv", "--purpose", PURPOSE), "tidak/ada/x.csv"),
    (("hasil", "x.csv", "--purpose", PURPOSE, "--quarter", "7"), "terbit"),
]


def test_bad_words_are_told_in_one_sentence(
    office: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = office.engine.url.render_as_string(hide_password=False)
    for words, told in BAD:
        code, said, fault = takes(url, *words)
        assert (code, said, len(fault.splitlines())) == (2, "", 1), fault
        assert told in fault
    assert not list(tmp_path.glob("x.*"))
