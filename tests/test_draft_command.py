"""``footnote draft``: from an article to a folder, and what to look at when it changes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.core.text import words
from bot.errors import DraftError, EditError, ExtraError, FootnoteError
from bot.knowledge.check import check
from bot.knowledge.content import read
from bot.knowledge.draft.facts import NAMES
from bot.knowledge.load import load
from bot.settings import Settings

FIRST = "Ellery lit its second lighthouse on 1 March 2026, after nine years of work in the bay."
TOWER = "The north tower, says Mara Quill, was built of red granite from a quarry on the headland."
CREWS = "Fishing crews want a foghorn, and 120 boats have asked the harbour office for it."
LAST = "Nobody sleeps in the towers any more, since both lamps are run from the harbour office."
ARTICLE = f"""\
# Two lamps over Ellery

Publisher: Harbour Gazette
By Mara Quill
Date: 14 March 2026
URL: https://gazette.example/two-lamps

{FIRST}

{TOWER}

## The keepers

{CREWS}

{LAST}
"""
FOLDER = Path("knowledge") / "lamps"


@pytest.fixture(autouse=True)
def in_an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def draft() -> Callable[..., str]:
    """Draft from *text* with these options; return what is printed."""

    def run(text: str, *options: str) -> str:
        Path("article.md").write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, ["draft", "article.md", "--id", "lamps", *options])
        if done.exception:
            raise done.exception
        return done.stdout

    return run


@pytest.fixture
def written(draft: Callable[..., str]) -> Callable[[str], Path]:
    """A drafted folder in which a person has written all entries of the first section."""

    def write(entries: str) -> Path:
        draft(ARTICLE)
        path = FOLDER / "entries" / "opening.yaml"
        path.write_text(entries, encoding="utf-8")
        return path

    return write


ENTRIES = """\
# Written by hand.
- id: lit
  question: When was it lit?
  phrasings: [since when]
  answer: On 1 March 2026.
  kind: reported
  cites: [1]   # the day
  evidence: {1: [1 March]}

- id: granite
  question: What is the tower built of?
  phrasings: [which stone]
  answer: Of red granite.
  kind: background
  cites: [2]
  evidence: {2: [red granite, quarry]}
