"""``footnote try``: a prompt that answers and explains while files change beside it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from bot.commands.loading import KnowledgeOption, knowledge_folder, learn, load_index, the_encoder
from bot.commands.trial import Trial


def try_(knowledge: KnowledgeOption = None) -> None:
    """Answer questions and say why; when files of the base change, the last is answered anew.

    An empty line asks the last question again. Ctrl-D ends it.
    """
    folder, encoder = knowledge_folder(knowledge), the_encoder()
    index = load_index(folder, encoder)
    trial = Trial(folder, index, lambda base: learn(base, encoder))
    with _changes(folder) as changes:
        threading.Thread(target=trial.follow, args=(changes,), daemon=True).start()
        trial.run()


@contextmanager
def _changes(folder: Path) -> Iterator[Iterator[Any]]:
    """Yield a stream of changes in *folder*, of files that were saved at about one time.

    The first comes at once, for what was saved before anybody watched.
    """
    import watchfiles

    stop = threading.Event()
    try:
        yield chain([set()], watchfiles.watch(folder, stop_event=stop, raise_interrupt=False))
    finally:
        stop.set()
