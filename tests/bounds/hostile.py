"""What nobody should write, and somebody will: odd texts, and files that are damaged."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

SMALL_BASE = Path(__file__).parents[1] / "base"
FILES = sorted(str(path.relative_to(SMALL_BASE)) for path in SMALL_BASE.rglob("*.yaml"))

PIECES = (
    *(
        "a",
        "what is",
        "lamp",
        "?",
        "!?",
        "'s",
        "l'",
        "don't",
        " ",
        "\n",
        "\t",
        ",",
        "and",
        "0",
        "²",
    ),
    *(
        "\u202e",
        "\u2067",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\x00",
        "\x07",
        "\x85",
        "\u2028",
        "\ud800",
    ),
    *("e\u0301", "\u0345", "Z\u0335\u0321", "\ufdfa", "İ", "ß", "ﬁ", "Ⅻ", "Å", "\U0001d54f", "𝓪"),
    *(
        "👩‍👩‍👧",
        "🏳️‍🌈",
        "한국",
        "\u1112\u1161\u11ab",
        "漢字",
        "ハ\u309a",
        "ｶﾞ",
        "\u3164",
        "مرحبا",
        "ไทย",
    ),
    *(
        "<@1>",
        "<#5>",
        "<t:0>",
        "<a:b:1>",
        "</ask:1>",
        "@everyone",
        "https://",
        "https://a.example/b_c",
    ),
    *(
        "`",
        "```",
        "**",
        "__",
        "~~",
        "||",
        "[",
        "](",
        ")",
        "\\",
        "# ",
        "-# ",
        "> ",
        "- ",
        "1. ",
        "<",
        ">",
    ),
)
"""Bits that have broken other programs: marks, signs of several letters, halves of pairs."""

odd_texts = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(codec=None), max_size=5), max_size=25
).map("".join)

_KEYS = (
    *("id", "question", "phrasings", "answer", "kind", "cites", "evidence", "related", "ko", "de"),
    *("reply", "name", "aliases", "text", "reach", "style", "lang", "title", "url", "date"),
    *("sections", "section", "paragraphs", "number", "sha256", "start", "end", "caption"),
)
_SCALARS = (
    st.sampled_from(("north", "lamps", "reported", "not_covered", "stub", "meta", "decline", "en"))
    | st.sampled_from(("0" * 64, "2026-02-30", "https://a.example/", "p1", "", " ", "9" * 5000))
    | st.integers(-1, 10**9)
    | st.booleans()
    | st.none()
    | odd_texts
)
wrong_values = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(_KEYS) | st.integers(0, 9) | odd_texts, inner, max_size=6
        )
    ),
    max_leaves=12,
)
"""Values as they may stand in a file, under keys that are known and in places that are wrong."""


@dataclass(frozen=True, slots=True)
class Damage:
    """In *file*, the share *cut* (0 to 1) of its bytes from *at* (0 to 1) on becomes *bytes*."""

    file: str
    at: float
    cut: float
    bytes: bytes

    def done_to(self, content: bytes) -> bytes:
        """Return *content* with the damage done."""
        first = int(self.at * len(content))
        return content[:first] + self.bytes + content[first + int(self.cut * len(content)) :]


_SLIPS = (
    st.sampled_from(
        ("\n", " ", "-", ":", "- ", "  x: y\n", "[", "{", "&a ", "*a", "!!set ", "%TAG")
    )
    | odd_texts
).map(lambda text: text.encode("utf-8", "surrogatepass"))

damages = st.builds(
    Damage,
    st.sampled_from(FILES),
    st.floats(0, 1),
    st.sampled_from((0.0, 0.0, 0.005, 0.05, 1.0)),
    _SLIPS | st.binary(max_size=6),
)


def damaged_base(folder: Path, done: list[Damage]) -> Path:
    """Copy the small base into *folder* and damage it there; return where it is."""
    base = folder / "base"
    shutil.copytree(SMALL_BASE, base)
    for damage in done:
        path = base / damage.file
        path.write_bytes(damage.done_to(path.read_bytes()))
    return base


def as_yaml(value: Any) -> str:
    """Return *value* as a careful program would write it, so that its shape alone is wrong."""
    text: str = yaml.safe_dump(value, allow_unicode=False, sort_keys=False)
    return text
