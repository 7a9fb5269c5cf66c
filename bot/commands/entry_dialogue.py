"""The fields of a new entry, asked for one by one; any may be changed before it is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from bot.commands.hints import Hints
from bot.commands.prompt import ask, read_line, tell
from bot.core.model import Kind
from bot.knowledge.editing.fields import Fields, Refusal, suggest_id
from bot.knowledge.editing.yaml_item import to_item
from bot.knowledge.places import named
from bot.knowledge.schema import EntrySpec, Place

ENOUGH_PHRASINGS = 8
SHOWN_CHARS = 400
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

    def run(self) -> EntrySpec | None:
        """Return the entry that a person has typed and wants to be written, if so."""
        while True:
            for name, step in self._steps.items():
                if name not in self._typed:
                    self._typed[name] = step()
            entry = EntrySpec(**self._typed)
            self._show(entry)
            match choice := ask("Write it? yes, no, or a field to change", self._choice, "yes"):
                case "yes":
                    return entry
                case "no":
                    return None
                case _:
                    self._forget(choice)

    def _choice(self, typed: str) -> str | Refusal:
        known = ("yes", "no", *self._steps)
        found = [name for name in known if name.startswith(typed.lower())]
        return found[0] if found else Refusal(f"Type one of {', '.join(known)}.")

    def _forget(self, name: str) -> None:
        """Ask for *name* again, and for what rests on it."""
        resting = {"kind": ("cites", "evidence"), "cites": ("evidence",)}
        for each in (name, *resting.get(name, ())):
            del self._typed[each]

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
        tell("How people ask for it, one a line; an empty line ends.", style="dim")
        found: list[str] = []
        warned = False
        while True:
            typed = read_line(f"  {len(found) + 1}. ")
            if typed:
                found += self._phrasing(typed, found)
            elif not found:
                tell("At least one is needed.", style="yellow")
            elif len(found) < ENOUGH_PHRASINGS and not warned:
                warned = True
                tell(f"{ENOUGH_PHRASINGS} are a good start; an empty line ends.", style="yellow")
            else:
                return found

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
        others = "".join(f"; {id_}:5" for id_ in list(self._fields.shelf.elsewhere)[:1])
        label = f"Paragraphs that it rests on (5, 6; meta; caption{others})"
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
        suggested = suggest_id(self._typed["question"], self._fields.shelf.by_id)
        return ask("Id", self._fields.id, suggested)
