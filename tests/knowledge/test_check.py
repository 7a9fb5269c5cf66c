"""With the article's text at hand, every claim about it is verified."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from ferry import ENTRIES, FERRY, WriteFolder
from papers import PAGE

from bot.errors import DraftError, ExtraError
from bot.knowledge.check import check

SOURCE = "knowledge/ferry/source.yaml"


def test_a_sound_folder_fits_its_article(folder: WriteFolder, ferry: Path) -> None:
    report = check(folder(), ferry)

    assert report.problems == ()
    assert report.summary.endswith("5 passages held against the text")


def test_a_paragraph_that_changed_is_told_with_what_takes_it_over(
    folder: WriteFolder, ferry: Path
) -> None:
    ferry.write_text(FERRY.replace("post, milk", "post, beer"), encoding="utf-8")
    problems = check(folder(), ferry).problems

    assert [problem.file for problem in problems] == [SOURCE]
    assert "paragraph 2 reads differently in ferry.md, line 10" in problems[0].message
    assert problems[0].message.endswith(
        ": correct the entries that cite it, then run footnote draft ferry.md --id ferry --update"
    )


def test_a_link_that_selects_something_else_is_told_with_a_better_one(
    folder: WriteFolder, ferry: Path
) -> None:
    path = folder() / "ferry" / "source.yaml"
    text = path.read_text("utf-8").replace("start: In winter the fares", "start: In winter")
    path.write_text(text, encoding="utf-8")
    problems = check(path.parent.parent, ferry).problems

    assert [problem.message for problem in problems] == [
        'the link of paragraph 4 selects "In winter the … sings for free": '
        'set start: "In winter the fares", end: "for free"'
    ]
    assert text.splitlines()[problems[0].line - 1] == "  start: In winter"


def test_a_missing_evidence_term_is_told_at_its_line(folder: WriteFolder, ferry: Path) -> None:
    entries = ENTRIES.replace("[every morning at six]", "[every morning at five]")
    problems = check(folder(**{"ferry/entries/ferry.yaml": entries}), ferry).problems

    assert [str(problem) for problem in problems] == [
        "knowledge/ferry/entries/ferry.yaml:16: 'every morning at five' does not stand in "
        "paragraph 3: correct or remove it"
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("meta: [Ida Holm]", "meta: [Bo Ek]"), ("[with salt]", "[with sand]")]
)
def test_terms_for_header_and_caption_are_looked_for_there(
    folder: WriteFolder, ferry: Path, old: str, new: str
) -> None:
    entries = ENTRIES.replace(old, new)

    assert len(check(folder(**{"ferry/entries/ferry.yaml": entries}), ferry).problems) == 1


def test_a_paragraph_put_between_is_told_without_doubting_the_rest(
    folder: WriteFolder, ferry: Path
) -> None:
    text = FERRY.replace("[p4]", "[p5]").replace("[p3]", "[p4]")
    ferry.write_text(text.replace("## Winter", "[p3] It rains.\n\n## Winter"), encoding="utf-8")
    problems = check(folder(), ferry).problems

    assert [problem.message.split(",")[0] for problem in problems] == [
        "paragraph 5 of ferry.md",
        "paragraph 3 is paragraph 4 in ferry.md",
        "paragraph 4 is paragraph 5 in ferry.md",
    ]


def test_a_paragraph_and_a_caption_that_are_gone_are_told(
    folder: WriteFolder, ferry: Path
) -> None:
    text = FERRY[: FERRY.index("> (photo caption)")]
    ferry.write_text(text, encoding="utf-8")
    messages = [problem.message for problem in check(folder(), ferry).problems]

    assert messages == [
        "ferry.md has no paragraph 4: run footnote draft ferry.md --id ferry --update",
        "ferry.md has no caption: run footnote draft ferry.md --id ferry --update",
    ]


def test_another_title_is_told(folder: WriteFolder, ferry: Path) -> None:
    ferry.write_text(FERRY.replace("would not stop", "stopped"), encoding="utf-8")

    assert "this title does not stand above" in check(folder(), ferry).problems[0].message


def test_another_article_is_one_problem_of_the_file_that_was_named(
    folder: WriteFolder, ferry: Path
) -> None:
    """Held against it, every paragraph would seem to have changed."""
    ferry.write_text("# A bridge\n\n[p1] It closes.\n\n[p2] For long.\n", encoding="utf-8")

    assert [str(problem) for problem in check(folder(), ferry).problems] == [
        "ferry.md:1: this is not the article of 'ferry': name the right file"
    ]


@pytest.mark.parametrize(("content", "message"), [(b" ", "is empty"), (b"\xff", "is not UTF-8")])
def test_a_text_that_is_no_article_is_refused(
    folder: WriteFolder, ferry: Path, content: bytes, message: str
) -> None:
    ferry.write_bytes(content)

    with pytest.raises(DraftError, match=message):
        check(folder(), ferry)


def test_the_page_itself_serves_as_well_as_its_text(folder: WriteFolder, tmp_path: Path) -> None:
    """Its links are held against menus and teasers too, among which the text's are not unique."""
    page = tmp_path / "ferry.html"
    page.write_text(PAGE, encoding="utf-8")
    report = check(folder(), page)

    assert report.verified == 5
    assert [problem.message for problem in report.problems] == [
        'the link of paragraph 3 selects "In winter the … morning at six": '
        'set start: "In winter the pier freezes.", end: "at six"'
    ]


def test_without_what_reads_pages_the_extra_is_named(
    folder: WriteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = tmp_path / "ferry.html"
    page.write_text(PAGE, encoding="utf-8")

    with pytest.raises(ExtraError, match=r"pip install .*curate"):
        check(folder(), page)


def test_of_several_sources_the_one_with_the_title_is_meant(
    folder: WriteFolder, ferry: Path
) -> None:
    base = folder()
    other = base / "quay"
    (other / "entries").mkdir(parents=True)
    source = (base / "ferry" / "source.yaml").read_text("utf-8")
    (other / "source.yaml").write_text(
        source.replace("id: ferry", "id: quay").replace("would not stop", "sank"), "utf-8"
    )
    entries = ENTRIES.replace("id: ", "id: q-").replace("[pier]", "[q-pier]")
    (other / "entries" / "quay.yaml").write_text(entries, "utf-8")

    assert check(base, ferry).problems == ()

    ferry.write_text(FERRY.replace("would not stop", "burned"), encoding="utf-8")

    assert [problem.message for problem in check(base, ferry).problems] == [
        "this is not the article of 'ferry', 'quay': name the right file"
    ]