"""


@pytest.fixture
def another() -> Callable[[str], Path]:
    """Another source beside it, with an entry that cites these places."""

    def write(cites: str) -> Path:
        folder = Path("knowledge") / "harbour"
        (folder / "entries").mkdir(parents=True)
        lines = (FOLDER / "source.yaml").read_text("utf-8")
        (folder / "source.yaml").write_text(lines.replace("id: lamps", "id: harbour"), "utf-8")
        path = folder / "entries" / "all.yaml"
        path.write_text(
            "- {id: mooring, question: Mooring, phrasings: [where], answer: Left., "
            f"kind: reported, cites: {cites}}}\n",
            encoding="utf-8",
        )
        return path

    return write


def everything() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def test_a_draft_is_a_sound_folder_that_waits_for_answers(draft):
    shown = draft(ARTICLE)

    assert "Harbour Gazette · Mara Quill · 2026-03-14" in shown
    assert "4 paragraphs, 5 stubs." in shown
    assert sorted(path.name for path in FOLDER.rglob("*.yaml")) == [
        *("opening.yaml", "source.yaml", "the-keepers.yaml")
    ]
    report = check(Path("knowledge"), Path("article.md"))
    assert [problem.message for problem in report.problems] == [
        "every entry is still a stub: write the answer of one, set its kind"
    ]
    assert [len(waiting.lines) for waiting in report.stubs] == [3, 2]


def test_a_new_folder_can_say_hello_and_what_was_deleted_stays_so(draft):
    assert "Written: knowledge/smalltalk.yaml: hello, thanks" in draft(ARTICLE)
    assert check(Path("knowledge")).problems[0].file.startswith("knowledge/lamps/entries/")
    assert {"goodbye", "thanks"} <= {each.spec.id for each in read(Path("knowledge")).small_talk}

    Path("knowledge/smalltalk.yaml").unlink()
    draft(ARTICLE, "--id", "more-lamps")

    assert not Path("knowledge/smalltalk.yaml").exists()


def test_the_manual_is_taken_along_if_it_is_wanted(draft):
    assert "Written: knowledge/footnote: the manual" in draft(ARTICLE, "--with-manual")

    base = load(Path("knowledge"))
    assert {source.id for source in base.sources} == {"lamps", "footnote"}
    with pytest.raises(EditError, match="footnote cannot be written"):
        draft(ARTICLE, "--id", "more-lamps", "--with-manual")


def test_no_two_stubs_are_asked_for_alike(draft):
    """What leads to two entries is an error to the linter."""
    again = CREWS.replace("120", "90").replace("it.", "more.")
    draft(ARTICLE.replace(LAST, f"{again}\n\n{CREWS.upper()}\n\n{LAST}"))

    stubs = [each.spec for each in read(Path("knowledge")).stubs]
    ways = [tuple(words(way)) for stub in stubs for way in (stub.question, *stub.phrasings)]
    assert [stub.question for stub in stubs].count("How many boats are there?") == 1
    assert sorted(ways) == sorted(set(ways))


def test_where_the_schemas_cannot_be_written_nothing_is_begun(draft):
    """Else the folder would be there, and the next try compare with it."""
    FOLDER.parent.mkdir()
    (FOLDER.parent / "schema").touch()

    with pytest.raises(FileExistsError):
        draft(ARTICLE)
    with pytest.raises(NotADirectoryError):
        draft(ARTICLE, "--knowledge", "article.md")

    assert not FOLDER.exists()


def test_the_schema_that_a_file_names_for_editors_is_there(draft):
    draft(ARTICLE)

    for path in FOLDER.rglob("*.yaml"):
        (name,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)", path.read_text("utf-8"))
        assert (path.parent / name).is_file()


def test_each_stub_asks_cites_and_brings_evidence(draft):
    draft(ARTICLE)

    text = (FOLDER / "entries" / "opening.yaml").read_text("utf-8")
    assert "question: What did Mara Quill say?" in text
    assert "  cites: [2]\n  evidence: {2: [Mara Quill, " in text


def test_a_stub_becomes_an_entry_by_its_answer_and_its_kind(draft):
    draft(ARTICLE)
    path = FOLDER / "entries" / "the-keepers.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("kind: stub", "kind: reported\n  answer: Crews do.", 1), "utf-8")

    base = load(Path("knowledge"))

    assert [entry.cites[0].key for entry in base.entries] == ["p3"]
    assert check(Path("knowledge"), Path("article.md")).problems == ()


def test_no_sentence_of_the_article_is_written(draft):
    draft(ARTICLE)
    draft(ARTICLE.replace(TOWER, f"{TOWER} It is old."), "--update")
    files = (path for path in Path().rglob("*") if path.is_file() and path.name != "article.md")
    written = " ".join(re.findall(r"\w+", " ".join(path.read_text("utf-8") for path in files)))

    for sentence in (FIRST, TOWER, CREWS, LAST):
        words = re.findall(r"\w+", sentence)
        runs = (" ".join(words[at : at + 9]) for at in range(len(words) - 8))
        assert not any(run in written for run in runs)


def test_other_names_wait_as_comments_for_the_glossary(draft):
    shown = draft(ARTICLE.replace(LAST, f"{LAST} Minister Bo Ek agreed, and Ek left."))

    assert "1 name for the glossary: at the head of knowledge/lamps/entries/opening.yaml." in shown
    text = (FOLDER / "entries" / "opening.yaml").read_text("utf-8")
    assert "# - name: Bo Ek\n#   aliases:\n#   - Ek\n" in text


def test_what_the_article_does_not_tell_is_asked_for_by_its_option(draft):
    bare = ARTICLE.replace("Publisher: Harbour Gazette\n", "").replace("Date: 14 March 2026\n", "")

    with pytest.raises(DraftError) as refused:
        draft(bare)
    assert str(refused.value) == (
        'The article does not tell its publisher and date: add them as in --publisher "The Orsley '
        'Post" --date "12 May 2026", or as lines under its title, such as "Publisher: The Orsley '
        'Post".'
    )
    assert not Path("knowledge").exists()

    draft(bare, "--publisher", "Gazette", "--date", "14 March 2026", "--title", "Lamps")

    assert load_source() == ("Lamps", "Gazette", "2026-03-14")


def test_each_line_that_is_shown_as_an_example_is_read(draft):
    text = "# Lamps\n\n" + "\n\n".join((FIRST, TOWER))
    for _ in NAMES:
        try:
            draft(text)
        except DraftError as refused:
            line = re.findall(r'such as "(.*)"', str(refused))[0]
            text = text.replace("# Lamps\n", f"# Lamps\n{line}\n")

    assert load_source() == ("Lamps", "The Orsley Post", "2026-05-12")


def load_source() -> tuple[str, str, str]:
    text = (FOLDER / "source.yaml").read_text("utf-8")
    return tuple(re.findall(r"^(?:title|publisher|date): '?(.*?)'?$", text, re.M))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--id", "Two Lamps"], "--id is 'Two Lamps': use at most 48 small letters"),
        (["--id", "../lamps"], "--id is '../lamps'"),
        (["--date", "yesterday"], "'date' is 'yesterday', which is no day"),
        (["--date", "2026-02-30"], "'date' is '2026-02-30': no such day"),
        (["--url", "gazette"], "'url' is 'gazette', which is no web address"),
        (["--title", "x" * 301], "'title' has 301 characters: shorten it to 300"),
    ],
)
def test_what_cannot_be_drafted_is_said_and_nothing_written(draft, options, said):
    with pytest.raises(FootnoteError) as caught:
        draft(ARTICLE, *options)

    assert said in str(caught.value)
    assert set(everything()) == {"article.md"}


def test_a_language_without_spaces_is_refused(draft):
    with pytest.raises(DraftError, match="written without spaces between words"):
        draft(ARTICLE.replace(FIRST, "灯台の灯りがついたのは三月一日のことであり、" * 3 + "。"))


def test_a_folder_of_something_else_is_left_alone(draft):
    FOLDER.mkdir(parents=True)

    with pytest.raises(DraftError, match=r"is there already, without a source\.yaml"):
        draft(ARTICLE)


def test_ids_are_new_in_the_whole_knowledge_folder(draft):
    draft(ARTICLE)
    FOLDER.rename("knowledge/other")

    draft(ARTICLE)

    assert "id: lamps-about-2" in (FOLDER / "entries" / "opening.yaml").read_text("utf-8")


def test_an_unchanged_article_changes_nothing(draft):
    draft(ARTICLE)
    before = everything()

    assert draft(ARTICLE) == "Nothing has changed.\n"
    assert draft(ARTICLE, "--update") == "Nothing has changed.\n"
    assert everything() == before


def test_a_changed_article_is_told_and_nothing_written(draft, written):
    written(ENTRIES)
    before = everything() | {"article.md": b""}
    changed = ARTICLE.replace(FIRST, f"A new first one.\n\n{FIRST}").replace("red", "grey")

    shown = draft(changed.replace(f"{CREWS}\n\n", ""))

    assert shown.splitlines() == [
        "paragraph 1 is paragraph 2 now",
        "paragraph 2 reads differently, and is paragraph 3 now",
        "paragraph 3 is gone",
        "paragraph 1 is new",
        "knowledge/lamps/entries/the-keepers.yaml:19: lamps-120-foghorn cites paragraph 3, which "
        "is gone: cite what it rests on now, or delete it",
        "knowledge/lamps/entries/opening.yaml:15: granite cites paragraph 2, which reads "
        "differently: see that its answer still holds",
        "Nothing was written: add --update to take this over.",
    ]
    assert everything() | {"article.md": b""} == before


def test_neighbours_that_moved_alike_are_told_together(draft):
    draft(ARTICLE)

    shown = draft(ARTICLE.replace(FIRST, f"A new first one.\n\n{FIRST}"))

    assert shown.splitlines()[:2] == ["paragraphs 1–4 are 2–5 now", "paragraph 1 is new"]


def test_an_update_renumbers_entries_and_keeps_what_a_person_wrote(draft, written):
    path = written(ENTRIES)
    changed = ARTICLE.replace(FIRST, f"A new first one, by Bo Ek.\n\n{FIRST}")

    shown = draft(changed, "--update")

    renumbered = ENTRIES.replace("[2]", "[3]").replace("{2:", "{3:")
    renumbered = renumbered.replace("[1]", "[2]").replace("{1:", "{2:")
    text = path.read_text("utf-8")
    assert text.startswith(renumbered)
    assert "kind: stub\n  cites: [1]\n" in text.removeprefix(renumbered)
    assert "Written: knowledge/lamps/source.yaml" in shown
    assert check(Path("knowledge"), Path("article.md")).problems == ()
    assert draft(changed) == "Nothing has changed.\n"


def test_entries_of_other_sources_keep_what_they_cite_here(draft, written, another):
    """Each paragraph has another number now; an entry of the harbour's cites the second."""
    written(ENTRIES)
    path = another("[1, 'lamps:2']")

    draft(ARTICLE.replace(FIRST, f"A new first one.\n\n{FIRST}"), "--update")

    assert "cites: [1, lamps:3]" in path.read_text("utf-8").replace("'", "")
    assert load(Path("knowledge")).by_id["mooring"].cites[1].key == "p3"


