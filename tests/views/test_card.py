"""Cards stay inside Discord's limits and show exactly the base's words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.decide import choose
from bot.core.model import Base, Citation, Entry, Form, Kind, Section, Source, Suggest, Wording
from bot.core.reply import Reply, reply
from bot.views.card import Card
from bot.views.markdown import escape, link

LONGEST_ID = "x" * 48
LARGEST_USER_ID = 2**64 - 1

wild = st.text(alphabet=st.sampled_from("ab c*_`~|[]()<>#@-\\🎉한\n"), min_size=1).filter(
    str.strip
)


@st.composite
def bases(draw: st.DrawFn) -> Base:
    """One entry as wild and long as the schema lets it be, related to others and to itself."""
    cite = Citation(
        "source",
        draw(st.sampled_from(["p1", "p999", "meta", "caption"])),
        draw(wild),
        date(2026, 9, 30),
        Section("s", draw(wild) * draw(st.integers(1, 60))),
        "https://x.example/" + draw(st.text(alphabet="ab(%)#", max_size=600)),
    )
    wording = Wording("en", draw(wild) * 100, draw(wild) * draw(st.integers(1, 600)), ("x",))
    ids = [LONGEST_ID, *(f"{'y' * 46}-{number}" for number in range(5))]
    entries = [
        Entry(id_, "source", Kind.REPORTED, (wording,), (cite,) * 9, tuple(ids + ids))
        for id_ in ids
    ]
    form = draw(st.sampled_from(Form))
    source = Source("source", form, "T", "P", "B", date(2026, 9, 30), "https://x.example", (), ())
    return Base((source,), tuple(entries), (), (), "v")


@given(bases(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_base_makes_a_card_that_discord_refuses(base: Base, sure: bool):
    """4,000 characters of text, 40 components, 80 on a button, each custom_id once, up to 100."""
    answer = choose(base, LONGEST_ID, "en")
    shown = answer if sure else Suggest(base.entries, "en", 0.5, answer.reasons)

    items = components(reply(shown, base))

    assert len(items) <= 40
    assert sum(len(item.get("content", "")) for item in items) <= 4000
    custom_ids = [item["custom_id"] for item in items if "custom_id" in item]
    assert len(set(custom_ids)) == len(custom_ids)
    assert all(len(custom_id) <= 100 for custom_id in custom_ids)
    assert all(1 <= len(item["label"]) <= 80 for item in items if "label" in item)


def components(shown: Reply) -> list[dict]:
    """Return all components of the card for *shown*, flat."""
    found, waiting = [], Card(shown, LARGEST_USER_ID).to_components()
    while waiting:
        item = waiting.pop()
        found.append(item)
        waiting += item.get("components", [])
    return found


@pytest.mark.parametrize(
    ("plain", "markdown"),
    [
        ("*nine* years", r"\*nine\* years"),
        ("snake_case ~~no~~ `x` ||y||", r"snake\_case \~\~no\~\~ \`x\` \|\|y\|\|"),
        ("<@1> and <t:0>", r"\<@1\> and \<t:0\>"),
        ("[a](https://b.example)", r"\[a\](https://b.example)"),
        ("# no heading", r"\# no heading"),
        ("> no quote", r"\> no quote"),
        ("- no list", r"\- no list"),
        ("well-known", "well-known"),
        ("see https://a.example/b_c_d now", "see https://a.example/b_c_d now"),
        ("https://* or http://*)", r"https\://\* or http\://\*)"),
    ],
)
def test_text_of_the_base_is_shown_as_it_is(plain: str, markdown: str):
    assert escape(plain) == markdown


def test_a_label_cannot_end_its_link():
    assert link("a] (b", "https://x.example/") == r"[a\] (b](https://x.example/)"
