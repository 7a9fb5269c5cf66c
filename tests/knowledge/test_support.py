"""How much of an answer its paragraphs carry tells a person what to read first."""

from __future__ import annotations

from pathlib import Path

import pytest
from ferry import ENTRIES, WriteFolder

from bot.core.model import Alias
from bot.core.text import Glossary
from bot.knowledge.check import check
from bot.knowledge.stems import Stems
from bot.knowledge.support import Support

FILE = "ferry/entries/ferry.yaml"
PAPER = "By hand, with salt."


def supported(folder: Path, ferry: Path) -> dict[str, Support]:
    return {each.entry_id: each for each in check(folder, ferry, support=9).support}


@pytest.mark.parametrize(
    ("answer", "share", "missing"),
    [
        ("The crew clears it with salt.", 1.0, ()),
        ("Clearing takes salting and the crews.", 0.75, ("takes",)),
        ("The article says that the crew clears it.", 1.0, ()),
        ("It is what it is.", 1.0, ()),
        ("Soldiers melt snow.", 0.0, ("soldiers", "melt", "snow")),
    ],
)
def test_words_count_by_stem_and_words_about_words_do_not(
    folder: WriteFolder, ferry: Path, answer: str, share: float, missing: tuple[str, ...]
) -> None:
    found = supported(folder(**{FILE: ENTRIES.replace(PAPER, answer)}), ferry)["pier"]

    assert (found.share, found.missing) == (share, missing)


def test_an_alias_carries_its_name(folder: WriteFolder, ferry: Path) -> None:
    entries = ENTRIES.replace(PAPER, "The sailors use salt.")
    glossary = "- {name: crew, aliases: [sailors]}\n"

    assert supported(folder(**{FILE: entries}), ferry)["pier"].missing == ("sailors", "use")
    both = folder(**{FILE: entries, "glossary.yaml": glossary})
    assert supported(both, ferry)["pier"].missing == ("use",)


def test_the_weakest_come_first_and_declines_not_at_all(folder: WriteFolder, ferry: Path) -> None:
    """A curated decline says what the article does not."""
    report = check(folder(), ferry, support=9)

    assert [each.entry_id for each in report.support] == ["pier", "strike"]
    assert [each.entry_id for each in check(folder(), ferry, support=1).support] == ["pier"]
    assert (report.support[0].file, report.support[0].line) == (f"knowledge/{FILE}", 13)


def test_header_and_caption_carry_what_cites_them(folder: WriteFolder, ferry: Path) -> None:
    entries = ENTRIES.replace("after a vote by the crew", "as Ida Holm tells")

    assert supported(folder(**{FILE: entries}), ferry)["strike"].missing == ()


def test_without_the_text_nothing_is_weighed(folder: WriteFolder) -> None:
    assert check(folder(), support=9).support == ()


def test_content_words_keep_their_order() -> None:
    stems = Stems(Glossary([Alias("crew", ("the sailors",))]))

    assert stems.of("Why did the sailors clear the piers of snow?") == [
        *("crew", "clear", "pier", "snow")
    ]