def test_nothing_is_updated_while_another_source_rests_on_what_is_gone(draft, written, another):
    written(ENTRIES.replace("[2]", "[1]").replace("{2: [red granite, quarry]}", "{}"))
    another("[1, 'lamps:2']")

    with pytest.raises(DraftError, match="mooring cites paragraph 2 of lamps, which is gone"):
        draft(ARTICLE.replace(f"{TOWER}\n\n", ""), "--update")


def test_an_update_leaves_no_other_file_behind(draft, written):
    written(ENTRIES)
    before = set(everything())

    draft(ARTICLE.replace(FIRST, f"A new first one.\n\n{FIRST}"), "--update")

    assert set(everything()) == before


def test_a_section_that_is_new_gets_a_file_of_its_own(draft, written):
    written(ENTRIES)

    draft(f"{ARTICLE}\n## What comes next\n\nA third lamp is planned for 2031.\n", "--update")

    text = (FOLDER / "entries" / "what-comes-next.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server")
    assert "  cites: [5]\n" in text


def test_ids_links_and_translated_titles_that_a_person_chose_are_kept(draft, written):
    written(ENTRIES)
    path = FOLDER / "source.yaml"
    text = path.read_text("utf-8").replace("the-keepers", "keepers")
    text = text.replace("title: The keepers", "title: The keepers\n  ko: 등대지기")
    text = text.replace("start: Fishing crews want", "start: Fishing crews want a foghorn")
    path.write_text(text, encoding="utf-8")

    draft(ARTICLE.replace(FIRST, f"A new first one.\n\n{FIRST}"), "--update")

    text = path.read_text("utf-8")
    assert "- id: keepers\n  title: The keepers\n  ko: 등대지기" in text
    assert "section: keepers" in text
    assert "start: Fishing crews want a foghorn" in text


