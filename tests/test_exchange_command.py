"""``footnote export`` and ``footnote import``: to and from spreadsheets and other programs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import BaseError, EditError
from bot.knowledge.check import check
from bot.knowledge.load import load
from bot.knowledge.references import read_content

SMALL_BASE = Path(__file__).parent / "base"
SHIPPED = Path(__file__).parents[1] / "knowledge"
LAMPS = Path("base/entries/lamps.yaml")
IMPORTED = Path("base/entries/imported.yaml")

AZURE = """\
Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId
Is there a museum?\tThere is.\\n\\nIt says "open".\thttps://x.example\t\t[]\tFalse\t\
[{"DisplayOrder":0,"QnaId":8,"Qna":null,"DisplayText":"Tickets"}]\t7
museum\tThere is.\\n\\nIt says "open".\thttps://x.example\t\t[]\tFalse\t[]\t7
What do tickets cost?\tTwo crowns.\tEditorial\tproduct:museum|town:ellery\t\
[{"ClusterHead":"price","AlternateQuestionList":[]}]\tFalse\t[]\t8
Yes\tThen come.\tEditorial\t\t[]\tTrue\t[]\t9
Is it warm?\tIt is.\tEditorial\t\t[]\tFalse\tnone\t10
"""
MUSEUM = """\
- id: museum
  question: Is there a museum?
  phrasings: [museum]
  answer: There is, in the north tower.
  kind: reported
  cites: [2]
  related: [north-granite, later]
