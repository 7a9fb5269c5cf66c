"""No message of the interface is without its Korean and its Japanese form."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.locale.speech import LANGUAGES

ROOT = Path(__file__).parents[2]
KEYWORDS = {"say": None, "plural": (1, 2), "marked": None, "locale_str": None}
TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]


def said() -> set[str]:
    """Every message in the code; of one in two forms, the first."""
    found = extract_from_dir(ROOT / "bot", keywords=KEYWORDS)
    return {each[2] if isinstance(each[2], str) else each[2][0] for each in found}


def catalogue(lang: str) -> Catalog:
    with (ROOT / "bot" / "locale" / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang)


def forms(lang: str) -> dict[str, tuple[str, ...]]:
    """The forms of each message, by its English."""
    return {_first(message.id): _all(message.string) for message in catalogue(lang) if message.id}


def _first(text: str | list[str] | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else text[0]


def _all(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def test_no_message_is_said_inside_an_f_string():
    """Babel does not look there on every Python, so the message would have no translation."""
    for path in (ROOT / "bot").rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        strings = [node for node in nodes if isinstance(node, ast.JoinedStr)]
        inside = [node for string in strings for node in ast.walk(string)]
        called = {ast.unparse(node.func) for node in inside if isinstance(node, ast.Call)}
        assert not {name for name in called if name.rpartition(".")[2] in KEYWORDS}, path


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_catalogues_hold_what_the_code_says_and_nothing_else(lang: str):
    """After a change of messages: scripts/messages, then translate what is new."""
    assert set(forms(lang)) == said()


@pytest.mark.parametrize("lang", TRANSLATED)
def test_nothing_is_left_untranslated_or_doubtful(lang: str):
    left = [english for english, texts in forms(lang).items() if not all(texts)]
    assert left == []
    assert [each.id for each in catalogue(lang) if each.id and each.fuzzy] == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_translation_has_the_values_of_its_message(lang: str):
    for english, texts in forms(lang).items():
        for text in texts:
            assert set(re.findall(r"\{\w*\}", text)) == set(re.findall(r"\{\w*\}", english)), text


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_translation_is_not_english_again(lang: str):
    for english, texts in forms(lang).items():
        assert not any(text.isascii() for text in texts), english
