"""The button that tells why a card says what it says."""

from __future__ import annotations

from typing import Self

from bot.core.explanation import explain, recall
from bot.core.gist import PATTERN, gist, read, written
from bot.core.model import Decision
from bot.core.recent import Remembered
from bot.core.reply import Reply
from bot.core.speech import Speech
from bot.locale.speech import speech_for
from bot.views.button import Button, Press, pressed, show
from bot.views.opener import opener
from bot.views.sheet import Sheet


class Why(Button, template=rf"footnote:why:(?P<lang>[a-z]{{2}}):(?P<gist>{PATTERN})"):
    """Tells privately what a decision rests on: fully for a while, then what it carries itself."""

    @classmethod
    def of(cls, decision: Decision, speech: Speech) -> Self:
        """Return the button for the card of *decision*."""
        return cls(speech.say("Why?"), f"footnote:why:{speech.lang}:{written(gist(decision))}")

    async def press(self, interaction: Press) -> None:
        lang = self.state["lang"]
        reply = self._reply(interaction, speech_for(lang))
        sheet = Sheet(reply, [opener(choice, lang) for choice in reply.choices])
        await show(interaction, sheet, private=True)

    def _reply(self, interaction: Press, speech: Speech) -> Reply:
        base = interaction.client.index.base
        left = read(self.state["gist"])
        match interaction.client.recent.of(pressed(interaction).id):
            case Remembered(asker_id, decision) if gist(decision) == left:
                to_asker = interaction.user.id == asker_id
                return explain(decision, base, speech, to_asker=to_asker)
            case _:
                return recall(left, base, speech)
