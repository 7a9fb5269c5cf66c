"""``footnote try``: a prompt that answers and explains while files change beside it."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from bot.commands.loading import (
    KnowledgeOption,
    knowledge_to_ask,
    learn,
    load_index,
    the_encoder,
)
from bot.commands.trial import Trial
from bot.core.semantic import Encoder
from bot.knowledge.load import build
from bot.knowledge.snapshot import Files
from bot.knowledge.watch import moments
from bot.settings import load_settings


def try_(knowledge: KnowledgeOption = None) -> None:
    """Answer questions and say why; when files of the base change, the last is answered anew.

    An empty line asks the last question again. Ctrl-D ends it.
    """
    folder, encoder = knowledge_to_ask(knowledge), the_encoder()
    trial = on_trial(folder, encoder)
    threading.Thread(target=_follow, args=(trial, folder), daemon=True).start()
    trial.run()


def _follow(trial: Trial, folder: Path) -> None:
    asyncio.run(trial.follow(moments(folder)))


def on_trial(folder: Path, encoder: Encoder | None) -> Trial:
    """Return a trial of the base in *folder*."""
    published = load_settings().published
    return Trial(
        load_index(folder, encoder),
        Files(folder),
        lambda content: build(content, published),
        lambda base: learn(base, encoder),
    )
