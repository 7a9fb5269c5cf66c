"""What is related to an answer, and where else to go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from bot.answers import open_entry
from bot.core.model import Entry
from bot.core.more import go_on
from bot.core.reply import Choice
from bot.core.speech import Speech
from bot.locale.speech import speech_for
from bot.views.button import Button, Press, is_for_one, is_private, pressed, show
from bot.views.dismiss import Dismiss, may_dismiss
from bot.views.markdown import small
from bot.views.opener import contents_opener, opener
from bot.views.panel import Panel


class More(
    Button,
    template=r"footnote:more:(?P<lang>[a-z]{2}):(?P<asker>[0-9]{1,20}):(?P<entry>[a-z0-9-]+)",
):
    """Shows privately what is related to an answer, and a way to take the card away."""

    @classmethod
    def about(cls, entry: Entry, lang: str, asker_id: int) -> Self:
        """Return the button for the card of *entry* in *lang*, the language of its question."""
        label = speech_for(lang).say("More")
        return cls(label, f"footnote:more:{lang}:{asker_id}:{entry.id}")

    async def press(self, interaction: Press) -> None:
        lang = self.state["lang"]
        speech = speech_for(lang)
        related = await self._related(interaction)
        rows = [[opener(choice, lang)] for choice in related]
        last = [contents_opener(speech), *self._dismiss(interaction, speech)]
        panel = Panel(list(_texts(interaction, related, speech)), [*rows, last])
        await show(interaction, panel, private=is_for_one(interaction))

    async def _related(self, interaction: Press) -> tuple[Choice, ...]:
        index = await interaction.client.index_in(interaction.guild_id)
        try:
            return open_entry(index.base, self.state["entry"], self.state["lang"]).related
        except KeyError:  # the entry has left the base since
            return ()

    def _dismiss(self, interaction: Press, speech: Speech) -> Iterator[Dismiss]:
        """Offer to take away what all can see, to whoever may."""
        asker_id = int(self.state["asker"])
        if not is_private(interaction) and may_dismiss(interaction, asker_id):
            yield Dismiss.of(pressed(interaction).id, asker_id, speech)


def _texts(interaction: Press, related: tuple[Choice, ...], speech: Speech) -> Iterator[str]:
    command = interaction.client.mention_of
    yield go_on(command("ask"), command("topics"), speech)
    if is_private(interaction):
        yield speech.say("Only you see this answer: Discord itself lets you dismiss it.")
    if related:
        yield small(speech.say("Related"))
