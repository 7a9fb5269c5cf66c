"""A question is answered in the language in which it is asked, so that has to be known."""

from __future__ import annotations

import pytest

from bot.core.language import language


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("What did they agree on?", "en"),
        ("whats a foghorn", "en"),
        ("Was haben die beiden beschlossen?", "de"),
        ("wieso gibt es eigentlich zwei leuchttürme", "de"),
        ("¿Qué acordaron los ministros?", "es"),
        ("cuando se encendio el faro", "es"),
        ("Pourquoi le sauvetage ?", "fr"),
        ("qu'est-ce que les ministres ont dit", "fr"),
        ("등대는 언제 켜졌어?", "ko"),
        ("Kim이 뭐 받음?", "ko"),
        ("灯台はいつ点いた？", "ja"),
        ("NATOって何", "ja"),
    ],
)
def test_small_words_and_letters_tell_the_language(question: str, lang: str):
    assert language(question) == lang


@pytest.mark.parametrize("question", ["", "Seoul Tokyo", "radar", "???", "東京 首爾"])
def test_bare_names_tell_nothing(question: str):
    assert language(question) == ""
