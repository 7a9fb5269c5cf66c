"""A footnote's link in a real browser: its passage is in view and highlighted, nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner
from website import Page, website

from bot.cli import app
from bot.knowledge.citations import passage_link
from bot.knowledge.content import read

image = pytest.importorskip("matplotlib.image", reason="matplotlib is not installed")

OPENING = "The old lighthouse keeper of Ellery, it's said, never slept while a boat was out."
PARAGRAPHS = {
    "p1": f"{OPENING} He counted the lamps twice.",
    "p2": f"{OPENING} His dog did, though, by the stove.",
    "p3": "Granite & glass, 1887-1890, cost “nine years, and two ships”, as the bill has it.",
    "p4": "He is gone now. A clock in the harbour office, on the third floor, lights both lamps.",
    "caption": "The keeper's dog, asleep by the stove",
}
SPACE = "<div style='height: 1400px'></div>"
HTML = f"""\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The keeper of Ellery</title>
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Mara Quill">
<meta property="article:published_time" content="2026-03-14T08:00:00Z">
<style>body {{ width: 600px; font: 18px/1.6 sans-serif; background: white; color: black }}
::target-text {{ background-color: rgb(255, 0, 255); color: black }}</style></head>
<body><nav><a href="/">Granite &amp; glass</a> <a href="/d">The keeper's dog</a></nav>
<aside>He is gone now. Read more of the harbour office</aside>
<article><h1>The keeper of Ellery</h1><p>By Mara Quill</p>{SPACE}
<p id="p1">{PARAGRAPHS["p1"]}</p>{SPACE}
<blockquote>{OPENING}</blockquote>
<p id="p2">{PARAGRAPHS["p2"].replace("dog", "<i>dog</i>")}</p>{SPACE}
<h2>The lamps</h2>
<p id="p3">{PARAGRAPHS["p3"].replace("&", "&amp;")}</p>{SPACE}
<figure><figcaption id="caption">{PARAGRAPHS["caption"]}</figcaption></figure>{SPACE}
<p id="p4">{PARAGRAPHS["p4"].replace("both", "<a href='/l'>both</a>")}</p>
{SPACE}</article></body></html>
"""


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The link to each place of a page on this machine, as ``footnote draft`` found it."""
    knowledge = tmp_path_factory.mktemp("knowledge")
    headers = {"Content-Type": "text/html; charset=utf-8"}
    with website({"/keeper": Page(HTML.encode(), headers)}) as address:
        url = f"{address}/keeper"
        options = ["--id", "keeper", "--knowledge", str(knowledge)]
        done = CliRunner().invoke(app, ["draft", url, *options], catch_exceptions=False)
        assert done.exit_code == 0
        yield _links(knowledge)


def _links(knowledge: Path) -> dict[str, str]:
    (source,) = read(knowledge).sources
    spec = source.source.spec
    passages = {f"p{each.number}": each for each in spec.paragraphs} | {"caption": spec.caption}
    return {key: passage_link(spec.url, each.fragment) for key, each in passages.items()}


@pytest.mark.parametrize("key", PARAGRAPHS)
def test_a_link_shows_its_passage_highlighted_and_in_view(key: str, links, browser):
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.goto(links[key])
    page.wait_for_function("scrollY > 0")

    box = page.locator(f"#{key}").bounding_box()
    marked = _marked(page.screenshot())
    page.close()

    assert 0 <= box["y"] <= box["y"] + box["height"] <= 600
    top, bottom, left, right = marked
    assert box["y"] - 1 <= top <= bottom <= box["y"] + box["height"] + 1
    assert box["x"] - 1 <= left <= right <= box["x"] + box["width"] + 1
    assert bottom - top > box["height"] - 20


def test_without_the_fragment_nothing_is_highlighted(links, browser):
    """The colour that the test above looks for comes from the link alone."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.goto(links["p1"].split("#")[0])

    pixels = _pixels(page.screenshot())
    page.close()

    assert not pixels.any()


def _marked(screenshot: bytes) -> tuple[int, int, int, int]:
    """Return the edges of what is highlighted: top, bottom, left, right."""
    rows, columns = np.nonzero(_pixels(screenshot))
    assert rows.size, "nothing is highlighted"
    return rows.min(), rows.max(), columns.min(), columns.max()


def _pixels(screenshot: bytes) -> np.ndarray:
    """Return which pixels have the highlight's colour."""
    shown = (255 * image.imread(io.BytesIO(screenshot))[..., :3]).round()
    return (shown == (255, 0, 255)).all(axis=-1)
