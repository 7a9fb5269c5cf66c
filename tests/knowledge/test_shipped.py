"""The knowledge that is shipped keeps its own rules."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Base, Chat, Decline, Entry, Form, Kind
from bot.core.reply import BODY_LIMIT, LABEL_LIMIT, URL_LIMIT
from bot.core.text import Glossary, words
from bot.core.together import FOOTNOTE_LIMIT
from bot.knowledge import schema
from bot.knowledge.check import check
from bot.knowledge.references import read_content

FOLDER = Path(__file__).parents[2] / "knowledge"
FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("**/*.yaml"))
PARAGRAPHS = 52


@pytest.fixture(scope="module")
def base(shipped_base: Base) -> Base:
    return shipped_base


@pytest.fixture(scope="module")
def answers(base: Base) -> list[Entry]:
    return [entry for entry in base.entries if entry.kind is not Kind.NOT_COVERED]


def test_it_has_no_problem() -> None:
    assert check(FOLDER).problems == ()


def test_it_holds_enough_answers_and_enough_declines(base: Base, answers: list[Entry]) -> None:
    assert len(answers) >= 70
    assert len(base.entries) - len(answers) >= 30


def test_every_place_of_the_article_is_cited_by_an_answer(answers: list[Entry]) -> None:
    cited = {cite.key for entry in answers for cite in entry.cites}

    assert cited == {"meta", "caption", *(f"p{number}" for number in range(1, PARAGRAPHS + 1))}


def test_every_entry_can_be_asked_for_in_many_ways(base: Base) -> None:
    few = [entry.id for entry in base.entries if len(set(entry.wordings[0].phrasings)) < 8]

    assert few == []


@pytest.mark.parametrize("lang", schema.TRANSLATIONS)
def test_every_section_has_a_title_in_the_languages_that_answers_are_in(
    base: Base, lang: str
) -> None:
    sections = [section for source in base.sources for section in source.sections]

    assert [each.id for each in sections if lang not in dict(each.translations)] == []


def test_every_answer_proves_itself_by_evidence() -> None:
    specs = [entry.spec for entry in read_content(FOLDER).entries]
    answers = [spec for spec in specs if spec.kind is not Kind.NOT_COVERED]

    assert answers
    assert [spec.id for spec in answers if not spec.evidence] == []


@pytest.mark.parametrize("verb", ["argues", "concludes", "expects", "thinks"])
def test_what_the_author_holds_is_not_called_background(answers: list[Entry], verb: str) -> None:
    """The line above an answer says whose word it is, for a summary too."""
    background = [entry for entry in answers if entry.kind is Kind.BACKGROUND]

    assert [entry.id for entry in background if verb in entry.wordings[0].answer.split()] == []


def test_no_phrasing_asks_for_two_entries(base: Base) -> None:
    owners = defaultdict(set)
    for target in (*base.entries, *base.small_talk):
        wordings = target.wordings if isinstance(target, Entry) else (target,)
        for phrasing in (each for wording in wordings for each in wording.phrasings):
            owners[phrasing.casefold()].add(target.id)

    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_nothing_is_cut_on_a_card(base: Base) -> None:
    for entry in base.entries:
        for wording in entry.wordings:
            assert len(wording.question) <= LABEL_LIMIT, entry.id
            assert len(wording.answer) <= BODY_LIMIT, entry.id
        assert len(entry.cites) <= FOOTNOTE_LIMIT, entry.id


def test_every_footnote_of_an_article_opens_its_passage(base: Base) -> None:
    """Where the manual is to be read is for each operator to say."""
    articles = [source for source in base.sources if source.form is Form.ARTICLE]
    for place in (place for source in articles for place in source.places):
        assert len(place.url) <= URL_LIMIT
        assert ("#:~:text=" in place.url) is (place.key != "meta")


@pytest.mark.parametrize("name", FILES)
def test_every_file_names_its_schema_for_editors(name: str) -> None:
    line = (FOLDER / name).read_text("utf-8").split("\n", 1)[0]
    comment, _, schema = line.partition("$schema=")

    assert comment == "# yaml-language-server: "
    assert ((FOLDER / name).parent / schema).resolve().parent == FOLDER / "schema"
    assert ((FOLDER / name).parent / schema).is_file()


def test_the_glossary_is_written_as_it_is_read(base: Base) -> None:
    for alias in base.glossary:
        assert " ".join(words(alias.name)) == alias.name


def test_every_alias_is_read_as_its_name(base: Base) -> None:
    glossary = Glossary(base.glossary)

    for alias in base.glossary:
        for each in alias.aliases:
            assert glossary.read(words(each)) == words(alias.name), each


def test_every_name_is_read_as_itself(base: Base) -> None:
    """An alias such as "kim" also begins a name, and must not be read within it."""
    glossary = Glossary(base.glossary)

    for alias in base.glossary:
        assert glossary.read(words(alias.name)) == words(alias.name)


@pytest.mark.parametrize(
    ("said", "answered_by"),
    [
        ("이 봇 쓰레기네", "insult"),
        ("ばか", "insult"),
        ("このボット役に立たない", "insult"),
        ("진짜?", "laughter"),
        ("本当？", "laughter"),
        ("ok cool", "laughter"),
    ],
)
def test_what_asks_nothing_gets_its_line_in_other_languages_too(
    shipped_index: Index, said: str, answered_by: str
) -> None:
    match decide(shipped_index, said):
        case Decline(Chat(small_talk)):
            assert small_talk.id.partition("/")[0] == answered_by
        case other:
            pytest.fail(f"{said}: {other}")
