"""``footnote new``: a curator writes an entry without opening a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import BaseError
from bot.knowledge.check import check
from bot.knowledge.load import load

SMALL_BASE = Path(__file__).parent / "base"
LAMPS = Path("base/entries/lamps.yaml")

TYPED = {
    "question": "How old is the south tower?",
    "phrasings": "age of the south tower\nis it older than the north one\n\n",
    "kind": "rep",
    "cites": "3, p2",
    "evidence": "white concrete\n",
    "answer": "It was built after the north tower of 1887.",
    "related": "north-granite",
    "id": "",
    "write": "yes",
}
ARTICLE = """\
# Two lamps over Ellery

[p1] Ellery lit its second lighthouse after nine years.

[p2] The north tower was built of red granite in 1887.

[p3] The south tower is of white concrete, 2026.
"""


@pytest.fixture(autouse=True)
def in_a_folder_with_the_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")
    shutil.copytree(SMALL_BASE, "base")


def new(*options: str, **typed: str) -> Result:
    """Write an entry; *typed* is what a person types for a field instead, a line each."""
    lines = "\n".join((TYPED | typed).values())
    folder = () if "--knowledge" in options else ("--knowledge", "base")
    return CliRunner().invoke(app, ["new", *folder, *options], input=f"{lines}\n")


def test_an_entry_is_written_behind_those_on_the_same_paragraphs():
    before = LAMPS.read_text("utf-8")

    done = new()

    written = """\
- id: old-south-tower
  question: How old is the south tower?
  phrasings:
    - age of the south tower
    - is it older than the north one
  answer: It was built after the north tower of 1887.
  kind: reported
  cites: [3, 2]
  evidence: {3: [white concrete]}
  related: [north-granite]

