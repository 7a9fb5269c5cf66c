"""The interface speaks English, Korean and Japanese, with the rules of each."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.speech import ENGLISH
from bot.locale.particles import resolve
from bot.locale.speech import speech_for


@pytest.mark.parametrize(
    ("locale", "lang"),
    [
        ("ko", "ko"),
        ("ja", "ja"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("pt-BR", "en"),
        ("zh-CN", "en"),
        ("", "en"),
        ("../ko", "en"),
    ],
)
def test_a_locale_without_a_catalogue_is_spoken_to_in_english(locale: str, lang: str):
    assert speech_for(locale).lang == lang


def test_a_message_is_said_in_the_language_with_its_values():
    assert speech_for("en-US").say("Paragraph {number}", number=5) == "Paragraph 5"
    assert speech_for("ko").say("Paragraph {number}", number=5) == "5번째 문단"
    assert speech_for("ja").say("Paragraph {number}", number=5) == "第5段落"


def test_a_message_without_a_translation_stays_english():
    assert speech_for("ko").say("Nobody wrote this {thing}", thing="down") == (
        "Nobody wrote this down"
    )


@pytest.mark.parametrize(("number", "form"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes")])
def test_english_has_a_singular_and_a_plural(number: int, form: str):
    assert ENGLISH.plural("{number} note", "{number} notes", number) == form


@pytest.mark.parametrize("lang", ["ko", "ja"])
def test_korean_and_japanese_have_one_form_for_all_numbers(lang: str):
    speech = speech_for(lang)
    forms = {
        speech.plural("Did you mean this?", "Did you mean one of these?", number)
        for number in (1, 2, 5)
    }
    assert len(forms) == 1
    assert not any(form.isascii() for form in forms)


@pytest.mark.parametrize(
    ("lang", "written"),
    [("en", "29 June 2026"), ("ko", "2026년 6월 29일"), ("ja", "2026年6月29日")],
)
def test_a_day_is_written_out_as_the_language_does(lang: str, written: str):
    assert speech_for(lang).day(date(2026, 6, 29)) == written


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("답을(를)", "답을"),
        ("기사을(를)", "기사를"),
        ("채널이(가)", "채널이"),
        ("기사이(가)", "기사가"),
        ("질문은(는)", "질문은"),
        ("서버은(는)", "서버는"),
        ("답와(과)", "답과"),
        ("기사와(과)", "기사와"),
        ("질문(으)로", "질문으로"),
        ("서울(으)로", "서울로"),
        ("기사(으)로", "기사로"),
        ("'답'을(를)", "'답'을"),
        ("**기사**이(가)", "**기사**가"),
        ("3을(를) 2을(를)", "3을 2를"),
        ("1(으)로 6(으)로 2(으)로", "1로 6으로 2로"),
        ("Kim을(를) Ahn은(는) Seoul(으)로 Tokyo을(를)", "Kim을 Ahn은 Seoul로 Tokyo를"),
        ("괄호(이)가 아닌 것", "괄호(이)가 아닌 것"),
    ],
)
def test_a_korean_particle_follows_the_sound_before_it(text: str, read: str):
    assert resolve(text) == read