"""


@pytest.fixture(autouse=True)
def in_a_folder_with_the_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")
    shutil.copytree(SMALL_BASE, "base")


def footnote(*arguments: str, base: str = "base") -> Result:
    return CliRunner().invoke(app, [*arguments, "--knowledge", base])


def refusal(*arguments: str, base: str = "base") -> str:
    error = footnote(*arguments, base=base).exception
    assert isinstance(error, EditError | BaseError)
    return str(error)


@pytest.fixture
def imported() -> Callable[..., Result]:
    """Import a file of this *text* and name."""

    def run(text: str, name: str = "table.csv", base: str = "base") -> Result:
        Path(name).write_text(text, encoding="utf-8", newline="")
        return footnote("import", name, base=base)

    return run


@pytest.mark.parametrize("base", [SMALL_BASE, SHIPPED], ids=["small", "shipped"])
def test_json_loses_nothing(base: Path):
    """An exported base, imported into one without an entry, has the same version."""
    shutil.copytree(base, "empty")
    for path in Path("empty").rglob("entries/*.yaml"):
        path.unlink()

    footnote("export", "all.json", base=str(base))
    done = footnote("import", "all.json", base="empty")

    assert done.exit_code == 0, done.stdout
    assert load(Path("empty")).version == load(base).version


@pytest.fixture
def both() -> Path:
    """A base of two sources, lighthouses and museum."""
    files = {
        "museum/source.yaml": Path("base/source.yaml").read_text("utf-8"),
        "museum/entries/open.yaml": MUSEUM,
        "museum/entries/later.yaml": "- {id: later, question: And later?, kind: stub}\n",
    }
    shutil.copytree(SMALL_BASE, "both/lamps")
    for name in ("glossary.yaml", "smalltalk.yaml"):
        Path("both/lamps", name).rename(Path("both", name))
    for name, text in files.items():
        Path("both", name).parent.mkdir(parents=True, exist_ok=True)
        Path("both", name).write_text(text.replace("id: lighthouses", "id: museum"), "utf-8")
    return Path("both")


def test_stubs_and_several_sources_come_back_to_where_they_were(both: Path):
    shutil.copytree("both", "empty")
    entries = sorted(Path("empty").rglob("entries/*.yaml"))
    for path in entries:
        path.unlink()

    footnote("export", "all.json", base="both")
    done = footnote("import", "all.json", base="empty")

    assert done.exit_code == 0, done.stdout
    assert load(Path("empty")).version == load(Path("both")).version
    (waiting,) = check(Path("empty")).stubs
    assert (len(waiting.lines), waiting.what) == (1, "for an answer")
    assert sorted(Path("empty").rglob("entries/*.yaml")) == entries


def own(source: str, id_: str, **keys: object) -> dict[str, object]:
    """An entry for *source* that fits, but for *keys*."""
    return {
        **{"source": source, "id": id_, "question": f"What is {id_}?"},
        **{"phrasings": [f"about {id_}"], "answer": f"It is {id_}.", "kind": "reported"},
        **{"cites": [2], **keys},
    }


@pytest.mark.parametrize(
    ("entries", "said", "taken"),
    [
        (
            [own("lighthouses", "tea", related=["cake"]), own("museum", "cake", cites=[99])],
            [
                "a.json:1: left out of 'related', since no entry has these ids: cake",
                "a.json:2: the source has no paragraph 99: cite a place ",
            ],
            {"tea"},
        ),
        (
            [own("museum", "cake", cites=[99]), own("lighthouses", "tea", cites=["museum:99"])],
            [
                "a.json:1: the source has no paragraph 99: cite a place ",
                "a.json:2: museum has no paragraph 99: cite a place ",
            ],
            set(),
        ),
        (
            [own("lighthouses", "tea"), own("museum", "tea")],
            ["a.json:2: another row has the id 'tea' too: rename one"],
            {"tea"},
        ),
        (
            [own("lighthouses", "tea", related=["cake"]), own("museum", "cake")],
            [],
            {"tea", "cake"},
        ),
    ],
    ids=["related to what does not fit", "cites nothing", "one id twice", "both fit"],
)
def test_entries_of_several_sources_fit_together_or_stay_out(
    both: Path,
    imported: Callable[..., Result],
    entries: list[object],
    said: list[str],
    taken: set[str],
):
    before = set(load(both).by_id)

    done = imported("[" + ",\n".join(map(json.dumps, entries)) + "]", "a.json", base="both")

    lines = done.stdout.splitlines()[:-1]
    assert [line[: len(start)] for line, start in zip(lines, said, strict=True)] == said
    assert set(load(both).by_id) - before == taken


def test_questions_without_ids_get_different_ones_in_different_sources(
    both: Path, imported: Callable[..., Result]
):
    rows = [{"source": source, "question": "Is it red?"} for source in ("lighthouses", "museum")]

    done = imported(json.dumps(rows), "a.json", base="both")

    assert done.stdout.startswith("2 new (2 of them stubs)")
    assert check(both).problems == ()


@pytest.mark.parametrize("name", ["table.csv", "table.tsv"])
@pytest.mark.parametrize("columns", ["plain", "azure"])
def test_a_table_that_comes_back_as_it_went_changes_nothing(name: str, columns: str):
    before = LAMPS.read_bytes()

    footnote("export", name, "--columns", columns)
    done = footnote("import", name, "--force")

    assert (done.exit_code, LAMPS.read_bytes()) == (0, before)
    assert done.stdout == "0 new (0 of them stubs), 0 replaced, 7 as before\n"


def test_an_answer_edited_in_a_spreadsheet_replaces_that_answer_alone():
    """Cells that the table does not have, a translation for one, stay as they are."""
    japanese = "ja: {question: だれ？, answer: いません。, phrasings: [誰]}"
    text = LAMPS.read_text("utf-8").replace("[foghorn]\n\n", f"[foghorn]\n  {japanese}\n\n", 1)
    LAMPS.write_text(text, "utf-8")
    footnote("export", "table.csv")
    table = Path("table.csv").read_text("utf-8").replace("Nobody does. Both", "Nobody. Both")
    Path("table.csv").write_text(table, "utf-8", newline="")

    kept = footnote("import", "table.csv")
    forced = footnote("import", "table.csv", "--force")

    assert "'keepers' differs from what stands at base/entries/lamps.yaml:40: " in kept.stdout
    assert (kept.exit_code, forced.exit_code) == (1, 0)
    assert "0 new (0 of them stubs), 1 replaced, 6 as before" in forced.stdout
    entry = load(Path("base")).by_id["keepers"]
    assert entry.wording("en").answer == "Nobody. Both lamps are run from the harbour office."
    assert entry.wording("ja").answer == "いません。"


def test_of_azures_table_each_answer_becomes_a_stub_with_all_its_questions(
    imported: Callable[..., Result],
):
    done = imported(AZURE, "kb.tsv")

    assert done.stdout.splitlines() == [
        "kb.tsv:5: it only follows another answer: give it a question of its own",
        "kb.tsv:6: Prompts is no JSON list of prompts: correct or empty it",
        "2 new (2 of them stubs), 0 replaced, 0 as before: base/entries/imported.yaml",
    ]
    assert done.exit_code == 1
    assert (
        IMPORTED.read_text("utf-8")
        == """\