"""
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (
        0,
        "Write it? yes, no, or a field to change [yes]: Written: base/entries/lamps.yaml:40",
    )
    assert LAMPS.read_text("utf-8") == before.replace(
        "- id: keepers\n", f"{written}- id: keepers\n"
    )
    assert check(Path("base")).problems == ()
    assert "old-south-tower" in load(Path("base")).by_id


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("question", "x" * 101, "This has 101 characters: shorten it to 100."),
        ("question", "", "This is empty: fill it in."),
        ("question", "?!", "It holds no word: write letters or digits."),
        ("question", "WHO are the keepers", "The entry 'keepers' is asked for so: say it in "),
        ("phrasings", "how old is the south tower", 'It reads the same as "How old is the south'),
        ("phrasings", "North tower granite!", "The entry 'north-granite' is asked for so: say "),
        ("kind", "guess", "Type one of reported, argued, forecast, background, not_covered, or "),
        ("cites", "9", "The source has no paragraph 9: it has paragraphs 1 to 5, meta."),
        ("cites", "caption", "The source has no caption: it has paragraphs 1 to 5, meta."),
        ("cites", "", "An answer rests on something: name a paragraph, meta or caption."),
        ("answer", "x" * 601, "This has 601 characters: shorten it to 600."),
        ("related", "nobody", "No entry has the id 'nobody': correct it."),
        ("id", "keepers", "'keepers' stands already: choose another."),
        ("id", "thanks", "'thanks' stands already: choose another."),
        ("id", "No Id", "This is 'No Id', which is no id: use small letters, digits and single "),
        ("write", "perhaps", "Type one of yes, no, question, phrasings, kind, cites, evidence, "),
    ],
)
def test_what_cannot_stand_is_said_at_once_and_asked_again(field: str, typed: str, said: str):
    done = new(**{field: f"{typed}\n{TYPED[field]}"})

    assert said in done.stdout
    assert "Written: base/entries/lamps.yaml:40" in done.stdout


@pytest.fixture
def beside() -> None:
    """A second source in the folder: a museum with the same paragraphs."""
    shutil.copytree(
        SMALL_BASE, "both/lamps", ignore=shutil.ignore_patterns("glossary.yaml", "smalltalk.yaml")
    )
    Path("both/museum/entries").mkdir(parents=True)
    source = Path("both/lamps/source.yaml").read_text("utf-8")
    Path("both/museum/source.yaml").write_text(
        source.replace("id: lighthouses", "id: museum"), "utf-8"
    )


@pytest.mark.usefixtures("beside")
def test_a_place_in_another_source_is_cited_after_its_id():
    done = new(
        *("--knowledge", "both", "--source", "lighthouses"),
        cites="lighthouses:3, museum:p2, museum:meta",
        evidence="white concrete\nred granite\n",
    )

    assert "Paragraphs that it rests on (5, 6; meta; museum:5): " in done.stdout
    text = Path("both/lamps/entries/lamps.yaml").read_text("utf-8")
    assert "  cites: [3, 'museum:2', 'museum:meta']\n" in text
    assert "  evidence: {3: [white concrete], 'museum:2': [red granite]}\n" in text


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("museum:9", "museum has no paragraph 9: look into its source.yaml."),
        ("musem:2", "No other source has the id 'musem': there is museum."),
    ],
)
def test_a_place_that_no_other_source_has_is_said_at_once(typed: str, said: str):
    done = new(
        *("--knowledge", "both", "--source", "lighthouses"), cites=f"{typed}\n{TYPED['cites']}"
    )

    assert said in done.stdout
    assert "Written: " in done.stdout


def test_a_comma_within_a_number_does_not_tear_a_term_apart():
    new(evidence="640,000 crowns,white concrete, 2026\n")

    written = LAMPS.read_text("utf-8")
    assert "  evidence: {3: ['640,000 crowns', white concrete, '2026']}\n" in written


def test_few_phrasings_are_called_few_once_and_none_at_all_is_refused():
    done = new(phrasings=f"\n{TYPED['phrasings']}")

    assert "At least one is needed." in done.stdout
    assert done.stdout.count("8 are a good start; an empty line ends.") == 1


def test_with_the_article_at_hand_its_paragraphs_are_shown_and_evidence_is_looked_up():
    Path("article.md").write_text(ARTICLE, "utf-8")

    done = new("--article", "article.md", evidence="red granite\nWHITE concrete\n")

    assert "3: The south tower is of white concrete, 2026." in done.stdout
    assert "'red granite' does not stand in paragraph 3: copy it from there." in done.stdout
    assert "Written: " in done.stdout


def test_what_the_bot_answers_already_is_said_before_anything_is_written():
    done = new(phrasings="who is the author of it all\n\n")

    assert '"who is the author of it all" is answered by author so far.' in done.stdout


def test_any_field_may_be_changed_before_it_is_written():
    done = new(write="answer\nIn another way.\nyes")

    assert "Written: " in done.stdout
    entry = load(Path("base")).by_id["old-south-tower"]
    assert entry.wording("en").answer == "In another way."


def test_another_kind_asks_anew_what_it_rests_on():
    done = new(write="kind\nnot\n\nyes")

    assert "Written: base/entries/lamps.yaml:88" in done.stdout
    assert load(Path("base")).by_id["old-south-tower"].cites == ()


def test_without_a_yes_nothing_is_written():
    before = LAMPS.read_bytes()

    done = new(write="no")

    assert (done.exit_code, done.stdout.splitlines()[-1][-20:]) == (1, "Nothing was written.")
    assert LAMPS.read_bytes() == before


@pytest.mark.parametrize("fields", [0, 1, 2, 4, 7, 8])
def test_what_was_typed_is_handed_back_at_the_end_of_input(fields: int):
    """It may be ten minutes' typing. What lacks something yet is a stub, so that it can stand."""
    before = LAMPS.read_bytes()
    typed = "".join(f"{each}\n" for each in [*TYPED.values()][:fields])

    done = CliRunner().invoke(app, ["new", "--knowledge", "base"], input=typed)

    shown = done.stdout.partition("Nothing was written")[2].partition("\n\n")[2]
    assert (done.exit_code, LAMPS.read_bytes()) == (1, before)
    assert ("phrasings:" in shown, "kind: stub" in shown) == (fields > 1, 0 < fields < 7)
    LAMPS.write_text(f"{before.decode()}\n{shown}", "utf-8")
    report = check(Path("base"))
    assert (report.problems, len(report.stubs)) == ((), int(0 < fields < 7))
    assert ("old-south-tower" in load(Path("base")).by_id) is (fields >= 7)


def test_half_of_the_phrasings_are_handed_back_too():
    typed = f"{TYPED['question']}\nage of the south tower\n"

    done = CliRunner().invoke(app, ["new", "--knowledge", "base"], input=typed)

    assert "  phrasings:\n    - age of the south tower\n  kind: stub\n" in done.stdout


def test_phrasings_are_mended_one_by_one():
    done = new(write="phrasings\n-9\n-1\nhow old is that white one\n\n\nyes")

    assert "  1. age of the south tower\n  2. is it older than the north one\n" in done.stdout
    assert "There is no phrasing 9." in done.stdout
    entry = load(Path("base")).by_id["old-south-tower"]
    assert entry.wording("en").phrasings[-2:] == (
        "is it older than the north one",
        "how old is that white one",
    )


def test_a_source_without_entries_gets_its_first_file():
    LAMPS.unlink()

    done = new(related="")

    assert "Written: base/entries/lamps.yaml:2" in done.stdout
    assert check(Path("base")).problems == ()


def test_a_broken_file_is_to_be_mended_first():
    LAMPS.write_text("- id: [\n", "utf-8")

    assert isinstance(new().exception, BaseError)
