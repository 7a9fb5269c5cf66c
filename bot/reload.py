"""The base swapped while the bot runs: whole, checked and rehearsed, or not at all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, assert_never

from bot.core.index import Index
from bot.core.part import Memory
from bot.core.semantic import Encoder
from bot.errors import BaseError, Problem, UnsettledError
from bot.evaluate.accepted import Accepted, Accepting, NothingAccepted
from bot.evaluate.confusion import confusion
from bot.evaluate.gate import standings, worse
from bot.evaluate.rehearsal import Rehearsal, rehearse
from bot.incidents import record
from bot.knowledge.content import Content
from bot.knowledge.document import shown
from bot.knowledge.load import build
from bot.knowledge.questions import golden_questions
from bot.knowledge.snapshot import Files
from bot.process import give_back, trim, undisturbed
from bot.reloaded import Broken, Flaw, Reloaded, Swapped, Unchanged, Unsettled, Worse

NOWHERE_ELSE: Mapping[str, str] = MappingProxyType({})
"""Every source is published where it says."""

_log = logging.getLogger(__name__)


class Holder(Protocol):
    """Whatever answers from an index that may be swapped."""

    index: Index


@dataclass(frozen=True, slots=True)
class Look:
    """What came of reading a folder, and the base that answers from then on."""

    outcome: Reloaded
    live: Rehearsal


class Reloader:
    """Reads *files* again whenever it is asked to, one reading at a time.

    What it learns of stays the same until the event loop takes it over in one step, so whoever
    has begun to answer from an index goes on with it.
    """

    def __init__(
        self,
        files: Files,
        encoder: Encoder | None,
        accepting: Accepting,
        first: Look,
        memory: Memory | None,
        published: Mapping[str, str],
    ) -> None:
        self.files = files
        self._encoder = encoder
        self._accepting = accepting
        self._last = first
        self._memory = memory
        self._published = published
        self._lock = asyncio.Lock()

    @property
    def index(self) -> Index:
        """What answers now."""
        return self._last.live.index

    async def reload(self, holder: Holder) -> Reloaded:
        """Read the folder and, if it holds another base that is no worse, swap *holder*'s index.

        The work is done in a thread of its own; the loop only swaps.
        """
        async with self._lock:
            self._last = await asyncio.to_thread(self._look)
            holder.index = self.index
            if isinstance(self._last.outcome, Swapped):
                await asyncio.to_thread(self._settle)
            return self._last.outcome

    def _settle(self) -> None:
        self._accepting.write(self._last.live)
        trim()

    def _look(self) -> Look:
        if not self.files.changed():
            return self._again()
        try:
            with undisturbed():
                look = self._try(self.files.read())
        except UnsettledError as error:
            return Look(Unsettled(str(error)), self._last.live)
        if isinstance(look.outcome, Worse):
            trim()  # what was learned is of no use any more
        return look

    def _again(self) -> Look:
        """Say of the same files what was said before; those that answer are unchanged."""
        last = self._last
        match last.outcome:
            case Swapped() | Unchanged():
                return replace(last, outcome=Unchanged(last.live.version))
            case Broken() | Worse() | Unsettled():
                return last
            case _:
                assert_never(last.outcome)

    def _try(self, content: Content) -> Look:
        """Return what comes of *content*, and what answers from then on."""
        now = self._last.live
        try:
            new = self._rehearse(content)
        except BaseError as error:
            return Look(Broken(tuple(self._flaw(each, content) for each in error.problems)), now)
        except Exception as error:  # whatever it is, the same files would raise it again
            flaw = Flaw(f"An error of ours, in the log as {record(error)}.")
            return Look(Broken((flaw,)), now)
        if new is now:
            return Look(Unchanged(now.version), now)
        if lost := worse(standings(now.golden), new.golden):
            return Look(Worse(tuple(map(confusion, lost))), now)
        return Look(Swapped(new.version, now.score, new.score), new)

    def _flaw(self, problem: Problem, content: Content) -> Flaw:
        """Return *problem* with its file named from the folder on: curators see no other path."""
        place = Path(problem.file).relative_to(Path(shown(self.files.folder)).parent)
        return Flaw(str(replace(problem, file=place.as_posix())), content.source_of(problem.file))

    def _rehearse(self, content: Content) -> Rehearsal:
        """Return what answers now where nothing has changed, else as little new as possible."""
        now, base, questions = (
            self._last.live,
            build(content, self._published),
            golden_questions(content),
        )
        if base.version != now.version:
            return rehearse(Index(base, self._encoder, self._memory), questions)
        return now if questions == now.questions else rehearse(now.index, questions)


def open_folder(
    folder: Path,
    encoder: Encoder | None,
    accepting: Accepting,
    memory: Memory | None = None,
    published: Mapping[str, str] = NOWHERE_ELSE,
) -> Reloader:
    """Load *folder* for the first time, and log what its golden questions come to.

    A base that is worse than the one accepted last is warned of, not refused: there is no other.
    Raise `BaseError` with every problem, or `UnsettledError`.
    """
    _log.info("Reading %s", folder.absolute())
    files = Files(folder)
    content = files.read()
    base = build(content, published)
    live = rehearse(Index(base, encoder, memory), golden_questions(content))
    _log.info("Base %s: %s", live.version, live.score)
    _compare(accepting, live)
    accepting.write(live)
    give_back()
    first = Look(Unchanged(live.version), live)
    return Reloader(files, encoder, accepting, first, memory, published)


def _compare(accepting: Accepting, live: Rehearsal) -> None:
    """Warn of what got worse since the last start."""
    match accepting.read():
        case Accepted(version, kept_then):
            for each in map(confusion, worse(kept_then, live.golden)):
                _log.warning("Right with base %s, wrong now: %s", version, each)
        case NothingAccepted():
            pass
