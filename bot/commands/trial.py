"""A base on trial: questions are answered by what its files hold by now."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
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
from bot.knowledge.content import Content
from bot.knowledge.snapshot import Files
from bot.locale.speech import speech_for

PROMPT = "> "

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing that answers depend on has changed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The folder has problems or does not come to rest, so the base is what it was."""

    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The folder holds another base, and is sound."""

    base: Base


class Trial:
    """The index that answers now, and the question that was asked last.

    *build* makes a base of what *files* hold by now, and *make* an index of that, both in the
    thread that follows them.
    """

    def __init__(
        self,
        index: Index,
        files: Files,
        build: Callable[[Content], Base],
        make: Callable[[Base], Index],
    ) -> None:
        self._index = index
        self._files = files
        self._build = build
        self._make = make
        self._last = ""
        self._before: Unchanged | Refused | Changed = Unchanged()
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

    async def follow(self, moments: AsyncIterator[None]) -> None:
        """Take over what the files hold at each of *moments*; on the old base until then."""
        async for _ in moments:
            try:
                if self._files.changed():
                    self._take_over()
            except Exception:  # whatever it is, the next change may go without it
                _log.exception("An error of ours")
                self._tell("The base as it was answers on.")

    def _take_over(self) -> None:
        """Look, and tell what is new: no refusal twice, but its end."""
        before, self._before = self._before, self._look()
        match self._before:
            case Unchanged() if isinstance(before, Refused):
                self._tell("The base is sound again, and as it was.")
            case Unchanged():
                pass
            case Refused(reason) if self._before != before:
                self._tell(f"{reason}\nThe base as it was answers on.")
            case Refused():
                pass
            case Changed(base):
                self._say("The base has changed: learning from it takes some seconds.")
                self._index = self._make(base)
                self._say(f"Taken over: {len(base.entries)} entries, base {base.version}.")
                self._answer()
                self._prompt()
            case _:
                assert_never(self._before)

    def _look(self) -> Unchanged | Refused | Changed:
        try:
            base = self._build(self._files.read())
        except (BaseError, UnsettledError) as error:
            return Refused(str(error))
        return Unchanged() if base.version == self._index.base.version else Changed(base)

    def _answer(self) -> None:
        if not self._last:
            return
        index = self._index
        decision = decide(index, self._last)
        card = reply(decision, index.base, speech_for(decision.lang))
        self._out.print(terminal.card(card))
        terminal.explain(self._out, decision, card)

    def _say(self, news: str) -> None:
        self._out.print(Text(f"\n{news}", style="yellow"), soft_wrap=True)

    def _tell(self, news: str) -> None:
        self._say(news)
        self._prompt()

    def _prompt(self) -> None:
        """Show again what the news has scrolled away from the line that is being typed."""
        self._out.print(PROMPT + typed_so_far(), end="", markup=False)
