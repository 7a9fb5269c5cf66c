"""A folder is read whole: each problem has its file, its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from ferry import ENTRIES, WriteFolder

from bot.errors import BaseError
from bot.knowledge.check import check
from bot.knowledge.load import load

FILE = "ferry/entries/ferry.yaml"


def told(folder: Path) -> list[tuple[int, str]]:
    """Return line and message of each problem of the entries file."""
    problems = check(folder).problems
    assert {problem.file for problem in problems} <= {f"knowledge/{FILE}"}
    return [(problem.line, problem.message) for problem in problems]


def test_a_sound_folder_has_no_problem(folder: WriteFolder) -> None:
    report = check(folder())

    assert report.problems == ()
    assert report.summary == (
        "0 problems: 1 source, 2 answers, 1 not covered, 5 phrasings, 0 golden questions"
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("  kind: reported", "  kind: rumoured", 5, "'kind' is 'rumoured': it may be 'reported'"),
        ("  answer: It", "  anwser: It", 1, "the key 'answer' is missing"),
        ("  answer: It", "  note: x\n  answer: It", 4, "the key 'note' is not known here"),
        ("phrasings: [ferry strike", "phrasings: [2026", 3, "this must be text"),
        ("phrasings: [ferry strike", "phrasings: ['it: is', it: is", 3, "in quotes if it holds a"),
        ("phrasings: [ferry strike, was the boat cancelled]", "phrasings: []", 3, "is empty"),
        ("cites: [1, meta]", "cites: 1", 6, "'cites' must be a list: write it as [1], or each"),
        (
            "related: [pier]",
            "related: pier",
            8,
            "'related' must be a list: write it as [pier], or",
        ),
        (
            "related: [pier]",
            "related: pier, x",
            8,
            "write it as [one, two], or each item behind a",
        ),
        ("phrasings: [ferry strike, ", "phrasings: ['  ', ", 3, "which is blank"),
        ("id: strike", "id: The Strike", 1, "is no id"),
        ("answer: It did", f"answer: It {'d' * 700}", 4, "shorten it to 600"),
        ("cites: [1, meta]", "cites: [p1, meta, 1]", 6, "'p1' is no place"),
        ("cites: [1, meta]", "cites: [1, meta, 9]", 6, "the source has no paragraph 9"),
        ("cites: [1, meta]", "cites: [1, meta, 1]", 6, "paragraph 1 is cited twice"),
        ("cites: [1, meta]", "cites: [1]", 7, "evidence for meta, which is not cited"),
        ("related: [pier]", "related: [quay]", 8, "no entry has the id 'quay'"),
        ("related: [pier]", "related: [strike]", 8, "an entry is not related to itself"),
        ("related: [pier]", "related: [pier, pier]", 8, "'pier' is related twice"),
        ("id: pier", "id: strike", 10, "stands already at knowledge/ferry/entries/ferry.yaml:1"),
    ],
)
def test_each_mistake_is_told_at_its_line_with_what_to_do(
    folder: WriteFolder, old: str, new: str, line: int, message: str
) -> None:
    assert old in ENTRIES
    problems = told(folder(**{FILE: ENTRIES.replace(old, new, 1)}))

    assert [at for at, text in problems if message in text] == [line]


def test_a_value_that_is_missing_is_one_problem(folder: WriteFolder) -> None:
    assert told(folder(**{FILE: ENTRIES.replace("answer: It did", "answer: # It did", 1)})) == [
        (4, "what stands after # is not read: put the text in quotes")
    ]


def test_an_answer_must_cite_and_a_decline_need_not(folder: WriteFolder) -> None:
    problems = told(folder(**{FILE: ENTRIES.replace("kind: not_covered", "kind: argued")}))

    assert problems == [(23, "an answer needs a source: cite a paragraph, meta or caption")]


def test_all_problems_of_all_files_come_in_one_error(folder: WriteFolder) -> None:
    base = folder(
        **{
            FILE: ENTRIES.replace("kind: reported", "kind: rumoured"),
            "glossary.yaml": "- name: boat\n  aliases: [ferry]\n- name: FERRY\n  aliases: [x]\n",
            "smalltalk.yaml": "- id: hello\n  phrasings: [no]\n",
            "ferry/questions.yaml": "- {id: g1, text: ferry?, reach: [nowhere]}\n",
        }
    )
    with pytest.raises(BaseError) as raised:
        load(base)

    assert str(raised.value).splitlines() == [
        "The knowledge base has 6 problems:",
        "knowledge/ferry/entries/ferry.yaml:5: 'kind' is 'rumoured': it may be 'reported', "
        "'argued', 'forecast', 'background' or 'not_covered'",
        "knowledge/ferry/entries/ferry.yaml:14: 'kind' is 'rumoured': it may be 'reported', "
        "'argued', 'forecast', 'background' or 'not_covered'",
        "knowledge/ferry/questions.yaml:1: no entry has the id 'nowhere': correct it or add the "
        "entry",
        "knowledge/glossary.yaml:3: 'FERRY' stands already on line 2: keep one",
        "knowledge/smalltalk.yaml:1: the key 'reply' is missing: add it",
        'knowledge/smalltalk.yaml:2: YAML does not read no as text: put it in quotes, "no"',
    ]


def test_a_bad_entry_does_not_make_its_neighbours_look_wrong(folder: WriteFolder) -> None:
    """Entries that point to it would otherwise each seem to name an unknown id."""
    problems = told(folder(**{FILE: ENTRIES.replace("question: How is", "questoin: How is")}))

    assert {line for line, _ in problems} == {10, 11}


def test_a_file_that_breaks_off_does_not_make_other_files_look_wrong(folder: WriteFolder) -> None:
    broken = ENTRIES.replace("strike", "storm").replace("pier", "quay") + "\n- id: [\n"
    problems = check(folder(**{"ferry/entries/more.yaml": broken})).problems

    assert [problem.file for problem in problems] == ["knowledge/ferry/entries/more.yaml"]
    assert "the file ends within a bracket" in problems[0].message


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("ferry/entries/none.yaml", "# nothing yet\n", "the file is empty"),
        ("ferry/entries/map.yaml", "id: x\n", "the file must be a list"),
        ("ferry/entries/late.yml", "[]\n", "this file is not read"),
        ("ferry/entry.yaml", "[]\n", "may be source.yaml or questions.yaml"),
        ("glosary.yaml", "[]\n", "may be glossary.yaml or smalltalk.yaml"),
        ("other/entries/a.yaml", ENTRIES.replace("- id: ", "- id: o-"), "cannot be read"),
        ("smalltalk.yaml", "- {id: pier, reply: x, phrasings: [x]}\n", "an entry has the id"),
        ("glossary.yaml", "- {name: sea, aliases: ['!']}\n", "holds no word"),
        ("glossary.yaml", "- {name: sea, aliases: [ice-cold, Ice cold]}\n", "already on line 1"),
    ],
)
def test_a_file_that_would_be_passed_over_or_misread_is_told(
    folder: WriteFolder, name: str, text: str, message: str
) -> None:
    problems = check(folder(**{name: text})).problems

    assert any(
        message in problem.message and problem.file.startswith(f"knowledge/{name.split('/')[0]}")
        for problem in problems
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("section: opening", "section: harbour", "no section has the id 'harbour'"),
        ("number: 2", "number: 1", "paragraph 1 stands twice"),
        ("date: '2026-05-03'", "date: 3 May 2026", "which is no day"),
        ("date: '2026-05-03'", "date: '2026-02-30'", "no such day"),
        ("https://quay", "quay", "which is no web address"),
        ("sha256: ", "sha256: x", "which is no SHA-256"),
        ("start: ", f"start: {'very ' * 55}", "its link has"),
    ],
)
def test_a_source_is_checked_for_shape_and_sense(
    folder: WriteFolder, old: str, new: str, message: str
) -> None:
    path = folder() / "ferry" / "source.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    problems = check(path.parent.parent).problems

    assert any(message in problem.message for problem in problems)


def test_the_folder_of_one_source_may_be_named_itself(folder: WriteFolder) -> None:
    assert check(folder() / "ferry").problems == ()


def test_a_folder_without_a_source_says_so(tmp_path: Path) -> None:
    assert "add a source" in check(tmp_path).problems[0].message
    assert "no such folder" in check(tmp_path / "none").problems[0].message


def test_folders_of_schemas_and_files_of_editors_are_left_alone(folder: WriteFolder) -> None:
    base = folder(
        **{"schema/source.json": "{}", "ferry/entries/.#ferry.yaml": "[", "notes.txt": ""}
    )

    assert check(base).problems == ()


@pytest.mark.parametrize(
    ("here", "shown"),
    [
        ("ferry", "../glossary.yaml"),
        ("ferry/entries", "../../glossary.yaml"),
        ("/", None),
        ("/usr/share", None),
    ],
)
def test_a_problem_is_named_from_the_current_folder_on_where_that_is_shorter(
    folder: WriteFolder, monkeypatch: pytest.MonkeyPatch, here: str, shown: str | None
) -> None:
    base = folder(**{"glossary.yaml": "x"})
    whole = str(base / "glossary.yaml")
    monkeypatch.chdir(base / here)

    assert check(base).problems[0].file == (
        shown or whole.removeprefix("/" if here == "/" else "")
    )
