"""The base is followed while the bot runs: who runs it and the curators hear what came of it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import discord
import pytest
import simcord
from cards import replies, text, told
from simcord import Env, GuildHandle

from bot.client import Client
from bot.cogs.reload import Reload
from bot.core.index import Index
from bot.core.server import ServerSettings
from bot.evaluate.accepted import Accepting
from bot.reload import Reloader, open_folder
from bot.store import Store

SMALL_BASE = Path(__file__).parents[1] / "base"
ENTRIES = "lamps/entries/lamps.yaml"
MUSEUM = """\
- id: museum
  question: Is there a museum?
  phrasings: [museum]
  answer: There is, in the north tower.
  kind: reported
  cites: [2]
"""
GOLDEN = "- {id: g1, text: Who wrote the article?, reach: [author]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small base with a golden question and a second source, free to be changed."""
    base = tmp_path / "base"
    shutil.copytree(SMALL_BASE, base / "lamps")
    for name in ("glossary.yaml", "smalltalk.yaml"):
        (base / "lamps" / name).rename(base / name)
    (base / "lamps" / "questions.yaml").write_text(GOLDEN, "utf-8")
    (base / "museum" / "entries").mkdir(parents=True)
    (base / "museum" / "entries" / "open.yaml").write_text(MUSEUM, "utf-8")
    source = (base / "lamps" / "source.yaml").read_text("utf-8")
    museum = source.replace("id: lighthouses", "id: museum", 1)
    (base / "museum" / "source.yaml").write_text(museum, "utf-8")
    return base


@pytest.fixture
def reloader(folder: Path, tmp_path: Path) -> Reloader:
    return open_folder(folder, None, Accepting(tmp_path, folder))


class Saves:
    """The moments at which somebody has saved something, in place of the file system's."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[None] = asyncio.Queue()

    async def moments(self) -> AsyncIterator[None]:
        while True:
            await self._queue.get()
            yield
            self._queue.task_done()

    @property
    def pending(self) -> bool:
        """Whether a moment has come that nobody has heard of yet."""
        return not self._queue.empty()

    async def heard(self) -> None:
        """Have a moment come, and wait until the bot has dealt with it."""
        self._queue.put_nowait(None)
        await self._queue.join()


@pytest.fixture
def saves() -> Saves:
    return Saves()


@pytest.fixture
async def simcord_bot(reloader: Reloader, store: Store, saves: Saves) -> Client:
    client = Client(reloader.index, store)
    await client.add_cog(Reload(client, reloader, saves.moments()))
    return client


@pytest.fixture
async def desk(guild: GuildHandle, store: Store):
    """The curators' channel."""
    channel = guild.create_text_channel("curators")
    await store.settings.save(guild.id, ServerSettings(curator_channel=channel.id))
    return channel


@pytest.fixture
def administrators(guild: GuildHandle):
    """Those who see the command in a server, whether they run the bot or not."""
    return guild.create_role("Admins", permissions=discord.Permissions(administrator=True))


@pytest.fixture
def owner(simcord_env: Env, guild: GuildHandle, administrators):
    """The member who runs the bot."""
    user = simcord_env.create_user("olga")
    simcord_env.bot.owner_id = user.id
    return guild.add_member(user, roles=[administrators])


@pytest.fixture
def admin(simcord_env: Env, guild: GuildHandle, administrators):
    return guild.add_member(simcord_env.create_user("ada"), roles=[administrators])


def edit(folder: Path, old: str, new: str, name: str = ENTRIES) -> None:
    path = folder / name
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")


async def test_a_saved_change_is_answered_from_at_once(folder, saves: Saves, alice, channel):
    edit(folder, "Mara Quill", "Tom Reed")

    await saves.heard()

    card = await alice.slash(channel, "ask", question="who wrote the article")
    assert "Tom Reed" in text(card)


async def test_the_curators_hear_of_a_new_version(folder, saves: Saves, desk, simcord_env: Env):
    edit(folder, "Mara Quill", "Tom Reed")

    await saves.heard()

    (card,) = replies(desk)
    version = simcord_env.bot.index.base.version
    assert text(card).splitlines() == [
        f"From now on I answer from version {version}.",
        "-# Golden questions answered rightly: 100.0 % (1/1), before 100.0 % (1/1)",
        "-# Golden questions answered in vain: - (0/0), before - (0/0)",
    ]


async def test_a_bad_base_changes_nothing_for_members_and_curators_hear_why_once(
    folder, saves: Saves, desk, alice, channel, caplog
):
    edit(folder, "kind: forecast", "kind: guess")

    await saves.heard()
    await saves.heard()

    (card,) = replies(desk)
    assert "The changed sources have 1 problem" in text(card)
    assert "I keep answering as before." in text(card)
    assert r"-# base/lamps/entries/lamps.yaml:61: 'kind' is 'guess'" in text(card)
    assert "lamps.yaml:61: 'kind' is 'guess'" in caplog.text
    answer = await alice.slash(channel, "ask", question="who wrote the article")
    assert "Mara Quill" in text(answer)


async def test_curators_hear_that_a_refusal_is_over(folder, saves: Saves, desk):
    edit(folder, "kind: forecast", "kind: guess")
    await saves.heard()
    edit(folder, "kind: guess", "kind: forecast")
    await saves.heard()

    _, card = replies(desk)
    assert text(card).startswith("My sources are as they were")


