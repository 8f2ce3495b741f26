"""A sandbox with three people and a scripted bot, and a browser that looks at it."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.browser.scripted_bot import PATIENCE, ScriptedBot
from tests.journeys.playing import demo

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PEOPLE: list[dict[str, Any]] = [
    {
        "key": "sari",
        "first_name": "Sari",
        "last_name": "Wulandari",
        "phone": "+628123450001",
        "role": "Pelaksana, Makassar",
        "zone": "Asia/Makassar",
    },
    {
        "key": "budi",
        "first_name": "Budi",
        "last_name": "Hartono",
        "phone": "+628123450002",
        "role": "Atasan langsung, Semarang",
        "zone": "Asia/Jakarta",
    },
    {
        "key": "yosep",
        "first_name": "Yosep",
        "last_name": "Rumbiak",
        "phone": "+628123450003",
        "role": "Kepegawaian, Jayapura",
        "zone": "Asia/Jayapura",
    },
]
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 390, "height": 844}

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(300))


class Desk:
    """A sandbox in a process of its own, and what tests ask of it over HTTP."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "sandbox", "--port", str(self.port)]
        self._process = subprocess.Popen(
            [*command, "--data", str(self.data)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        said = self._process.stdout.readline()  # it says where it is once it can be reached
        assert self.url.encode() in said, said

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=20)
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None

    def post(self, path: str, **body: Any) -> Any:
        answer = httpx.post(f"{self.url}/sim{path}", json=body, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def get(self, path: str) -> Any:
        answer = httpx.get(f"{self.url}/sim{path}", timeout=PATIENCE + 10)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def says(self, key: str, text: str) -> Any:
        """Somebody writes, and the bot has answered when this returns."""
        said = self.post(f"/people/{key}/says", text=text)
        self.get(f"/idle?timeout={PATIENCE}")
        return said

    def populate(self) -> None:
        self.post("/reset")
        self.post("/bot", username="teladan_uji_bot", first_name="Bot Uji")
        for person in PEOPLE:
            self.post("/people", **person)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the machine; without one a visible skip, but never in CI."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium found; in CI the tests of the page must run")
        pytest.skip("no chromium on this machine: the page was not tested")
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo is, for all tests that look at what the invented office has long been."""
    with demo(tmp_path_factory.mktemp("demo")) as started:
        yield started.url


@pytest.fixture(scope="session")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One sandbox for all tests that leave it running."""
    desk = Desk(tmp_path_factory.mktemp("sandbox"))
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def desk(shared_desk: Desk) -> Desk:
    """The sandbox as new, with three people who have not yet met the bot."""
    shared_desk.populate()
    return shared_desk


@pytest.fixture
def bot(desk: Desk) -> Iterator[ScriptedBot]:
    """The scripted bot, already listening."""
    running = ScriptedBot(desk.url).start()
    yield running
    running.stop()


@pytest.fixture
def look(browser: Browser) -> Iterator[Open]:
    """Opens pages; in the end none may have said anything in the console."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def listen(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    def open_page(desk: Desk, people: str = "sari,budi", **options: Any) -> Page:
        settings: dict[str, Any] = {"viewport": WIDE, "locale": "id-ID", **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", listen)
        page.goto(f"{desk.url}/#orang={people}")
        expect(page.locator("#connection")).to_have_text("Tersambung")
        return page

    yield open_page
    for context in contexts:
        context.close()
    network = "Failed to load resource", "net::ERR_"
    assert [said for said in complaints if not any(word in said for word in network)] == []
