"""What compose.yaml, Dockerfile and Caddyfile name exists, and their times fit together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import settings
from bot.__main__ import app
from bot.commands.stopping import PATIENCE
from bot.receiver import SECONDS, TRIES
from bot.settings import Settings, read_settings
from bot.web.site import LARGEST, PATH, build_site

ROOT = Path(__file__).parents[2]
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
CADDY = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
DOCKER = (ROOT / "Dockerfile").read_text(encoding="utf-8")
FIELDS = set(Settings.model_fields)
REPLICAS = ("bot-1", "bot-2", "bot-3")


def block(start: str) -> list[str]:
    """The lines of compose.yaml that are indented below the first one that ends so."""
    lines = COMPOSE.splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith(start))
    depth = len(lines[at]) - len(lines[at].lstrip())
    below = []
    for line in lines[at + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        below.append(line.strip())
    return below


def keys(lines: list[str]) -> list[str]:
    return [line.partition(":")[0] for line in lines if line and not line.startswith("#")]


def seconds(text: str, what: str) -> float:
    found = re.search(rf'{what}:? "?(\d+)', text)
    assert found is not None, what
    return float(found[1])


def test_every_setting_and_secret_is_one_of_ours() -> None:
    named = keys(block("environment: &settings"))
    assert len(named) >= 6
    assert {name.lower() for name in named} <= FIELDS
    given = re.search(r"secrets: \[(bot_token[^]]*)\]", COMPOSE)
    assert given is not None
    ours = given[1].split(", ")
    assert set(ours) <= FIELDS
    required = {name for name, field in Settings.model_fields.items() if field.is_required()}
    assert required <= set(ours)
    top = COMPOSE[COMPOSE.index("\nsecrets:\n") :]
    assert all(f"  {name}:\n    file: ./secrets/{name}\n" in top for name in ours)


def test_files_of_secrets_are_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in FIELDS:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(settings, "SECRETS", tmp_path)
    (tmp_path / "bot_token").write_text("123456:abc\n")
    (tmp_path / "secret_key").write_text("x" * 40 + "\n")
    (tmp_path / "database_url").write_text("postgresql://teladan:p@database/teladan\n")
    read = read_settings()
    assert read.bot_token.get_secret_value() == "123456:abc"
    assert read.database_url == "postgresql://teladan:p@database/teladan"
    monkeypatch.setenv("DATABASE_URL", "sqlite:///x.db")
    assert read_settings().database_url == "sqlite:///x.db"


def test_services_and_commands_exist() -> None:
    services = [line for line in block("services:") if re.fullmatch(r"[a-z0-9-]+:", line)]
    assert {f"{name}:" for name in (*REPLICAS, "database", "migrate", "balancer")} <= set(services)
    known = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]
    used = {
        *re.findall(r'command: \["([a-z]+)"\]', COMPOSE),
        *re.findall(r"exec teladan (\w+)", COMPOSE),
    }
    used |= set(re.findall(r'CMD \["(\w+)"\]', DOCKER))
    assert used == {"migrate", "backup", "run"}
    assert used <= known


def test_the_balancer_sends_what_the_bot_takes() -> None:
    port = int(seconds(COMPOSE, "PORT"))
    assert f"reverse_proxy {' '.join(f'{name}:{port}' for name in REPLICAS)} {{" in CADDY
    assert f"path {PATH}\n" in CADDY
    assert seconds(CADDY, "max_size") * 1e6 <= LARGEST
    assert "health_uri /readyz" in CADDY


def test_the_healthcheck_asks_a_page_that_is_served_where_it_is_served() -> None:
    async def nothing(*_: object) -> dict[str, object]:
        return {}

    served = {
        route.resource.canonical
        for route in build_site(nothing, None, None).router.routes()
        if route.resource
    }
    for port, path in re.findall(r"127\.0\.0\.1:(\d+)(/\w+)", COMPOSE):
        assert (int(port), path in served) == (int(seconds(COMPOSE, "PORT")), True)
    asked = re.findall(r"health_uri (\S+)", CADDY)
    assert asked
    assert set(asked) <= served
    assert "urlopen('http://127.0.0.1:8081/healthz'" in COMPOSE


def test_the_times_fit_together() -> None:
    drain, grace = seconds(COMPOSE, "DRAIN_SECONDS"), seconds(COMPOSE, "stop_grace_period")
    assert drain > 2 * seconds(CADDY, "health_interval")
    assert grace > drain + PATIENCE
    assert PATIENCE > TRIES * SECONDS
    assert seconds(CADDY, "response_header_timeout") > TRIES * SECONDS


def test_the_image_holds_all_that_is_installed() -> None:
    copied = [word for line in re.findall(r"COPY (.*)", DOCKER) for word in line.split()[:-1]]
    assert all((ROOT / name).exists() for name in copied)
    wanted = re.search(r"include = \[(.*)\]", (ROOT / "pyproject.toml").read_text())
    assert wanted is not None
    packages = [name.strip('" *') for name in wanted[1].split(",")]
    assert set(packages) | {"locales", "requirements.txt", "pyproject.toml"} == set(copied)
    images = re.findall(r"image: ([a-z]+:\S+)", COMPOSE) + re.findall(r"FROM (\S+)", DOCKER)
    assert set(images) == {"teladan:0.1.0", "postgres:16", "caddy:2", "python:3.11-slim"}


def test_compose_is_plainly_written() -> None:
    """Two spaces a level, no tabs, every anchor that is used is there."""
    for line in COMPOSE.splitlines():
        assert "\t" not in line
        assert (len(line) - len(line.lstrip(" "))) % 2 == 0
    assert set(re.findall(r"\*(\w+)", COMPOSE)) <= set(re.findall(r"&(\w+)", COMPOSE))