async def test_a_golden_question_that_would_go_wrong_is_named(folder, saves: Saves, desk):
    edit(folder, "question: Who wrote the article?", "question: Is there a byline?")
    edit(folder, "    - who is the author\n", "")
    edit(folder, "    - who are the keepers\n", "    - who wrote the article\n")

    await saves.heard()

    (card,) = replies(desk)
    assert "With the changed sources 1 golden question goes wrong" in text(card)
    assert "g1: Who wrote the article? (reached keepers (p4); should have: author)" in text(card)
    assert "say why in its may\\_fail" in text(card)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind: forecast": "kind: guess"},
        {
            "question: Who wrote the article?": "question: Is there a byline?",
            "    - who is the author\n": "",
            "    - who are the keepers\n": "    - who wrote the article\n",
        },
    ],
    ids=["a problem", "a golden question"],
)
@pytest.mark.parametrize(("used", "cards"), [("museum", 0), ("lighthouses", 2)])
async def test_what_is_wrong_with_a_source_is_told_where_it_is_used(
    folder, saves: Saves, guild: GuildHandle, desk, store: Store, changes, used: str, cards: int
):
    settings = await store.settings.of(guild.id)
    await store.settings.save(guild.id, replace(settings, sources=(used,)))

    for old, new in changes.items():
        edit(folder, old, new)
    await saves.heard()
    shutil.copy(SMALL_BASE / "entries" / "lamps.yaml", folder / ENTRIES)
    await saves.heard()

    assert len(replies(desk)) == cards


async def test_what_is_saved_while_the_bot_starts_is_told_once_it_has(
    folder, reloader: Reloader, store: Store, desk, simcord_env: Env
):
    client, early = Client(reloader.index, store), Saves()
    await client.add_cog(Reload(client, reloader, early.moments()))
    edit(folder, "Mara Quill", "Tom Reed")
    heard = asyncio.ensure_future(early.heard())
    for _ in range(9):
        await asyncio.sleep(0)  # whoever follows has had a turn
    assert early.pending

    await simcord_env.restart_bot(client)
    await heard

    (card,) = replies(desk)
    assert text(card).startswith("From now on I answer from version")


async def test_many_problems_fit_into_one_card(folder, saves: Saves, desk):
    (folder / "glossary.yaml").write_text("".join(f"- {{_{n}: '*'}}\n" for n in range(99)))

    await saves.heard()

    (card,) = replies(desk)
    assert "more, in the log" in text(card)


async def test_curators_hear_it_in_the_language_of_their_server(
    folder, saves: Saves, guild: GuildHandle, desk, store: Store
):
    settings = await store.settings.of(guild.id)
    await store.settings.save(guild.id, replace(settings, lang="ko"))
    edit(folder, "Mara Quill", "Tom Reed")

    await saves.heard()

    (card,) = replies(desk)
    assert "답변합니다." in text(card)


async def test_who_runs_the_bot_has_the_base_read_again(folder, owner, channel, simcord_env: Env):
    edit(folder, "Mara Quill", "Tom Reed")

    done = await owner.slash(channel, "reload")

    assert done.ephemeral
    assert told(done).startswith("From now on I answer from version")
    assert simcord_env.bot.index.base.by_id["author"].wordings[0].answer.startswith("Tom Reed")


async def test_who_has_it_read_again_is_answered_before_the_curators(
    folder, owner, channel, desk, simcord_env: Env
):
    """There may be hundreds of servers to tell."""
    edit(folder, "Mara Quill", "Tom Reed")

    await owner.slash(channel, "reload")

    sent = [each.path for each in simcord_env.http_requests if each.method in ("POST", "PATCH")]
    *_, answer, card = sent
    assert "/webhooks/" in answer
    assert card == f"/channels/{desk.id}/messages"


async def test_that_may_be_in_a_direct_message_too(folder, simcord_env: Env):
    """Whoever runs a bot need not be an administrator of any server that it is on."""
    carol = simcord_env.create_user("carol")
    simcord_env.bot.owner_id = carol.id

    assert told(await carol.slash("reload")).startswith("My sources are as they were")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Mara Quill", "Mara Quill", "My sources are as they were"),
        ("cites: [5]", "cites: [9]", "### The changed sources have 2 problems"),
    ],
)
async def test_reload_says_privately_what_came_of_it(folder, owner, channel, old, new, said):
    edit(folder, old, new)

    assert told(await owner.slash(channel, "reload")).startswith(said)


async def test_nobody_else_can_have_it_read_again(folder, owner, admin, channel, simcord_env: Env):
    before = simcord_env.bot.index
    edit(folder, "Mara Quill", "Tom Reed")

    done = await admin.slash(channel, "reload")

    assert told(done) == "Only who runs this bot can have the sources read again."
    assert simcord_env.bot.index is before


async def test_members_do_not_see_the_command(alice, channel):
    with pytest.raises(simcord.SetupError, match="not visible"):
        await alice.slash(channel, "reload")


async def test_an_entry_that_goes_while_it_is_opened_is_no_error(
    thinned: Index, simcord_env: Env, alice, channel, store: Store
):
    """The index is swapped while the bot looks the member's language up."""

    class Swapping(Client):
        async def speech(self, interaction):
            self.index = thinned
            return await super().speech(interaction)

    await simcord_env.restart_bot(Swapping(simcord_env.bot.index, store))

    card = await alice.slash(channel, "ask", question="foghorn")

    assert "went wrong" not in text(card)


async def test_an_end_of_following_is_in_the_log(
    reloader: Reloader, simcord_env: Env, caplog: pytest.LogCaptureFixture
):
    async def failing() -> AsyncIterator[None]:
        raise RuntimeError("no more moments")
        yield

    cog = Reload(simcord_env.bot, reloader, failing())
    await cog.cog_load()
    await cog.on_ready()
    await asyncio.wait([cog.following])

    assert "Incident " in caplog.text
    assert "no more moments" in caplog.text


async def test_the_bot_stops_while_it_follows(simcord_env: Env):
    cog = simcord_env.bot.get_cog("Reload")

    await simcord_env.bot.remove_cog("Reload")

    assert cog.following.cancelled()