# yaml-language-server: $schema=../../schema/entries.json
- id: museum
  question: Is there a museum?
  phrasings:
    - museum
  answer: |-
    There is.

    It says "open".
  kind: stub
  related: [tickets-cost]

- id: tickets-cost
  question: What do tickets cost?
  answer: Two crowns.
  kind: stub
"""
    )
    assert load(Path("base")).version == load(SMALL_BASE).version


def test_the_same_file_taken_twice_changes_nothing(imported: Callable[..., Result]):
    imported(AZURE, "kb.tsv")

    assert "0 new (0 of them stubs), 0 replaced, 2 as before" in imported(AZURE, "kb.tsv").stdout


def test_azures_table_has_a_row_a_question_and_prompts_for_what_is_related():
    footnote("export", "kb.tsv", "--columns", "azure")

    header, *rows = [line.split("\t") for line in Path("kb.tsv").read_text("utf-8").splitlines()]
    first = [dict(zip(header, row, strict=True)) for row in rows if row[7] == "1"]
    assert [row["Question"] for row in first[:2]] == [
        "When was the second lighthouse lit?",
        "when did Ellery light its second lighthouse",
    ]
    assert {row["Metadata"] for row in first} == {
        "footnote_id:second-lighthouse|footnote_kind:reported|footnote_cites:1"
    }
    prompts = json.loads(first[0]["Prompts"])
    assert [(each["QnaId"], each["DisplayText"]) for each in prompts] == [
        (2, "What is the north tower built of?"),
        (3, "What is the south tower built of?"),
        (4, "Does anybody live in the lighthouses?"),
    ]


def test_what_a_table_has_no_column_for_is_named():
    done = footnote("export", "table.csv", "--columns", "azure")

    assert "Left out, as JSON alone has room: evidence\n" in done.stdout
    assert "Written: 7 entries to table.csv" in done.stdout


CITING = """\
  cites: [2, 'lighthouses:3', 'lighthouses:meta']
  evidence: {2: [red granite, 'at 6: 30'], 'lighthouses:3': [white concrete]}
  review_by: "2027-01-31"
