"""What a person types for a field of an entry, checked at once and in their words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.core import text
from bot.core.model import Kind
from bot.knowledge import schema
from bot.knowledge.beside import comparable
from bot.knowledge.editing.shelf import Shelf
from bot.knowledge.explain import explain
from bot.knowledge.places import named

ID_CHARS = 48
ID_WORDS = 5
_SMALL = re.compile(
    "a|an|and|are|did|do|does|for|how|in|is|it|of|on|the|there|to|was|were|what|when|where|which|"
    "who|why|will"
)
_BETWEEN_TERMS = re.compile(r"(?<!\d),|,(?!\d)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why what was typed cannot stand, in a sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Checks the fields of one new entry against the source that it is for.

    *texts* are the article's passages by place, where its text is at hand.
    """

    shelf: Shelf
    texts: dict[schema.Place, str]

    def question(self, typed: str) -> str | Refusal:
        """Return a question of at most 100 characters that no other entry asks."""
        return self._asked(typed, schema.Question)

    def phrasing(self, typed: str, others: Sequence[str]) -> str | Refusal:
        """Return a way to ask that is none of the *others*, nor of another entry."""
        same = {tuple(text.words(other)): other for other in others}
        if other := same.get(tuple(text.words(typed))):
            return Refusal(f'It reads the same as "{other}": say it in other words.')
        return self._asked(typed, schema.Line)

    def id(self, typed: str) -> str | Refusal:
        """Return an id that nothing else has."""
        taken = {*self.shelf.by_id, *(talk.spec.id for talk in self.shelf.content.small_talk)}
        if typed in taken:
            return Refusal(f"{typed!r} stands already: choose another.")
        return _checked(typed, schema.ID)

    def kind(self, typed: str) -> Kind | Refusal:
        """Return the kind that begins as *typed*."""
        known = [kind for kind in Kind if typed and kind.startswith(typed.lower())]
        if not known:
            return Refusal(f"Type one of {', '.join(Kind)}, or its first letters.")
        return known[0]

    def cites(self, typed: str, kind: Kind) -> list[schema.Place] | Refusal:
        """Return the places named, parted by commas or blanks; only a decline may have none.

        A place in another source is named after its id: ``lamps:5``.
        """
        own = f"{self.shelf.id}:"
        words = [word.lower().removeprefix(own) for word in re.split(r"[,;\s]+", typed) if word]
        places = [_place(word) for word in words]
        for place in places:
            if place not in self.shelf.places and (refused := self._elsewhere(place)):
                return refused
        if not places and kind is not Kind.NOT_COVERED:
            return Refusal("An answer rests on something: name a paragraph, meta or caption.")
        return list(dict.fromkeys(places))

    def terms(self, typed: str, place: schema.Place) -> list[str] | Refusal:
        """Return terms, parted by commas, that stand in *place* as far as its text is known.

        A comma within a number parts nothing: ``61,500 pounds`` is one term.
        """
        terms = _parts(typed)
        where = comparable(self.texts.get(place, ""))
        for term in terms:
            if isinstance(found := _checked(term, schema.Line), Refusal):
                return found
            if where and comparable(term) not in where:
                return Refusal(f"{term!r} does not stand in {named(place)}: copy it from there.")
        return terms

    def answer(self, typed: str) -> str | Refusal:
        """Return a text of at most 600 characters."""
        return _checked(typed, schema.Text)

    def related(self, typed: str) -> list[str] | Refusal:
        """Return the ids named, parted by commas or blanks."""
        ids = list(dict.fromkeys(word for word in re.split(r"[,;\s]+", typed) if word))
        unknown = [id_ for id_ in ids if id_ not in self.shelf.by_id]
        return Refusal(f"No entry has the id {unknown[0]!r}: correct it.") if unknown else ids

    def _asked(self, typed: str, shape: Any) -> str | Refusal:
        if isinstance(found := _checked(typed, shape), Refusal):
            return found
        if not (words := tuple(text.words(found))):
            return Refusal("It holds no word: write letters or digits.")
        if other := self.shelf.asked.get(words):
            return Refusal(f"The entry {other!r} is asked for so: say it in other words.")
        return found

    def _elsewhere(self, place: schema.Place) -> Refusal | None:
        """Return why *place*, which is none of this source's, is in no other source either."""
        others = self.shelf.elsewhere
        source_id, _, within = str(place).rpartition(":")
        if not source_id:
            return Refusal(f"The source has no {named(place)}: it has {self._range()}.")
        if source_id not in others:
            known = ", ".join(others) or "none"
            return Refusal(f"No other source has the id {source_id!r}: there is {known}.")
        if place not in others[source_id]:
            return Refusal(
                f"{source_id} has no {named(_place(within))}: look into its source.yaml."
            )
        return None

    def _range(self) -> str:
        numbers = [place for place in self.shelf.places if isinstance(place, int)]
        others = [place for place in self.shelf.places if isinstance(place, str)]
        return f"paragraphs {min(numbers)} to {max(numbers)}, {' and '.join(others)}"


def suggest_id(question: str, taken: Collection[str]) -> str:
    """Return an id of the telling words of *question* that is not *taken*."""
    words = re.findall("[a-z0-9]+", text.clean(question))
    words = [word for word in words if not _SMALL.fullmatch(word)]
    bare = "-".join(words[:ID_WORDS])[: ID_CHARS - 4].strip("-") or "entry"
    numbered = (f"{bare}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (bare, *numbered) if each not in taken)


def _checked(value: str, shape: Any) -> str | Refusal:
    try:
        found: str = TypeAdapter(shape).validate_python(value)
    except ValidationError as error:
        (_, sentence), *_ = explain(error, value)
        return Refusal(f"{sentence[0].upper()}{sentence[1:]}.")
    return found


def _place(word: str) -> Any:
    """Return the number in "5" or "p5", else the word itself: meta, caption or lamps:5."""
    number = re.fullmatch(r"p?(\d{1,6})", word)
    return int(number[1]) if number else re.sub(r":p(?=\d+$)", ":", word)


def _parts(typed: str) -> list[str]:
    parts = (part.strip() for part in _BETWEEN_TERMS.split(typed))
    return list(dict.fromkeys(part for part in parts if part))
