"""Twice the input is about twice the work: nothing that people or files hold blows up."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random
from string import ascii_lowercase

import pytest
from growth import Work, in_proportion
from hostile import damaged_base

from bot.core.features import features
from bot.core.guards import asked, names_a_topic
from bot.core.index import Index
from bot.core.language import language
from bot.core.model import Alias, Base, Entry, Kind, Wording
from bot.core.reply import shorten
from bot.core.split import split
from bot.core.text import LENGTH_LIMIT, Glossary, words
from bot.knowledge import fragments
from bot.knowledge.article import parse_article
from bot.knowledge.citations import fingerprint
from bot.knowledge.document import parse
from bot.knowledge.references import read_content
from bot.views.markdown import escape

SHAPES = ("plain", "[", "{", "- ", "? ", "'", '"', "#", "\n", "x: y\n", "- no\n", "- x\n", "a,")
RUNS = (
    *(
        "a",
        "a ",
        " ",
        "?",
        "? ",
        ",",
        "and ",
        ", what ",
        "a'",
        "l'",
        "<@",
        "</a ",
        "<:a",
        "http://",
    ),
    *("*a ", "[", "[a](", "_", "`", "\\", "-", "\ufdfa", "\u0301", "漢", "\u1112\u1161", "🏳️‍🌈"),
)
TAKES_ANY: tuple[Callable[[str], object], ...] = (
    *(words, language, asked, names_a_topic, escape, parse_article, fingerprint),
    lambda text: shorten(text, 80),
)


def made_up(draw: Random) -> str:
    """Return a word that nobody knows."""
    return "".join(draw.choices(ascii_lowercase, k=draw.randint(2, 9)))


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_a_file_takes_time_in_proportion(shape: str) -> None:
    def work(size: int) -> Work:
        text = shape * size
        return lambda: parse(text, "some.yaml")

    assert in_proportion(work)


@pytest.mark.parametrize("run", RUNS)
def test_reading_a_text_takes_time_in_proportion(run: str) -> None:
    def work(size: int) -> Work:
        text = run * size
        return lambda: [take(text) for take in TAKES_ANY]

    assert in_proportion(work)


@pytest.mark.parametrize("run", RUNS)
def test_parting_a_message_takes_time_in_proportion(run: str) -> None:
    def work(size: int) -> Work:
        text = f"a{run * size}b"
        return lambda: split(text)

    assert in_proportion(work, 250)


@pytest.mark.parametrize("word", ["lamp", "north", "of"])
def test_reading_aliases_takes_time_in_proportion(word: str) -> None:
    glossary = Glossary([Alias("the north lamp of the bay", ("north " * 40 + "lamp",))])

    def work(size: int) -> Work:
        return lambda: glossary.read([word] * size)

    assert in_proportion(work)


@pytest.mark.parametrize("same", [True, False])
def test_drafting_links_for_an_article_takes_time_in_proportion_to_its_square(same: bool) -> None:
    """Each passage is looked for on the whole page; equal ones must not make it a cube."""
    draw = Random(1)  # noqa: S311
    vocabulary = [
        "".join(draw.choices(ascii_lowercase[:10], k=draw.randint(2, 9))) for _ in range(500)
    ]
    line = " ".join(vocabulary[:60])

    def work(size: int) -> Work:
        lines = [line if same else " ".join(draw.choices(vocabulary, k=60)) for _ in range(size)]
        page = "\n".join(lines)
        blocks = [range(at * (len(line) + 1), at * (len(line) + 1) + len(line)) for at in range(9)]
        return lambda: [fragments.shortest(page, block) for block in blocks]

    assert in_proportion(work, 20)


LISTS = {
    "phrasings": "  phrasings: [{}]\n",
    "cites": "  cites: [{}]\n",
    "related": "  related: [{}]\n",
    "evidence": "  evidence: {{{}}}\n",
    "nothing known": "{}",
}
ITEMS = {
    "phrasings": "lamp {}, ",
    "cites": "{}, ",
    "related": "e{}, ",
    "evidence": "{}: [a], ",
    "nothing known": "  k{}: v\n",
}


@pytest.mark.parametrize("key", LISTS)
def test_checking_a_long_list_takes_time_in_proportion(key: str, tmp_path: Path) -> None:
    folder = damaged_base(tmp_path, [])
    entry = {"phrasings": "a", "cites": "1", "related": "", "evidence": ""}

    def work(size: int) -> Work:
        filled = entry | {key: "".join(ITEMS[key].format(number + 1) for number in range(size))}
        lists = "".join(LISTS[each].format(content) for each, content in filled.items())
        text = f"- id: e\n  question: Q\n  answer: A.\n  kind: reported\n{lists}"
        (folder / "entries" / "lamps.yaml").write_text(text, encoding="utf-8")
        return lambda: read_content(folder).problems

    assert in_proportion(work, 500)


def test_checking_a_long_source_takes_time_in_proportion(tmp_path: Path) -> None:
    folder = damaged_base(tmp_path, [])
    head = (folder / "source.yaml").read_text(encoding="utf-8").split("sections:")[0]

    def work(size: int) -> Work:
        sections = "".join(f"  - {{id: s{at}, title: T}}\n" for at in range(size))
        paragraphs = "".join(
            f"  - {{number: {at + 1}, section: none, start: a, sha256: '{'a' * 64}'}}\n"
            for at in range(size)
        )
        text = f"{head}sections:\n{sections}paragraphs:\n{paragraphs}"
        (folder / "source.yaml").write_text(text, encoding="utf-8")
        return lambda: read_content(folder).problems

    assert in_proportion(work, 250)


def test_learning_takes_time_in_proportion_to_the_phrasings() -> None:
    draw = Random(1)  # noqa: S311
    vocabulary = [
        "".join(draw.choices(ascii_lowercase[:10], k=draw.randint(3, 9))) for _ in range(500)
    ]

    def work(size: int) -> Work:
        ways = [" ".join(draw.choices(vocabulary, k=6)) for _ in range(size)]
        entries = tuple(
            Entry(
                f"e{at}",
                "s",
                Kind.REPORTED,
                (Wording("en", "x", "y", tuple(ways[at::4])),),
                (),
                (),
            )
            for at in range(4)
        )
        base = Base((), entries, (), (), "v")
        return lambda: Index(base)

    assert in_proportion(work, 200)


def test_words_that_nobody_will_type_again_take_no_memory() -> None:
    """4,000 letters have 12,000 features; those of the latest 4,096 words are remembered."""
    draw = Random(1)  # noqa: S311
    typed = ["".join(draw.choices(ascii_lowercase, k=LENGTH_LIMIT)) for _ in range(40)]
    tracemalloc.start()
    for text in typed:
        features(words(text))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert kept < 1024 * 1024
