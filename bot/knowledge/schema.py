"""The shape of the YAML files, as pydantic models; ``footnote schema`` writes them out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from bot.core.model import Form, Kind
from bot.knowledge.citations import Fragment


def _a_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("no such day: write it as 2026-06-29") from None
    return value


def _no_decline(ids: list[str]) -> list[str]:
    if "decline" in ids:
        raise ValueError("write reach: decline, without brackets")
    return ids


_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_PLACE = "([1-9][0-9]*|meta|caption)"
ID = Annotated[str, Field(pattern=f"^{_ID}$", max_length=48)]
Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]
Question = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]
Text = Annotated[str, Field(min_length=1, max_length=600, pattern=r"\S")]
TRANSLATIONS = ("ko", "ja")
HEARD = ("de", "es", "fr")
"""Languages in which questions are understood, and answered in English."""
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_a_day)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Elsewhere = Annotated[str, Field(pattern=f"^{_ID}:{_PLACE}$")]
"""A place in another source, after its id: ``manual:5``."""
Place = Annotated[int, Field(ge=1)] | Literal["meta", "caption"] | Elsewhere
Terms = Annotated[list[Line], Field(min_length=1)]
# JSON knows keys as text only, so pydantic's own schema would leave these keys open.
_PLACES_AS_KEYS = {"propertyNames": {"pattern": f"^({_ID}:)?{_PLACE}$"}}


class Spec(BaseModel):
    """Unknown keys are refused, and nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TranslationSpec(Spec):
    """An entry in a second language; phrasings are what people type in it."""

    question: Question
    answer: Text
    phrasings: Annotated[list[Line], Field(min_length=1)]


class HeardSpec(Spec):
    """What people type in a language that is understood, but not answered in."""

    phrasings: Annotated[list[Line], Field(min_length=1)]


class EntrySpec(Spec):
    """One curated answer. By *review_by* a person is to have read it again."""

    id: ID
    question: Question
    phrasings: Annotated[list[Line], Field(min_length=1)]
    answer: Text
    kind: Annotated[Kind, Field(strict=False)]
    cites: list[Place]
    evidence: Annotated[dict[Place, Terms], Field(json_schema_extra=_PLACES_AS_KEYS)] = {}
    related: list[ID] = []
    review_by: Day | None = None
    ko: TranslationSpec | None = None
    ja: TranslationSpec | None = None
    de: HeardSpec | None = None
    es: HeardSpec | None = None
    fr: HeardSpec | None = None


class StubSpec(Spec):
    """An entry that waits for a person to write it: it answers nobody until its kind is set."""

    id: ID
    question: Question
    phrasings: list[Line] = []
    answer: Annotated[str, Field(max_length=600)] = ""
    kind: Literal["stub"]
    cites: list[Place] = []
    evidence: Annotated[dict[Place, Terms], Field(json_schema_extra=_PLACES_AS_KEYS)] = {}
    related: list[ID] = []
    review_by: Day | None = None
    ko: TranslationSpec | None = None
    ja: TranslationSpec | None = None
    de: HeardSpec | None = None
    es: HeardSpec | None = None
    fr: HeardSpec | None = None


class SectionSpec(Spec):
    """A headed part of the article; *id* is for paragraphs to name it.

    Its title in a second language is shown beside answers in that language.
    """

    id: ID
    title: Line
    ko: Line | None = None
    ja: Line | None = None


class PassageSpec(Spec):
    """Where a passage is found again: its hash, and the words its link selects by."""

    section: ID
    sha256: Sha256
    start: Line
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def fragment(self) -> Fragment:
        """The words as a link takes them."""
        return Fragment(self.start, self.end, self.prefix, self.suffix)


class ParagraphSpec(PassageSpec):
    """A numbered paragraph of the article."""

    number: Annotated[int, Field(ge=1)]


class SourceSpec(Spec):
    """Facts about one text. The text itself stays with its publisher.

    Only a manual may be without *url*: each operator publishes it elsewhere, or nowhere.
    """

    id: ID
    form: Annotated[Form, Field(strict=False)] = Form.ARTICLE
    title: Line
    publisher: Line
    byline: Line
    date: Day
    url: Annotated[str, Field(pattern=r"^https?://[^\s()<>]+$", max_length=200)] = ""
    sections: Annotated[list[SectionSpec], Field(min_length=1)]
    paragraphs: Annotated[list[ParagraphSpec], Field(min_length=1)]
    caption: PassageSpec | None = None


class TalkSpec(Spec):
    """Small talk in one language."""

    reply: Line
    phrasings: Annotated[list[Line], Field(min_length=1)]


class SmallTalkSpec(TalkSpec):
    """What people say to a bot that is no question, and the one line it earns."""

    id: ID
    ko: TalkSpec | None = None
    ja: TalkSpec | None = None
    de: HeardSpec | None = None
    es: HeardSpec | None = None
    fr: HeardSpec | None = None


class AliasSpec(Spec):
    """Several names for one thing."""

    name: Line
    aliases: Annotated[list[Line], Field(min_length=1)]


class GoldenSpec(Spec):
    """A question with the entries that may answer it, or ``decline``.

    *may_fail* says why it may go wrong for now: such a question holds no change up.
    """

    id: ID
    text: Annotated[str, Field(min_length=1, max_length=4000)]
    reach: (
        Annotated[list[ID], Field(min_length=1), AfterValidator(_no_decline)] | Literal["decline"]
    )
    style: Line = "plain"
    lang: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    may_fail: Line | None = None


FILES: dict[str, TypeAdapter[Any]] = {
    "source": TypeAdapter(SourceSpec),
    "entries": TypeAdapter(list[EntrySpec | StubSpec]),
    "questions": TypeAdapter(list[GoldenSpec]),
    "glossary": TypeAdapter(list[AliasSpec]),
    "smalltalk": TypeAdapter(list[SmallTalkSpec]),
}


ITEMS: dict[str, TypeAdapter[Any]] = {
    "entries": TypeAdapter(EntrySpec),
    "questions": TypeAdapter(GoldenSpec),
    "glossary": TypeAdapter(AliasSpec),
    "smalltalk": TypeAdapter(SmallTalkSpec),
}
_STUB: TypeAdapter[Any] = TypeAdapter(StubSpec)


def item_adapter(kind: str, item: Any) -> TypeAdapter[Any]:
    """Return what validates *item* of a file of this *kind*; a stub has a shape of its own."""
    is_stub = kind == "entries" and isinstance(item, dict) and item.get("kind") == "stub"
    return _STUB if is_stub else ITEMS[kind]


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema (2020-12) of each kind of file, by its name."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: dialect | adapter.json_schema() for name, adapter in FILES.items()}


def write_json_schemas(folder: Path) -> list[Path]:
    """Write a file for each of `json_schemas` to *folder*, made if needed; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in json_schemas().items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        written.append(path)
    return written
