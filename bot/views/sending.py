"""Sending a question to the curators: the asker's button, and their form.

The words of a question are stored only when the asker sends the form.
"""

from __future__ import annotations

from typing import Self

import discord
from discord import ui

from bot.core.readers import Readers
from bot.core.reply import Reply
from bot.core.sending import WORDS_LIMIT, may_be_sent, nearest, only_the_asker
from bot.core.speech import Speech
from bot.locale.speech import speech_for
from bot.views.asked import own_question
from bot.views.button import Button, Press, tell
from bot.views.curator import readers_of
from bot.views.form import Form, words


class Send(
    Button,
    template=r"footnote:send:(?P<asker>[0-9]{1,20}):(?P<lang>[a-z]{2}):(?P<nearest>[a-z0-9-]*)",
):
    """Opens the form for the asker, with the question in it where that is still known."""

    @classmethod
    def of(cls, reply: Reply, asker_id: int) -> Self:
        """Return the button for a card on which nothing was found."""
        label = speech_for(reply.lang).say("Send this question to the curators?")
        return cls(label, f"footnote:send:{asker_id}:{reply.lang}:{nearest(reply)}")

    async def press(self, interaction: Press) -> None:
        speech = speech_for(self.state["lang"])
        if interaction.user.id != int(self.state["asker"]):
            await tell(interaction, only_the_asker(speech))
            return
        typed, readers = await own_question(interaction), readers_of(interaction)
        custom_id = f"footnote:sent:{self.state['lang']}:{self.state['nearest']}"
        await interaction.response.send_modal(SendForm(custom_id, typed, readers, speech))


class SendForm(Form):
    """Shows the asker the words that would be sent, to change or to leave."""

    def __init__(self, custom_id: str, typed: str, readers: Readers, speech: Speech) -> None:
        super().__init__(speech.say(readers.title), custom_id)
        label, seen = speech.say("Your question"), speech.say(readers.seen)
        self.add_item(words("words", label, seen, limit=WORDS_LIMIT, before=typed))


ITEMS = (Send,)
"""For the client to add: it then knows those from before its start."""


def offer(reply: Reply, asker_id: int) -> tuple[Send, ...]:
    """Return the button that a card gets, if nothing was found."""
    return (Send.of(reply, asker_id),) if may_be_sent(reply) else ()


def without_offer(message: discord.Message, sent_to: str) -> ui.LayoutView:
    """Return the view of *message* in which the question has been sent, as *sent_to* says.

    It is stopped, for discord.py would keep its buttons in memory; ours work without.
    """
    view = ui.LayoutView.from_message(message, timeout=None)
    view.stop()
    for item in view.walk_children():
        if isinstance(item, ui.Button) and (item.custom_id or "").startswith("footnote:send:"):
            item.label, item.disabled = sent_to, True
    return view
