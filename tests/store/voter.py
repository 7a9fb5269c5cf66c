"""A process of its own that votes: ``voter.py URL FIRST LAST``, one vote for each number.

Prints ``ready``, waits for a line, opens the store, then prints each number once its vote is
acknowledged.
"""

from __future__ import annotations

import asyncio
import sys

from records import vote

from bot.store import Store, open_store


async def _vote(store: Store, user_id: int) -> None:
    await store.votes.cast(vote(user_id))
    print(user_id, flush=True)


async def _main(url: str, first: int, last: int) -> None:
    async with open_store(url) as store:
        for start in range(first, last + 1, 10):
            await asyncio.gather(
                *(_vote(store, user_id) for user_id in range(start, min(start + 10, last + 1)))
            )


print("ready", flush=True)
sys.stdin.readline()
asyncio.run(_main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
