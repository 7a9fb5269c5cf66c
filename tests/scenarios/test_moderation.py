"""Moderators change with ``/settings`` how the bot behaves in their server."""

from __future__ import annotations

import sqlite3

import discord
import pytest
from cards import buttons, chosen, text
from simcord import Env, InteractionResult, MemberActor, SetupError

from bot.core.server import ServerSettings

QUESTION = "who wrote the article"


@pytest.fixture
def mo(simcord_env: Env, guild) -> MemberActor:
    """A moderator."""
    role = guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(simcord_env.create_user("mo"), roles=[role])


@pytest.fixture
async def card(mo, channel):
    """The settings as a moderator sees them; the card is edited in place."""
    shown = await mo.slash(channel, "settings")
    assert shown.ephemeral
    return shown


async def test_only_who_may_manage_the_server_is_shown_the_command(
    simcord_env: Env, alice, channel
):
    with pytest.raises(SetupError, match="not visible"):
        await alice.slash(channel, "settings")
    (command,) = _commands(simcord_env, "settings")
    assert (command["contexts"], command["integration_types"]) == ([0], [0])


async def test_who_was_given_the_command_still_needs_the_permission(
    simcord_env: Env, guild, alice, channel
):
    """A server shows a command to whom it likes; the permission is checked all the same."""
    (command,) = _commands(simcord_env, "settings")
    guild.set_command_permissions(int(command["id"]), {alice: True})

    told = await alice.slash(channel, "settings")

    assert told.ephemeral
    assert text(told) == "Settings are for members who have the Manage Server permission."


async def test_who_has_lost_the_permission_changes_nothing(
    simcord_env: Env, guild, mo, card, store
):
    everyone = simcord_env.backend.get_guild(guild.id)
    everyone.members[mo.id].role_ids.clear()

    told = await mo.select(card.response, ["private"], custom_id="footnote:set:private")

    assert told.ephemeral
    assert "Manage Server" in text(told)
    assert await store.settings.of(guild.id) == ServerSettings()


async def test_a_change_is_saved_at_once_and_confirmed_in_place(mo, card, guild, store):
    await mo.select(card.response, ["private"], custom_id="footnote:set:private")

    assert (await store.settings.of(guild.id)).private
    assert _under(card, "Answers to /ask · For whoever asks alone") == "Saved."
    assert chosen(card)["footnote:set:private"] == ["private"]


async def test_channels_are_chosen_and_taken_back(mo, card, channel, guild, store):
    await mo.select(card.response, [channel], custom_id="footnote:set:answer_in")

    assert (await store.settings.of(guild.id)).answer_in == (channel.id,)
    assert _under(card, f"Channels for mentions · <#{channel.id}>") == "Saved."
    assert chosen(card)["footnote:set:answer_in"] == [str(channel.id)]

    await mo.select(card.response, [], custom_id="footnote:set:answer_in")

    assert (await store.settings.of(guild.id)).answer_in == ()
    assert _under(card, "Channels for mentions · none") == "Saved."


async def test_the_curators_are_a_role_and_a_channel(mo, card, channel, guild, store):
    role = guild.create_role("Curators")
    await mo.click(card.response, label="Curators")
    await mo.select(card.response, [role], custom_id="footnote:set:curator_role")
    await mo.select(card.response, [channel], custom_id="footnote:set:curator_channel")

    settings = await store.settings.of(guild.id)
    assert (settings.curator_role, settings.curator_channel) == (role.id, channel.id)
    assert chosen(card)["footnote:set:curator_role"] == [str(role.id)]
    assert chosen(card)["footnote:set:curator_channel"] == [str(channel.id)]
    assert f"**Curators' role** · <@&{role.id}>" in text(card)
    assert f"**Curators' channel** · <#{channel.id}>" in text(card)


async def test_a_card_shows_what_is_set_now(mo, card, guild, store):
    """Another moderator may have changed it since."""
    await store.settings.change(guild.id, "repeat_within", 20)

    await mo.click(card.response, label="Noise")

    assert chosen(card) == {
        "footnote:set:person_cooldown_s": ["5"],
        "footnote:set:channel_cooldown_s": ["0"],
        "footnote:set:repeat_within": ["20"],
    }
    assert "**Wait for each member** · 5 seconds" in text(card)
    assert "**Link instead of repeating** · Within the last 20 messages" in text(card)


async def test_two_moderators_keep_each_others_changes(
    simcord_env: Env, guild, mo, card, channel, store
):
    """Each has a card from before the other's change."""
    other = guild.add_member(simcord_env.create_user("max"), roles=[guild.roles["Mods"]])
    others = await other.slash(channel, "settings")

    await mo.select(card.response, ["private"], custom_id="footnote:set:private")
    await other.select(others.response, ["ja"], custom_id="footnote:set:lang")

    assert await store.settings.of(guild.id) == ServerSettings(private=True, lang="ja")
    assert chosen(others)["footnote:set:private"] == ["private"]


async def test_a_card_from_before_a_restart_works(
    simcord_env: Env, make_bot, mo, card, guild, store
):
    await simcord_env.restart_bot(make_bot())

    await mo.select(card.response, ["private"], custom_id="footnote:set:private")
    await mo.click(card.response, label="Noise")

    assert (await store.settings.of(guild.id)).private
    assert "Wait for each member" in text(card)


