"""``footnote diff``: what a change of the base changes for those who ask."""

from __future__ import annotations

import asyncio
import sys
from typing import Annotated

import typer

from bot import terminal
from bot.commands.diff_pages import difference
from bot.commands.loading import KnowledgeOption, knowledge_folder, learn, the_encoder
from bot.commands.revision import folder_of
from bot.core.semantic import Encoder
from bot.errors import StoreError
from bot.evaluate.difference import Side, compare
from bot.knowledge.content import Content
from bot.knowledge.load import build
from bot.knowledge.questions import Question, golden_questions
from bot.knowledge.references import read_content
from bot.process import use_one_thread
from bot.settings import Settings, load_settings

SENT_LIMIT = 1000


def diff(
    old: Annotated[str, typer.Argument(help="A folder, or a git revision of the folder.")],
    new: Annotated[str, typer.Argument(help="The same; else the folder as it is now.")] = "",
    sent: Annotated[bool, typer.Option(help="Ask what members sent to the curators too.")] = True,
    knowledge: KnowledgeOption = None,
) -> None:
    """Show which questions are answered differently by NEW than by OLD, and the figures.

    Exit status 1 if a golden question gets worse and the change does not say that it may.
    """
    settings = load_settings()
    folder = knowledge_folder(knowledge)
    encoder = the_encoder()
    questions = asyncio.run(_sent(settings)) if sent else ()
    if sys.stderr.isatty():
        print("Learning from both bases takes some seconds.", file=sys.stderr)
    use_one_thread()
    with folder_of(old, folder) as before, folder_of(new or str(folder), folder) as after:
        contents = read_content(before), read_content(after)
    sides = _sides(contents, encoder)
    found = compare(*sides, questions)
    terminal.console().print(difference(found))
    raise typer.Exit(1 if found.worse else 0)


def _sides(contents: tuple[Content, Content], encoder: Encoder | None) -> tuple[Side, Side]:
    """Learn from both, once neither has a problem left."""
    bases = [build(content) for content in contents]
    old, new = (
        Side(learn(base, encoder), golden_questions(content))
        for base, content in zip(bases, contents, strict=True)
    )
    return old, new


async def _sent(settings: Settings) -> tuple[Question, ...]:
    """Return what members sent and no curator has dealt with, if there is a store at all.

    The store may be a running bot's, of another version: it is read and never changed.
    """
    if not settings.has_store:
        return ()
    from bot.store import open_store

    try:
        async with open_store(settings.store_url, upgrade=False) as store:
            filed = await store.questions.open(SENT_LIMIT)
    except StoreError as error:
        raise StoreError(f"{error} To go without what members sent, add --no-sent.") from None
    return tuple(
        Question(str(each.id), each.letter.text, "sent", each.letter.lang) for each in filed
    )
