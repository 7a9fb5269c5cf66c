"""What is deleted stands nowhere on the disk any more, while the bot runs on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from records import ALICE, NOW, question

from bot.store import Store, open_store

WORDS = "is my neighbour a spy"


async def _delete_person(store: Store, _: int) -> None:
    await store.people.delete(ALICE)


async def _purge(store: Store, _: int) -> None:
    await store.purge(NOW + timedelta(days=1000))


async def _close(store: Store, number: int) -> None:
    await store.questions.close(number)


@pytest.mark.parametrize("delete", [_delete_person, _purge, _close])
async def test_the_words_of_a_deleted_question_are_in_no_file(tmp_path: Path, sqlite_url, delete):
    """SQLite would keep them in its log, and in the room that they took in its file."""
    async with open_store(sqlite_url) as store:
        filed = await store.questions.add(question(text=WORDS))
        assert _standing_in(tmp_path)

        await delete(store, filed.id)

        assert _standing_in(tmp_path) == []
    assert _standing_in(tmp_path) == []


async def test_a_deletion_holds_though_a_reader_keeps_the_log(tmp_path: Path, sqlite_url):
    """The next deletion empties it."""
    async with open_store(sqlite_url) as store, open_store(sqlite_url) as other:
        filed = await store.questions.add(question(text=WORDS))
        async with other._database.reading() as connection:
            await connection.exec_driver_sql("SELECT count(*) FROM questions")
            await store.questions.close(filed.id)
            assert await store.questions.open(1) == ()

        await store.people.delete(ALICE)

        assert _standing_in(tmp_path) == []


def _standing_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if WORDS.encode() in path.read_bytes()]
