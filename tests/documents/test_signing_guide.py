"""The lines of docs/piagam.md by which an office makes its own key, run as they stand."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.documents.signing.keys import BadKey, KeyFault, read_key

GUIDE = Path(__file__).parents[2] / "docs" / "piagam.md"
SECRET = "kata sandi kantor"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_the_lines_of_the_guide_make_a_key_that_signs(tmp_path: Path) -> None:
    written = re.search(r"```sh\n(.*?openssl.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert written is not None
    lines = written[1].replace("openssl req", "openssl req -passout env:SECRET")
    lines = lines.replace("-export", "-export -passin env:SECRET -passout env:SECRET")
    subprocess.run(
        ["sh", "-euc", lines], cwd=tmp_path, env={"SECRET": SECRET, "PATH": "/usr/bin:/bin"},
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert [one.name for one in tmp_path.iterdir()] == ["kunci.p12"]
    content, now = (tmp_path / "kunci.p12").read_bytes(), datetime.now(UTC)
    key = read_key(content, SECRET, now)
    assert key.owner == "Badan Pelayanan Contoh"
    assert timedelta(1824) < key.until - now <= timedelta(1825)
    for passphrase, moment, fault in (
        ("keliru", now, KeyFault.SEALED),
        (None, now, KeyFault.SEALED),
        (SECRET, key.until + timedelta(seconds=1), KeyFault.EXPIRED),
        (SECRET, now - timedelta(2), KeyFault.NOT_YET),
    ):
        with pytest.raises(BadKey) as bad:
            read_key(content, passphrase, moment)
        assert bad.value.fault is fault
