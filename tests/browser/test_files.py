"""What the page's own files promise, whatever the browser does."""

import re

from tests.browser.conftest import ROOT

PAGE = ROOT / "sandbox" / "page"
MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "srcdoc")
ADDRESS = re.compile(r"https?://(?!www\.w3\.org/2000/svg)[a-z0-9]")


def test_only_the_text_of_messages_enters_as_markup() -> None:
    found = [
        (path.name, line.strip())
        for path in PAGE.glob("*.js")
        for line in path.read_text().splitlines()
        if any(word in line for word in MARKUP)
    ]
    assert [name for name, _ in found] == ["bubble.js"]
    assert found[0][1].startswith("text.innerHTML = message.html;")


# A Mini App's page is the bot's own, on this machine or wherever it is served.
FRAMED = "frame-src http://127.0.0.1:* http://localhost:* https:"
TYPED = "https://t.me/"  # the beginning of a link to the bot, which is typed, not followed


def test_nothing_comes_from_elsewhere() -> None:
    texts = {path.name: path.read_text() for path in PAGE.iterdir()}
    texts["deep_links.js"] = texts["deep_links.js"].replace(TYPED, "")
    assert FRAMED in texts["index.html"]
    texts["index.html"] = texts["index.html"].replace(FRAMED, "frame-src")
    assert [name for name, text in texts.items() if ADDRESS.search(text)] == []
    policy = re.search(r'Security-Policy" content="([^"]+)"', texts["index.html"])
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "script-src 'self';" in policy[1]
    assert "unsafe" not in policy[1]


def test_every_picture_that_is_used_exists() -> None:
    html = (PAGE / "index.html").read_text()
    drawn = set(re.findall(r'<symbol id="i-([a-z]+)"', html))
    used = set(re.findall(r'href="#i-([a-z]+)"', html))
    for path in PAGE.glob("*.js"):
        text = path.read_text()
        used |= set(re.findall(r'\bicon(?:Button)?\("([a-z]+)"', text))
        used |= set(re.findall(r'picture: "([a-z]+)"', text))
    assert used <= drawn


def test_modules_stay_short() -> None:
    long = {path.name: len(path.read_text().splitlines()) for path in PAGE.glob("*.js")}
    assert {name: lines for name, lines in long.items() if lines > 200} == {}