async def test_a_reset_asks_first(mo, card, guild, store):
    await mo.select(card.response, ["private"], custom_id="footnote:set:private")

    await mo.click(card.response, label="Reset…")
    assert text(card).startswith("### Reset all settings?")
    await mo.click(card.response, label="Keep them")

    assert (await store.settings.of(guild.id)).private
    assert chosen(card)["footnote:set:private"] == ["private"]


async def test_a_reset_gives_back_the_defaults(mo, card, guild, store):
    await mo.select(card.response, ["private"], custom_id="footnote:set:private")

    await mo.click(card.response, label="Reset…")
    await mo.click(card.response, label="Reset")

    assert await store.settings.of(guild.id) == ServerSettings()
    assert text(card).endswith("All settings are as in a new server.")
    assert chosen(card)["footnote:set:private"] == ["public"]


async def test_what_could_not_be_stored_is_not_called_saved(mo, card, tmp_path):
    with sqlite3.connect(tmp_path / "footnote.sqlite3") as database:
        database.execute("ALTER TABLE settings RENAME TO elsewhere")

    await mo.select(card.response, ["private"], custom_id="footnote:set:private")

    under = _under(card, "Answers to /ask · For everybody to see")
    assert under.startswith("I could not store that just now.")
    assert chosen(card)["footnote:set:private"] == ["public"]


async def test_a_channel_where_the_bot_may_not_write_is_pointed_out(
    simcord_env: Env, mo, card, guild
):
    deny = discord.PermissionOverwrite(send_messages=False)
    quiet = guild.create_text_channel("quiet", overwrites={guild.me: deny})

    await mo.select(card.response, [quiet], custom_id="footnote:set:answer_in")

    assert f"-# I may not write in <#{quiet.id}>" in text(card)


async def test_a_trial_without_a_curators_channel_is_pointed_out(mo, card, channel):
    await mo.click(card.response, label="Curators")

    await mo.select(card.response, [channel], custom_id="footnote:set:shadow_in")
    assert "-# Channels on trial need a curators' channel." in text(card)

    await mo.select(card.response, [channel], custom_id="footnote:set:curator_channel")
    assert "need a curators' channel" not in text(card)


async def test_a_deleted_channel_is_no_longer_shown(simcord_env: Env, mo, card, guild):
    """Nobody need wonder then why no mention is answered, though nothing seems to be chosen."""
    gone = guild.create_text_channel("gone")
    await mo.select(card.response, [gone], custom_id="footnote:set:answer_in")
    simcord_env.backend.delete_channel(gone.id)
    await simcord_env.settle()

    await mo.click(card.response, label="Answers")

    assert chosen(card)["footnote:set:answer_in"] == []
    assert "-# The channels for mentions are gone, so I answer no mention." in text(card)


async def test_ask_is_answered_as_the_server_likes_it(alice, channel, guild, store):
    await store.settings.change(guild.id, "private", True)

    card = await alice.slash(channel, "ask", question=QUESTION)

    assert card.ephemeral


async def test_who_asks_decides_all_the_same(alice, channel, guild, store):
    await store.settings.change(guild.id, "private", True)

    card = await alice.slash(channel, "ask", question=QUESTION, private=False)

    assert not card.ephemeral


async def test_another_server_goes_its_own_way(simcord_env: Env, alice, guild, store):
    await store.settings.change(guild.id, "private", True)
    other = simcord_env.create_guild("Other")
    member = other.add_member(alice.user)

    card = await member.slash(other.create_text_channel("ask"), "ask", question=QUESTION)

    assert not card.ephemeral


async def test_members_are_spoken_to_in_their_own_language(alice, channel, speaks):
    speaks("ko")

    card = await alice.slash(channel, "ask", question="🎉")

    assert "질문해 주세요" in text(card)


async def test_a_server_can_choose_one_language_for_all(alice, channel, guild, store, speaks):
    await store.settings.change(guild.id, "lang", "ja")
    speaks("ko")

    card = await alice.slash(channel, "ask", question="🎉")

    assert "質問してください" in text(card)


async def test_the_card_itself_changes_its_language_at_once(mo, card):
    """Languages are called by their own names, so the way back is found."""
    await mo.select(card.response, ["ko"], custom_id="footnote:set:lang")

    assert "저장했습니다" in text(card)
    assert "English" in str(card.response.components)


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
async def test_every_tab_is_within_discords_limits(mo, channel, guild, store, speaks, lang):
    speaks(lang)
    card = await mo.slash(channel, "settings")
    *tabs, _reset = buttons(card)

    for tab in tabs:
        await mo.click(card.response, label=tab)
        assert len(chosen(card)) == 3


def _under(card: InteractionResult, setting: str) -> str:
    """Return the line under the one setting that has just been changed."""
    name, value = setting.split(" · ")
    _hint, under, *_ = text(card).partition(f"**{name}** · {value}\n")[2].splitlines()
    return under


def _commands(env: Env, name: str) -> list[dict[str, object]]:
    return [each for each in env.backend.commands[None].values() if each["name"] == name]
