"""An answer may rest on several sources: places in another one are cited with its id."""

from __future__ import annotations

import pytest
from ferry import ENTRIES, FERRY, WriteFolder

from bot.core.model import Form
from bot.knowledge.check import check
from bot.knowledge.load import load

FILE = "ferry/entries/ferry.yaml"
PIER = """\
id: pier-rules
form: manual
title: How to keep a pier
publisher: The Harbour Office
byline: The Harbour Office
date: "2025-11-02"
url: https://harbour.example/pier
sections:
  - {id: ice, title: Ice}
paragraphs:
  - {number: 1, section: ice, start: Salt is spread, end: before dawn, sha256: "ONE"}
  - {number: 2, section: ice, start: Ladders, end: once a year, sha256: "TWO"}
""".replace("ONE", "1" * 64).replace("TWO", "2" * 64)
PIER_ENTRIES = """\
- id: ladders
  question: When are the ladders checked?
  phrasings: [ladder check]
  answer: Once a year.
  kind: reported
  cites: [2]
"""
CITES = "cites: [3, caption]"
BOTH = "cites: [3, caption, pier-rules:1]"


def two_sources(folder: WriteFolder, entries: str):
    """Write the ferry's *entries* beside a manual of two paragraphs."""
    manual = {"rules/source.yaml": PIER, "rules/entries/rules.yaml": PIER_ENTRIES}
    return folder(**{FILE: entries, **manual})


def test_an_entry_may_cite_several_sources(folder: WriteFolder) -> None:
    base = load(two_sources(folder, ENTRIES.replace(CITES, BOTH)))
    entry = base.by_id["pier"]

    assert [(cite.source_id, cite.key) for cite in entry.cites] == [
        ("ferry", "p3"),
        ("ferry", "caption"),
        ("pier-rules", "p1"),
    ]
    assert entry.cites[2].publisher == "The Harbour Office"
    assert (
        entry.cites[2].url
        == "https://harbour.example/pier#:~:text=Salt%20is%20spread,before%20dawn"
    )
    assert base.source_of(entry).id == "ferry"
    assert entry.source_ids == {"ferry", "pier-rules"}


def test_a_source_says_which_form_it_has_and_is_an_article_otherwise(folder: WriteFolder) -> None:
    base = load(two_sources(folder, ENTRIES))

    assert {source.id: source.form for source in base.sources} == {
        "ferry": Form.ARTICLE,
        "pier-rules": Form.MANUAL,
    }


def test_programs_tell_the_paragraphs_of_a_manual_from_those_of_the_article(
    folder: WriteFolder,
) -> None:
    """Evaluation sets ask about an article and name its paragraphs alone."""
    base = load(two_sources(folder, ENTRIES.replace(CITES, BOTH)))

    names = [cite.name for cite in base.by_id["pier"].cites]
    assert names == ["p3", "caption", "pier-rules:p1"]


def test_a_source_may_be_published_elsewhere_than_it_says(folder: WriteFolder) -> None:
    """Its links lead there, with the same passages; the version tells that they do."""
    path = two_sources(folder, ENTRIES.replace(CITES, BOTH))
    base, moved = load(path), load(path, {"pier-rules": "https://pier.example/rules"})

    assert moved.by_id["pier"].cites[0] == base.by_id["pier"].cites[0]
    assert moved.by_id["pier"].cites[2].url == (
        "https://pier.example/rules#:~:text=Salt%20is%20spread,before%20dawn"
    )
    assert [source.url for source in moved.sources][1] == "https://pier.example/rules"
    assert moved.version != base.version


@pytest.mark.parametrize(
    ("cites", "message"),
    [
        ("pier-rules:9", "pier-rules has no paragraph 9: cite a place that its source.yaml lists"),
        ("pier-rules:caption", "pier-rules has no caption"),
        ("quay:1", "no source has the id 'quay': name one of ferry, pier-rules"),
        ("ferry:1", "ferry is the entry's own source: write 1"),
        ("pier-rules:p1", "is no place"),
        ("pier-rules:0", "is no place"),
        ("pier-rules:1, pier-rules:1", "paragraph 1 of pier-rules is cited twice"),
    ],
)
def test_a_place_elsewhere_is_checked_like_one_of_its_own(
    folder: WriteFolder, cites: str, message: str
) -> None:
    problems = check(two_sources(folder, ENTRIES.replace(CITES, f"cites: [3, caption, {cites}]")))

    (problem,) = problems.problems
    assert message in problem.message
    assert (problem.file, problem.line) == (f"knowledge/{FILE}", 15)


def test_a_source_that_cannot_be_read_does_not_make_those_who_cite_it_look_wrong(
    folder: WriteFolder,
) -> None:
    base = two_sources(folder, ENTRIES.replace(CITES, BOTH))
    (base / "rules" / "source.yaml").write_text(PIER.replace("form: manual", "form: leaflet"))

    (problem,) = check(base).problems
    assert problem.message == "'form' is 'leaflet': it may be 'article' or 'manual'"


def test_evidence_elsewhere_is_looked_for_in_that_text(folder: WriteFolder, tmp_path) -> None:
    """The text of the manual is held against what entries of other sources say of it."""
    evidence = "evidence: {pier-rules:1: [before dawn, at noon], 3:"
    entries = ENTRIES.replace(CITES, BOTH).replace("evidence: {3:", evidence)
    text = tmp_path / "pier.md"
    text.write_text(
        "# How to keep a pier\n\nBy The Harbour Office\n\n"
        "## Ice\n\n[p1] Salt is spread before dawn.\n\n[p2] Ladders are checked once a year.\n"
    )

    problems = check(two_sources(folder, entries), text).problems

    found = [each.message for each in problems if each.file.endswith(FILE)]
    assert found == ["'at noon' does not stand in paragraph 1 of pier-rules: correct or remove it"]


def test_support_is_weighed_where_the_text_is_at_hand(folder: WriteFolder, ferry) -> None:
    """An answer that rests on another source too cannot be weighed by this one's text."""
    assert "pier" in FERRY
    base = two_sources(folder, ENTRIES.replace(CITES, BOTH))

    weighed = [each.entry_id for each in check(base, ferry, support=9).support]

    assert weighed == ["strike"]


def test_a_manual_may_be_published_nowhere_and_has_no_links_then(folder: WriteFolder) -> None:
    base = two_sources(folder, ENTRIES)
    nowhere = "".join(line for line in PIER.splitlines(True) if not line.startswith("url:"))
    (base / "rules" / "source.yaml").write_text(nowhere)

    assert check(base).problems == ()
    unpublished, published = load(base), load(base, {"pier-rules": "https://pier.example/rules"})
    assert {place.url for place in unpublished.sources[1].places} == {""}
    assert all(place.url.startswith("https://") for place in published.sources[1].places)


def test_an_article_has_an_address(folder: WriteFolder) -> None:
    base = two_sources(folder, ENTRIES)
    source = base / "ferry" / "source.yaml"
    lines = source.read_text("utf-8").splitlines(True)
    source.write_text("".join(line for line in lines if not line.startswith("url:")), "utf-8")

    (problem,) = check(base).problems
    assert problem.message == "the key 'url' is missing: add it"
