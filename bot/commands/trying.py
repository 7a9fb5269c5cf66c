"""``footnote try``: a prompt that answers and explains while files change beside it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import watchfiles

from bot.commands.loading import (
    KnowledgeOption,
    knowledge_folder,
    learn,
    load_index,
    settled_base,
    the_encoder,
)
from bot.commands.trial import Trial

WAKES_MS = 1000
"""The first wake tells that nothing saved from now on is missed."""


def try_(knowledge: KnowledgeOption = None) -> None:
    """Answer questions and say why; when files of the base change, the last is answered anew.

    An empty line asks the last question again. Ctrl-D ends it.
    """
    folder, encoder = knowledge_folder(knowledge), the_encoder()
    index = load_index(folder, encoder)
    trial = Trial(index, lambda: settled_base(folder), lambda base: learn(base, encoder))
    with _changes(folder) as changes:
        threading.Thread(target=trial.follow, args=(changes,), daemon=True).start()
        trial.run()


@contextmanager
def _changes(folder: Path) -> Iterator[Iterator[object]]:
    """Yield a stream of changes in *folder*, each of files that were saved at about one time."""
    stop = threading.Event()
    try:
        yield _watched(folder, stop)
    finally:
        stop.set()


def _watched(folder: Path, stop: threading.Event) -> Iterator[object]:
    """Yield once as soon as *folder* is watched, for what was saved before; then each change."""
    watched = watchfiles.watch(
        folder,
        stop_event=stop,
        rust_timeout=WAKES_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    yield next(watched, ())
    yield from (changes for changes in watched if changes)