"""


@pytest.mark.parametrize(
    ("columns", "left_out"), [("plain", set()), ("azure", {"evidence", "review_by"})]
)
def test_a_table_may_cite_another_source_and_say_when_to_read_it_again(
    both: Path, columns: str, left_out: set[str]
):
    path = both / "museum" / "entries" / "open.yaml"
    path.write_text(MUSEUM.replace("  cites: [2]\n", CITING), "utf-8")
    table = ("table.csv", "--source", "museum")
    before = load(both).version

    shown = footnote("export", *table, "--columns", columns, base="both").stdout
    path.unlink()
    done = footnote("import", *table, base="both")

    assert done.exit_code == 0, done.stdout
    assert {name for name in ("cites", "evidence", "review_by") if name in shown} == left_out
    (entry,) = [each.spec for each in read_content(both).entries if each.spec.id == "museum"]
    assert entry.cites == [2, "lighthouses:3", "lighthouses:meta"]
    assert (load(both).version == before, entry.review_by) == (
        (False, None) if left_out else (True, "2027-01-31")
    )


PLAIN = """\
question;answer;phrasings;cites;kind
How tall is it?;It is tall.;"height
tallness";"2, 3";reported
And how old?;Very.;;;
"""


def test_a_plain_table_may_be_parted_by_semicolons_and_an_answer_that_cites_is_an_entry(
    imported: Callable[..., Result],
):
    done = imported(PLAIN)

    assert "2 new (1 of them stubs)" in done.stdout
    entry = load(Path("base")).by_id["tall"]
    assert [cite.key for cite in entry.cites] == ["p2", "p3"]
    assert entry.wording("en").phrasings == ("height", "tallness")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"{'x' * 101},y,,,,,", "2: 'question' has 101 characters: shorten it to 100"),
        (",y,,,,,", "2: the key 'question' is missing: add it"),
        (f"a?,{'y' * 601},,,,,", "2: 'answer' has 601 characters: shorten it to 600"),
        (f"a?,y,{'z' * 301},,,,", "2: phrasings 1: this has 301 characters: shorten it to 300"),
        (
            "a?,y,z,9,reported,,",
            "2: the source has no paragraph 9: cite a place ",
        ),
        ("a?,y,z,2,guess,,", "2: 'kind' is 'guess': it may be 'reported', "),
        ("a?,y,z,2,reported,nobody,", "2: left out of 'related', since no entry has these ids: "),
        ("a?,y,,2,reported,,", "2: the key 'phrasings' is missing: add it"),
        ("a?,y,,,,,No Id", "2: 'id' is 'No Id', which is no id: use small letters, digits and "),
        ("a?,y,,,,,thanks", "2: small talk has the id 'thanks': rename it"),
        ("a?,y,,,,,same\nb?,y,,,,,same", "3: another row has the id 'same' too: rename one"),
        ("a?,y,,,,,,more,cells", "2: 9 cells stand under 7 columns: put texts in quotes"),
        ("a?,y\x07,,,,,", "2: a control character stands in a text: delete it"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_the_others_are_kept(
    imported: Callable[..., Result], row: str, said: str
):
    header = "question,answer,phrasings,cites,kind,related,id"
    done = imported(f"{header}\n{row}\nIs it red?,It is.,,,,,red\n")

    assert done.exit_code == 1
    assert f"table.csv:{said}" in done.stdout.splitlines()[0]
    assert "- id: red\n" in IMPORTED.read_text("utf-8")
    assert check(Path("base")).problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[\n {"question": "a?", "colour": 1},', "a.json:2: this is not valid JSON: "),
        ("{}", "a.json:1: this is no list of entries: write it in square brackets."),
        ("[" * 100_000, "a.json:1: this is nested too deep: flatten it."),
        ('[{"source": "nowhere", "question": "a?"}]', "There is no source 'nowhere' here: name "),
    ],
)
def test_json_that_cannot_be_read_is_refused_whole(text: str, said: str):
    Path("a.json").write_text(text, "utf-8")

    assert refusal("import", "a.json").startswith(said)
    assert not IMPORTED.exists()


def test_a_bad_entry_in_json_is_named_by_its_line(imported: Callable[..., Result]):
    done = imported('[\n{"question": "a?"},\n 7,\n{"question": "b?",\n "colour": 1}]', "a.json")

    assert done.stdout.splitlines()[:2] == [
        "a.json:3: this is no entry: write keys and values in braces",
        "a.json:4: the key 'colour' is not known here: correct or remove it",
    ]
    assert "1 new" in done.stdout


@pytest.mark.parametrize("id_", [["x"], {"a": 1}, 5, True])
def test_an_id_that_is_no_text_is_named_by_its_line(imported: Callable[..., Result], id_: object):
    done = imported(json.dumps([{"question": "a?", "id": id_}]), "a.json")

    assert done.stdout.startswith("a.json:1: 'id' must be text")


def test_json_cannot_write_outside_the_folder_of_entries(imported: Callable[..., Result]):
    done = imported('[{"question": "a?", "file": "../../../evil.yaml"}]', "a.json")

    assert "a.json:1: '../../../evil.yaml' is no file of entries" in done.stdout
    assert not list(Path().parent.rglob("evil.yaml"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "there.json"), "there.json is there already: name another file, or add "),
        (("export", "base.txt"), "base.txt ends in none of .csv, .tsv, .json: rename it by what "),
        (("import", "base.txt"), "base.txt ends in none of .csv, .tsv, .json: rename it by what "),
        (("import", "nowhere.csv"), "nowhere.csv:1: the file cannot be read "),
        (("import", "there.csv"), "there.csv:1: no column is called Question: name the columns "),
        (("import", "latin.csv"), "latin.csv:2: a character here is not UTF-8: save the file as "),
        (("import", "long.csv"), "long.csv:2: a cell cannot be read (field larger than field "),
        (("import", "long.tsv"), "long.tsv:2: a cell cannot be read (field larger than field "),
        (("export", "no/folder/x.json"), "no/folder cannot be written (No such file or dir"),
        (("export", "x.csv", "--source", "ferry"), "There is no source 'ferry' here: name one "),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: tuple[str, ...], said: str):
    Path("there.json").write_text("mine", "utf-8")
    Path("there.csv").write_text("frage,antwort\na,b\n", "utf-8")
    Path("base.txt").write_text("question\na?\n", "utf-8")
    Path("long.csv").write_text(f'question,answer\na?,"{"x" * 1_000_001}"\nb?,y\n', "utf-8")
    Path("long.tsv").write_text(f"question\tanswer\na?\t{'x' * 1_000_001}\n", "utf-8")
    Path("latin.csv").write_bytes("question\nWo ist der große Turm?\n".encode("latin-1"))

    assert refusal(*arguments).startswith(said)
    assert Path("there.json").read_text("utf-8") == "mine"


def test_a_folder_of_that_name_is_named():
    Path("there.csv").mkdir()

    said = "there.csv cannot be written (Is a directory): check its place and rights."
    assert refusal("export", "there.csv", "--force") == said


@pytest.mark.parametrize("options", [(), ("--force",)])
def test_an_export_to_a_link_goes_to_where_it_leads(tmp_path: Path, options: tuple[str, ...]):
    place = tmp_path / "elsewhere" / "all.json"
    place.parent.mkdir()
    if options:
        place.write_text("before", "utf-8")
    Path("link.json").symlink_to(place)

    assert footnote("export", "link.json", *options).exit_code == 0
    assert Path("link.json").is_symlink()
    assert len(json.loads(place.read_text("utf-8"))) == 7


def test_an_import_into_a_file_that_is_a_link_leaves_it_one(tmp_path: Path):
    place = tmp_path / "elsewhere.yaml"
    place.write_text(MUSEUM, "utf-8")
    IMPORTED.symlink_to(place)
    Path("a.csv").write_text("question\nWho writes at night?\n", "utf-8")

    assert "imported.yaml" in footnote("import", "a.csv").stdout
    assert IMPORTED.is_symlink()
    assert "Who writes at night?" in place.read_text("utf-8")


def test_an_export_is_replaced_by_force():
    Path("there.json").write_text("mine", "utf-8")

    assert footnote("export", "there.json", "--force").exit_code == 0
    assert len(json.loads(Path("there.json").read_text("utf-8"))) == 7


def test_a_folder_with_a_broken_file_is_left_alone(imported: Callable[..., Result]):
    """An id that stands in the broken file could be written twice."""
    LAMPS.write_text("- id: [\n", "utf-8")

    done = imported("question\na?\n")

    assert isinstance(done.exception, BaseError)
    assert not IMPORTED.exists()