@pytest.mark.parametrize("published", [True, False])
def test_a_manual_stays_one_when_it_has_changed(draft, written, published: bool):
    """It may be published nowhere, and has no url then."""
    written(ENTRIES)
    path = FOLDER / "source.yaml"
    text = path.read_text("utf-8").replace("title:", "form: manual\ntitle:", 1)
    lines = text.splitlines(keepends=True)
    kept = [each for each in lines if published or not each.startswith("url:")]
    path.write_text("".join(kept), "utf-8")
    changed = ARTICLE.replace(TOWER, f"{TOWER[:-1]} and the quay.")

    assert draft(ARTICLE) == "Nothing has changed.\n"
    assert "paragraph 2 reads differently" in draft(changed, "--update")

    assert "form: manual\n" in path.read_text("utf-8")
    assert draft(changed) == "Nothing has changed.\n"


def test_an_update_reads_entries_as_they_were_read_before(draft, written):
    """Question marks in braces and brackets are refused by other readers of YAML."""
    entries = (
        "- {id: lit, question: Since when?, phrasings: [how old?, lit when?], answer: In March.,\n"
    )
    path = written(f"{entries}   kind: reported, cites: [1], evidence: {{1: [1 March]}}}}\n")

    draft(ARTICLE.replace(FIRST, f"A new first one.\n\n{FIRST}"), "--update")

    assert "cites: [2], evidence: {2: [1 March]}}" in path.read_text("utf-8")


def test_what_a_person_states_anew_is_taken_over(draft):
    draft(ARTICLE)

    shown = draft(ARTICLE, "--byline", "M. Quill", "--update")

    assert "The paragraphs are the same; facts or links differ." in shown
    assert "byline: M. Quill" in (FOLDER / "source.yaml").read_text("utf-8")


def test_nothing_is_updated_while_an_entry_rests_on_what_is_gone(draft, written):
    written(ENTRIES)
    before = everything()

    with pytest.raises(DraftError, match="granite cites paragraph 2, which is gone"):
        draft(ARTICLE.replace(f"{TOWER}\n\n", ""), "--update")

    assert everything() | {"article.md": b""} == before | {"article.md": b""}


def test_another_article_is_refused(draft):
    draft(ARTICLE)

    with pytest.raises(DraftError, match=r"none of its paragraphs stands in this one\. Choose an"):
        draft("# Ferries\n\nThe ferry sailed.\n")


def test_a_folder_with_problems_is_mended_first(draft):
    draft(ARTICLE)
    path = FOLDER / "source.yaml"
    path.write_text(path.read_text("utf-8").replace("publisher", "publicist"), encoding="utf-8")

    with pytest.raises(FootnoteError, match=r"has problems, mend them first:\n.*source\.yaml"):
        draft(ARTICLE)


@pytest.mark.parametrize(
    ("module", "content", "said"),
    [
        ("trafilatura", b"<!doctype html><p>x", "Reading a page needs trafilatura: pip install"),
        ("pypdf", b"%PDF-1.7", 'Reading a PDF needs pypdf: pip install ".[curate]"'),
    ],
)
def test_a_missing_package_is_named_by_its_extra(module, content, said, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    Path("article").write_bytes(content)

    done = CliRunner().invoke(app, ["draft", "article", "--id", "lamps"])

    assert isinstance(done.exception, ExtraError)
    assert str(done.exception).startswith(said)
