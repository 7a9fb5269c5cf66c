"""The card for who asks what an answer rests on, and whose word it is."""

from __future__ import annotations

from bot.core.forms import lead
from bot.core.model import Base, Entry
from bot.core.reply import HEADING_LIMIT, Passage, Pointing, Reply, Tone, footnotes, shorten
from bot.core.speech import Speech
from bot.core.together import places


def cited(entries: tuple[Entry, ...], base: Base, speech: Speech) -> Reply:
    """Return the card that names the sources of *entries*, with a footnote for each place."""
    cites = places(entries)
    source_ids = {cite.source_id for cite in cites}
    sources = [source for source in base.sources if source.id in source_ids]
    passages = [_passage(entry, base, speech) for entry in entries]
    rests = [
        speech.say("From “{title}” by {byline}.", title=source.title, byline=source.byline)
        for source in sources
    ]
    return Reply(
        Tone.ANSWER,
        speech.lang,
        (*passages, Passage(body=" ".join(rests))),
        footnotes=footnotes(cites, speech),
        decision=Pointing(tuple(entry.id for entry in entries)),
    )


def _passage(entry: Entry, base: Base, speech: Speech) -> Passage:
    heading = shorten(entry.wording(speech.lang).question, HEADING_LIMIT)
    said = speech.say(lead(base.source_of(entry).form, entry.kind))
    return Passage(heading=heading, lead=said)
