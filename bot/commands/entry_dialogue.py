"""The fields of a new entry, asked for one by one; any may be changed before it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from bot.commands.hints import Hints
from bot.commands.prompt import ask, read_line, tell
from bot.core.model import Kind
from bot.knowledge.editing.fields import Fields, Refusal, suggest_id
from bot.knowledge.editing.yaml_item import to_item
from bot.knowledge.places import named
from bot.knowledge.schema import EntrySpec, Place, StubSpec

ENOUGH_PHRASINGS = 8
SHOWN_CHARS = 400
RESTING = {"kind": ("cites", "evidence"), "cites": ("evidence",)}
"""What is asked for again with a field, since it rests on it."""
TAKEN_OUT = re.compile(r"-\s*(\d{1,3})")
KINDS = """\
  reported     what the source says
  argued       what its author argues
  forecast     what its author expects
  background   about the source itself
  not_covered  what it does not say, though people ask"""


class EntryDialogue:
    """One entry on its way from the keyboard; *hints* may come while it is typed."""

    def __init__(self, fields: Fields, hints: Hints | None) -> None:
        self._fields = fields
        self._hints = hints
        self._typed: dict[str, Any] = {}
        self._steps: dict[str, Callable[[], Any]] = {
            "question": self._question,
            "phrasings": self._phrasings,
            "kind": self._kind,
            "cites": self._cites,
            "evidence": self._evidence,
            "answer": self._answer,
            "related": self._related,
            "id": self._id,
        }
        self._due = list(self._steps)

    def run(self) -> EntrySpec | None:
        """Return the entry that a person has typed and wants to be written, if so."""
        while True:
            while self._due:
                self._typed[self._due[0]] = self._steps[self._due[0]]()
                del self._due[0]
            entry = EntrySpec(**self._typed)
            self._show(entry)
            match choice := ask("Write it? yes, no, or a field to change", self._choice, "yes"):
                case "yes":
                    return entry
                case "no":
                    return None
                case _:
                    self._due = [choice, *RESTING.get(choice, ())]

    @property
    def so_far(self) -> EntrySpec | StubSpec | None:
        """What has been typed: a stub while it lacks something, ``None`` without a question."""
        if "question" not in self._typed:
            return None
        typed = {"id": self._suggested_id, **self._typed}
        if typed.keys() >= self._steps.keys():
            return EntrySpec(**typed)
        return StubSpec(**typed | {"kind": "stub"})

    def _choice(self, typed: str) -> str | Refusal:
        known = ("yes", "no", *self._steps)
        found = [name for name in known if name.startswith(typed.lower())]
        return found[0] if found else Refusal(f"Type one of {', '.join(known)}.")

    def _show(self, entry: EntrySpec) -> None:
        tell(f"\n{to_item(entry)}", style="cyan")
        if self._hints:
            if not self._hints.ready:
                tell("Learning from the base, to see what is answered already.", style="dim")
            for hint in self._hints.about([entry.question, *entry.phrasings]):
                tell(hint, style="yellow")

    def _question(self) -> str:
        return ask("Question, as the card shows it", self._fields.question)

    def _phrasings(self) -> list[str]:
        tell(
            "How people ask for it, one a line; -3 takes out the third; an empty line ends.", "dim"
        )
        found: list[str] = self._typed.setdefault("phrasings", [])
        self._list(found)
        warned = False
        while True:
            typed = read_line(f"  {len(found) + 1}. ")
            if number := TAKEN_OUT.fullmatch(typed):
                self._take_out(int(number[1]), found)
            elif typed:
                found += self._phrasing(typed, found)
            elif not found:
                tell("At least one is needed.", style="yellow")
            elif len(found) < ENOUGH_PHRASINGS and not warned:
                warned = True
                tell(f"{ENOUGH_PHRASINGS} are a good start; an empty line ends.", style="yellow")
            else:
                return found

    def _list(self, phrasings: Sequence[str]) -> None:
        for number, phrasing in enumerate(phrasings, 1):
            tell(f"  {number}. {phrasing}")

    def _take_out(self, number: int, phrasings: list[str]) -> None:
        if 1 <= number <= len(phrasings):
            del phrasings[number - 1]
            self._list(phrasings)
        else:
            tell(f"There is no phrasing {number}.", style="yellow")

    def _phrasing(self, typed: str, found: list[str]) -> list[str]:
        others = [self._typed["question"], *found]
        checked = self._fields.phrasing(typed, others)
        if isinstance(checked, Refusal):
            tell(checked.sentence, style="yellow")
            return []
        return [checked]

    def _kind(self) -> Kind:
        tell(KINDS, style="dim")
        return ask("Kind", self._fields.kind, "reported")

    def _cites(self) -> list[Place]:
        shelf = self._fields.shelf
        named_so = [str(place) for place in shelf.places if isinstance(place, str)]
        others = [f"{id_}:5" for id_ in list(shelf.elsewhere)[:1]]
        label = f"Paragraphs that it rests on ({'; '.join(['5, 6', *named_so, *others])})"
        found = ask(label, partial(self._fields.cites, kind=self._typed["kind"]))
        for place in found:
            if text := self._fields.texts.get(place):
                tell(f"{place}: {text[:SHOWN_CHARS]}", style="dim")
        return found

    def _evidence(self) -> dict[Place, list[str]]:
        found: dict[Place, list[str]] = {}
        for place in self._typed["cites"]:
            label = f"Terms that must stand in {named(place)}, by commas (none: an empty line)"
            if terms := ask(label, partial(self._fields.terms, place=place)):
                found[place] = terms
        return found

    def _answer(self) -> str:
        return ask("Answer, one to three sentences of your own", self._fields.answer)

    def _related(self) -> list[str]:
        return ask("Related entries, by id (none: an empty line)", self._fields.related)

    def _id(self) -> str:
        return ask("Id", self._fields.id, self._suggested_id)

    @property
    def _suggested_id(self) -> str:
        return suggest_id(self._typed["question"], self._fields.shelf.by_id)
