"""What the bot answers so far, learned from the base while a person types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from threading import Thread

from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Answer


class Hints:
    """The index of the base as it was at the start, made aside."""

    def __init__(self, make: Callable[[], Index]) -> None:
        self._made: Future[Index] = Future()
        Thread(target=self._run, args=(make,), daemon=True).start()

    def _run(self, make: Callable[[], Index]) -> None:
        try:
            self._made.set_result(make())
        except Exception as error:  # whoever asks for a hint is told
            self._made.set_exception(error)

    @property
    def ready(self) -> bool:
        """Whether hints come at once."""
        return self._made.done()

    def about(self, questions: Iterable[str]) -> Iterator[str]:
        """Yield a sentence for each of *questions* that the base answers already.

        Waits until the base is learned from.
        """
        index = self._made.result()
        for question in questions:
            if isinstance(decision := decide(index, question), Answer):
                yield f'"{question}" is answered by {decision.entry.id} so far.'
