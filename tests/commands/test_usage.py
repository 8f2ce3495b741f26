"""What the command line itself says: its help, and one sentence where a line cannot be read."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from bot.__main__ import COMMANDS, app


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("import", "BERKAS belum diisi. Lihat `teladan import --help`."),
        ("imprt", "Tidak ada perintah `imprt`. Maksud Anda `import`? Lihat `teladan --help`."),
        ("import a --x", "Tidak ada pilihan `--x`. Lihat `teladan import --help`."),
        ("verify --anchr", "Tidak ada pilihan `--anchr`. Maksud Anda `--anchor`? "
         "Lihat `teladan verify --help`."),
        ("demo --port abc", "Pilihan `--port` tidak sesuai. Isilah dengan angka 0 sampai 65535. "
         "Lihat `teladan demo --help`."),
        ("demo --port", "Pilihan `--port` memerlukan isi. Lihat `teladan --help`."),
        ("import --dry-run=3", "Pilihan `--dry-run` tidak menerima isi. Lihat `teladan --help`."),
        ("import a --confirm x", "Pilihan `--confirm` tidak sesuai. Isilah dengan angka. "
         "Lihat `teladan import --help`."),
        ("export jp x.csv", "Pilihan `--purpose` belum diisi. Lihat `teladan export --help`."),
        ("invite 1 2", "Perintah kurang lengkap, atau ada isian yang berlebih. "
         "Lihat `teladan invite --help`."),
        ("scheme chek", "Tidak ada perintah `chek`. Maksud Anda `check`? "
         "Lihat `teladan scheme --help`."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_answered_in_one_sentence(line: str, said: str) -> None:
    result = CliRunner().invoke(app, line.split(), prog_name="teladan")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{said}\n")


ENGLISH = (
    "Usage",
    "Options",
    "Commands",
    "Arguments",
    "Error",
    "Show this",
    "default",
    "required",
)


@pytest.mark.parametrize("line", ["", "scheme", "--help", *(f"{one} --help" for one in COMMANDS)])
def test_the_help_is_in_indonesian(line: str) -> None:
    result = CliRunner().invoke(app, line.split(), prog_name="teladan")
    assert result.exit_code == (0 if "--help" in line else 2)
    assert "Pemakaian: teladan" in result.output
    assert "Menampilkan bantuan ini." in result.output
    assert not [word for word in ENGLISH if word in result.output]
