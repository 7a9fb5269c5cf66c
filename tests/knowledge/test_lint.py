"""What is well formed but serves members badly is told, with where and what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from ferry import ENTRIES, FACTS, FERRY, WriteFolder

from bot.core.learned import Arrays
from bot.core.part import Material
from bot.knowledge.article import parse_article
from bot.knowledge.draft.source import draft_source, to_yaml
from bot.knowledge.lint.finding import Finding, Severity, stops
from bot.knowledge.lint.phrasings import Manner, manner
from bot.knowledge.lint.run import lint
from bot.meaning.lessons import Lessons

FILE = "ferry/entries/ferry.yaml"
SHOWN = f"knowledge/{FILE}"
TODAY = date(2026, 8, 1)
STRIKE = "[ferry strike, was the boat cancelled]"
PIER = "[frozen pier, who clears the ice]"
PAY = "[captain salary]"


LANGUAGE = "missing-language"
KEYWORDS = ("ice", "salt", "snow", "crew", "six", "cold", "dark", "road")


def found(folder: Path, rule: str) -> list[Finding]:
    """Return what *rule* finds."""
    return [each for each in lint(folder, TODAY) if each.rule == rule]


def changed(*changes: tuple[str, str]) -> dict[str, str]:
    """Return the entries with each first text replaced by its second."""
    text = ENTRIES
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return {FILE: text}


def test_a_base_with_problems_is_told_those_alone(folder: WriteFolder) -> None:
    findings = lint(folder(**changed(("kind: reported", "kind: rumoured"))), TODAY)

    assert [(each.rule, each.severity) for each in findings] == [("problem", Severity.ERROR)]
    assert (findings[0].file, findings[0].line) == (SHOWN, 5)


def test_what_was_learned_once_is_not_learned_again(folder: WriteFolder, tmp_path: Path) -> None:
    def not_again(material: Material) -> Arrays:
        raise AssertionError(material)

    first = lint(folder(), TODAY, memory=Lessons(tmp_path / "cache"))

    assert lint(folder(), TODAY, memory=Lessons(tmp_path / "cache", not_again)) == first


def test_findings_come_in_the_order_of_files_and_lines(folder: WriteFolder) -> None:
    findings = lint(folder(**changed((STRIKE, "[frozen pier]"))), TODAY)

    assert len(findings) > 2
    assert [(each.file, each.line) for each in findings] == sorted(
        (each.file, each.line) for each in findings
    )


def test_one_way_to_ask_for_two_entries_is_an_error(folder: WriteFolder) -> None:
    (clash,) = found(folder(**changed((PAY, '["Frozen PIER?!"]'))), "clash")

    assert (clash.line, clash.severity) == (20, Severity.ERROR)
    assert clash.message == f"'Frozen PIER?!' asks for 'pier' too, at {SHOWN}:12: keep one"


def test_an_alias_makes_two_ways_one(folder: WriteFolder) -> None:
    entries = changed((PAY, "[who clears the frost]"))
    glossary = {"glossary.yaml": "- {name: ice, aliases: [frost]}\n"}

    assert found(folder(**entries), "clash") == []
    assert len(found(folder(**entries, **glossary), "clash")) == 1


def test_small_talk_clashes_with_entries_as_they_do(folder: WriteFolder) -> None:
    talk = "- {id: hi, reply: Hi, phrasings: [ferry strike], ko: {reply: 네, phrasings: [ACSA]}}\n"
    (clash,) = found(folder(**{"smalltalk.yaml": talk}), "clash")

    assert (clash.file, clash.line) == ("knowledge/smalltalk.yaml", 1)


def test_a_phrasing_that_says_the_same_again_is_told(folder: WriteFolder) -> None:
    base = folder(**changed((PIER, "[frozen pier, 'frozen  Pier!']")))

    assert [each.message for each in found(base, "repeated")] == [
        f"'frozen  Pier!' reads as 'frozen pier' does, at {SHOWN}:12: keep one"
    ]


def test_a_phrasing_may_repeat_the_question_that_is_shown(folder: WriteFolder) -> None:
    assert found(folder(**changed((PAY, "[what does the captain earn]"))), "repeated") == []


@pytest.mark.parametrize(
    ("phrasing", "is_near"),
    [
        ("who is clearing ice", True),
        ("who does clear the ice", True),
        ("why clear the ice", False),
        ("who clears the ice with salt", False),
        ("the ice clears who", False),
    ],
)
def test_ways_that_differ_in_fillers_and_endings_are_nearly_one(
    folder: WriteFolder, phrasing: str, is_near: bool
) -> None:
    assert bool(found(folder(**changed((PAY, f"[{phrasing}]"))), "near-clash")) is is_near


def test_spaces_make_no_difference_in_korean(folder: WriteFolder) -> None:
    korean = "  ko: {{question: {}, answer: 답., phrasings: [{}]}}\n- id: {}"
    base = folder(
        **changed(
            ("- id: pier", korean.format("파업은?", "여객선 파업", "pier")),
            ("- id: captain-pay", korean.format("부두는?", "여객선파업", "captain-pay")),
        )
    )

    assert len(found(base, "near-clash")) == 1


def test_a_phrasing_without_a_word_can_never_be_asked(folder: WriteFolder) -> None:
    (error,) = found(folder(**changed((PAY, "[captain salary, '???']"))), "wordless")

    assert (error.line, error.severity) == (20, Severity.ERROR)


@pytest.mark.parametrize(
    ("phrasing", "expected"),
    [
        ("who made the lamps", Manner.QUESTION),
        ("lamps made where?", Manner.QUESTION),
        ("lamp maker name", Manner.KEYWORDS),
        ("please tell me about the lamps", Manner.REQUEST),
        ("so the lamps are from the village then", Manner.STATEMENT),
        ("hi all, " + "my grandmother had such a lamp and " * 3 + "who made it", Manner.LONG),
    ],
)
def test_a_phrasing_is_told_by_its_manner(phrasing: str, expected: Manner) -> None:
    assert manner(phrasing) is expected


def test_too_few_phrasings_and_too_few_manners_are_told(folder: WriteFolder) -> None:
    keywords = ", ".join(f"pier {word}" for word in KEYWORDS)
    base = folder(**changed((PIER, f"[{keywords}]")))

    assert [each.line for each in found(base, "few-phrasings")] == [3, 20]
    (one_manner,) = found(base, "one-manner")
    assert (one_manner.line, "add a plain question" in one_manner.message) == (12, True)


def test_a_language_of_most_entries_is_missed_in_the_others(folder: WriteFolder) -> None:
    korean = "  ko: {question: 뭐?, answer: 답., phrasings: [왜]}\n- id: "
    german = "  de: {phrasings: [warum]}\n- id: "
    first = ("- id: pier", f"{korean}pier")
    second = ("- id: captain-pay", f"{korean}captain-pay")
    heard = ("- id: pier", f"{german}pier"), ("- id: captain-pay", f"{german}captain-pay")

    assert found(folder(**changed(first)), LANGUAGE) == []
    base = folder(**changed(first, second))
    source = base / "ferry" / "source.yaml"
    source.write_text(
        source.read_text("utf-8").replace("- id: opening", "- ko: 시작\n  id: opening")
    )
    assert [each.message for each in found(base, LANGUAGE)] == [
        "'captain-pay' has no ko, as 2 of 3 entries have: translate it",
        "the section 'winter-on-the-pier' has no ko, as 2 of 3 entries have: translate its title",
    ]
    assert len(found(folder(**changed(*heard)), LANGUAGE)) == 1


def test_a_question_that_a_button_would_cut_is_told_where_one_shows_it(
    folder: WriteFolder,
) -> None:
    """Nothing links to the curated decline, so that its question stands on cards alone."""
    long = "x" * 85
    shown, alone = ("How is the pier kept clear?", long), ("What does the captain", long)
    base = folder(**changed(shown, alone))

    assert [each.line for each in found(base, "over-limit")] == [11]


def test_more_footnotes_than_a_card_has_are_an_error(folder: WriteFolder) -> None:
    more = "\n\n".join(f"[p{number}] The boat is number {number}." for number in range(5, 10))
    source = to_yaml(draft_source(parse_article(f"{FERRY}\n{more}\n"), FACTS))
    cites = changed(("cites: [1, meta]", "cites: [1, 2, 3, 4, 5, 6, 7, 8, meta]"))

    (error,) = found(folder(**cites, **{"ferry/source.yaml": source}), "over-limit")

    assert (error.line, error.severity) == (6, Severity.ERROR)


@pytest.mark.parametrize(
    ("day", "lines"), [("2026-07-31", [2]), ("2026-08-01", []), ("2027-01-01", [])]
)
def test_an_entry_is_to_be_read_again_after_its_day(
    folder: WriteFolder, day: str, lines: list[int]
) -> None:
    base = folder(**changed(("- id: strike\n", f'- id: strike\n  review_by: "{day}"\n')))

    assert [each.line for each in found(base, "review")] == lines


def test_a_day_of_review_is_a_day(folder: WriteFolder) -> None:
    base = folder(**changed(("- id: strike\n", '- id: strike\n  review_by: "2026-02-30"\n')))

    assert "no such day" in found(base, "problem")[0].message


def test_two_answers_that_say_the_same_are_told(folder: WriteFolder) -> None:
    same = "It did, after the crew voted."
    base = folder(
        **changed(("It did, after a vote by the crew.", same), ("By hand, with salt.", same))
    )

    (twin,) = found(base, "twins")

    assert twin.line == 13
    assert f"that of 'strike' on line 1 of {SHOWN}" in twin.message


def test_one_answer_of_many_entries_is_told_once(folder: WriteFolder) -> None:
    """Thirteen entries are 78 pairs."""
    said = "answer: The crew voted to strike over salt, kind: reported, cites: [1]"
    towers = "".join(
        f"- {{id: tower-{number}, question: Tower {number}, phrasings: [no {number}], {said}}}\n"
        for number in range(13)
    )

    (group,) = found(folder(**{FILE: f"{ENTRIES}\n{towers}"}), "twins")

    assert group.message == (
        f"the answer is nearly that of 'tower-0' on line 25 of {SHOWN}, as are those of "
        "'tower-2', 'tower-3', 'tower-4', 'tower-5' and 7 more: make one entry of them, or say "
        "what sets them apart"
    )


def test_an_answer_and_a_decline_are_no_twins(folder: WriteFolder) -> None:
    same = "The article names no wage."

    assert found(folder(**changed(("By hand, with salt.", same))), "twins") == []


def test_a_link_that_leads_one_way_is_told_where_there_is_room_for_the_way_back(
    folder: WriteFolder,
) -> None:
    """A decline that leads to an answer needs no way back."""
    declined = ("  cites: []\n", "  cites: []\n  related: [pier]\n")

    assert [each.message for each in found(folder(**changed(declined)), "one-way")] == [
        "'strike' leads here, but 'pier' not back: add it to related"
    ]
    back = ("evidence: {3:", "related: [strike]\n  evidence: {3:")
    assert found(folder(**changed(back)), "one-way") == []


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("The goverment paid.", "government"),
        ("Goverment money paid.", "government"),
        ("A well-manitained pier.", "maintained"),
        ("By the captain Ida Hollm.", "Holm"),
        ("The labour of defence, organised in a theatre.", ""),
        ("The labor of defense, organized in a theater.", ""),
        ("An anti-ship missile of NATO near Cheonan.", ""),
        ("The crew's pre-emptive salting, o'clock.", ""),
        ("It is hygge.", ""),
        ("Naïve crews in cafés.", ""),
    ],
)
def test_a_misspelt_word_is_told_and_names_and_terms_are_not(
    folder: WriteFolder, answer: str, meant: str
) -> None:
    messages = [
        each.message
        for each in found(folder(**changed(("By hand, with salt.", answer))), "spelling")
    ]

    assert len(messages) == bool(meant)
    assert all(f"is {meant!r} meant?" in message for message in messages)


def test_phrasings_may_be_as_misspelt_as_people_are(folder: WriteFolder) -> None:
    assert found(folder(**changed((PAY, "[captian sallary]"))), "spelling") == []


def test_a_word_that_the_base_uses_more_than_its_neighbour_is_meant(folder: WriteFolder) -> None:
    """The wordlist does not know "cyber", but "caber"."""
    once = changed(("By hand, with salt.", "By cyber means."))
    often = changed(
        ("By hand, with salt.", "By cyber means."), (PAY, "[cyber pay, cyber crew, cyber captain]")
    )

    assert len(found(folder(**once), "spelling")) == 1
    assert found(folder(**often), "spelling") == []


TOPICS = {
    "strike": "strike vote union walkout crew monday ballot picket stoppage dispute leaflet",
    "pier": "pier ice salt snow frozen shovel winter frost grit thaw slippery",
    "captain-pay": "captain salary wage income pay bonus money earns contract pension euros",
}


PARTS = ("age", "end", "top", "side", "length", "view", "name", "owner")
MIXED = (
    "vote union walkout crew monday ballot picket dispute",
    "pier ice salt snow frozen shovel frost grit",
)


def ways(topic: str, *more: str) -> str:
    """Return 44 phrasings on *topic*, each of four of its eleven words, and *more*."""
    words = TOPICS[topic].split()
    some = [
        " ".join(words[(number + step * at) % 11] for at in range(4))
        for step in (1, 2, 3, 4)
        for number in range(11)
    ]
    return f"[{', '.join([*some, *more])}]"


def on_topic(*changes: tuple[str, str], strays: tuple[str, ...] = ()) -> dict[str, str]:
    """Return entries that keep apart well, with *strays* among the phrasings on the strike."""
    apart = ((PIER, ways("pier")), (PAY, ways("captain-pay")), (STRIKE, ways("strike", *strays)))
    return changed(*apart, *changes)


def test_entries_that_keep_apart_lead_nowhere_else(folder: WriteFolder) -> None:
    findings = lint(folder(**on_topic()), TODAY)

    assert {each.rule for each in findings} & {
        "astray",
        "overruled",
        "unreached",
        "stolen",
    } == set()


def test_a_phrasing_that_would_lead_to_another_entry_is_told_with_what_it_is_near_there(
    folder: WriteFolder,
) -> None:
    stray = "ice salt snow frozen pier"

    (astray,) = found(folder(**on_topic(strays=(stray,))), "astray")

    assert astray.line == 3
    assert astray.message.startswith(f"{stray!r} would lead to 'pier' if it stood nowhere")
    assert "by 'ice salt snow frozen')" in astray.message


def test_small_talk_in_another_language_that_would_lead_to_an_entry_is_told(
    folder: WriteFolder,
) -> None:
    """It is a target of its own, and answers in that language."""
    files = on_topic()
    stray = "ice salt snow frozen pier"
    heard = f"{{phrasings: [{stray}, hallo du, na du]}}"
    talk = f"- {{id: hi, reply: Hi, phrasings: [hello], de: {heard}}}\n"

    told = found(folder(**files, **{"smalltalk.yaml": talk}), "astray")

    assert [each.file for each in told] == ["knowledge/smalltalk.yaml"]


def test_a_phrasing_that_even_word_for_word_leads_elsewhere_is_told(folder: WriteFolder) -> None:
    """The pier has it too, among much that is like it."""
    overruled = found(folder(**on_topic(strays=("frozen shovel winter frost",))), "overruled")

    assert [each.line for each in overruled] == [3]
    assert overruled[0].message == (
        "'frozen shovel winter frost', word for word, leads to 'pier', where "
        "'frozen shovel winter frost' is nearest: drop it here, or reword that"
    )


def test_an_entry_that_nothing_else_leads_to_is_told(folder: WriteFolder) -> None:
    mixed = [f"{one} {other}" for one, other in zip(*map(str.split, MIXED), strict=True)]
    pay = f"[{', '.join(mixed)}]"
    base = folder(**changed((PIER, ways("pier")), (STRIKE, ways("strike")), (PAY, pay)))

    (unreached,) = found(base, "unreached")

    assert unreached.line == 18
    assert "none of 9 phrasings reaches 'captain-pay'" in unreached.message


def test_a_golden_question_that_another_entry_answers_is_told(folder: WriteFolder) -> None:
    golden = (
        "- {id: g1, text: union walkout vote, reach: [strike]}\n"
        "- {id: g2, text: salt on the frozen pier, reach: [strike]}\n"
        "- {id: g3, text: monday ballot of the union, reach: decline}\n"
    )
    base = folder(**on_topic(), **{"ferry/questions.yaml": golden})

    stolen = found(base, "stolen")

    assert [(each.file, each.line) for each in stolen] == [
        ("knowledge/ferry/questions.yaml", 2),
        ("knowledge/ferry/questions.yaml", 3),
    ]
    assert "'pier' answers 'salt on the frozen pier' by " in stolen[0].message
    assert f"at {SHOWN}:12, which is for strike to answer" in stolen[0].message
    assert "which is for nobody to answer" in stolen[1].message


def test_a_base_that_is_bound_to_be_sure_of_too_much_is_told(folder: WriteFolder) -> None:
    """Of three entries one is the nearest to "what's for dinner", and far ahead of the others."""
    few, untested = found(folder(), "declines")

    assert (few.file, few.line) == ("knowledge/ferry/source.yaml", 2)
    assert few.message.startswith("3 entries are few, and so small a base is sure of too much: ")
    assert untested.message.startswith("no golden question is to be declined, so nobody sees ")


def test_a_base_without_declines_is_told_that_instead(folder: WriteFolder) -> None:
    told = found(
        folder(**changed(("kind: not_covered\n  cites: []", "kind: reported\n  cites: [1]"))),
        "declines",
    )

    assert [each.message.split(",")[0] for each in told] == [
        "no entry is not_covered",
        "no golden question is to be declined",
    ]


def test_ten_entries_with_declines_that_are_tried_will_do(folder: WriteFolder) -> None:
    more = "".join(
        f"- {{id: e{number}, question: Tower {number}, phrasings: [no {number}], "
        "answer: Left of the pier., kind: reported, cites: [1]}\n"
        for number in range(7)
    )
    golden = {"ferry/questions.yaml": "- {id: g1, text: whats for dinner, reach: decline}\n"}

    assert found(folder(**{FILE: f"{ENTRIES}\n{more}"}, **golden), "declines") == []


@pytest.mark.parametrize(
    ("severity", "strict", "expected"),
    [
        (Severity.ERROR, False, True),
        (Severity.ERROR, True, True),
        (Severity.WARNING, False, False),
        (Severity.WARNING, True, True),
    ],
)
def test_errors_stop_and_warnings_only_where_it_is_strict(
    severity: Severity, strict: bool, expected: bool
) -> None:
    assert stops(Finding("a.yaml", 1, "rule", "message", severity), strict=strict) is expected
