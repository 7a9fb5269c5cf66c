"""A base on trial: questions are answered by what its files hold by now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from rich.text import Text

from bot import terminal
from bot.commands.prompt import typed_so_far
from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Base
from bot.core.reply import reply
from bot.errors import BaseError, UnsettledError
from bot.locale.speech import speech_for

PROMPT = "> "


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing that answers depend on has changed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The folder has problems or does not come to rest, so the base is what it was."""

    error: BaseError | UnsettledError


@dataclass(frozen=True, slots=True)
class Changed:
    """The folder holds another base, and is sound."""

    base: Base


class Trial:
    """The index that answers now, and the question that was asked last.

    *read* reads the base as it is by now, and *make* makes an index of a changed one, both in the
    thread that follows the changes.
    """

    def __init__(
        self, index: Index, read: Callable[[], Base], make: Callable[[Base], Index]
    ) -> None:
        self._index = index
        self._read = read
        self._make = make
        self._last = ""
        self._out = terminal.console()

    def run(self) -> None:
        """Answer each line that is typed, until no more can be."""
        while True:
            try:
                self._last = input(PROMPT).strip() or self._last
            except (EOFError, KeyboardInterrupt):
                self._out.print()
                return
            self._answer()

    def follow(self, changes: Iterable[object]) -> None:
        """Take over what the folder holds after each of *changes*; on the old base until then."""
        refused = False
        for _ in changes:
            match found := self._look():
                case Unchanged() if refused:
                    self._say("The base is sound again, and as it was.")
                    self._prompt()
                case Unchanged():
                    pass
                case Refused(error):
                    self._say(f"{error}\nThe base as it was answers on.")
                    self._prompt()
                case Changed(base):
                    self._say("The base has changed: learning from it takes some seconds.")
                    self._index = self._make(base)
                    self._say(f"Taken over: {len(base.entries)} entries, base {base.version}.")
                    self._answer()
                    self._prompt()
                case _:
                    assert_never(found)
            refused = isinstance(found, Refused)

    def _look(self) -> Unchanged | Refused | Changed:
        try:
            base = self._read()
        except (BaseError, UnsettledError) as error:
            return Refused(error)
        return Unchanged() if base.version == self._index.base.version else Changed(base)

    def _answer(self) -> None:
        if not self._last:
            return
        index = self._index
        decision = decide(index, self._last)
        self._out.print(terminal.card(reply(decision, index.base, speech_for(decision.lang))))
        self._out.print(terminal.reasons(decision))

    def _say(self, news: str) -> None:
        self._out.print(Text(f"\n{news}", style="yellow"), soft_wrap=True)

    def _prompt(self) -> None:
        """Show again what the news has scrolled away from the line that is being typed."""
        self._out.print(PROMPT + typed_so_far(), end="", markup=False)
