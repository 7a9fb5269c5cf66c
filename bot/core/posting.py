"""Whether an answer that one person sees may be posted for all, and what it shows then."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.decide import choose
from bot.core.model import Answer, Base, Decision
from bot.core.noise import IN_DOUBT, ON_TRIAL, Place
from bot.core.speech import marked


@dataclass(frozen=True, slots=True)
class Standing:
    """Who may do what in the channel of the message that is to be answered.

    *is_member*: the bot is in that server or conversation. Where it is not, somebody brought it
    along in their account, and Discord shows its answers to all only if *may_share*. *place* is
    what moderators made of the channel.
    """

    is_member: bool
    bot_may_write: bool
    person_may_write: bool
    may_share: bool
    place: Place = Place.OPEN


ANYTHING = Standing(is_member=True, bot_may_write=True, person_may_write=True, may_share=True)
"""A direct message to the bot."""

BROUGHT_ALONG = Standing(
    is_member=False, bot_may_write=False, person_may_write=True, may_share=True
)
"""Other people's direct messages, into which somebody brought the bot."""


@dataclass(frozen=True, slots=True)
class AsReply:
    """The bot writes a reply to the message."""


@dataclass(frozen=True, slots=True)
class AsResponse:
    """The bot is no member, so all it can do is to answer the press itself."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing is posted; *why* is a message for the person."""

    why: str


Way = AsReply | AsResponse | Refused

YOU_MAY_NOT = Refused(marked("You may not write in this channel, so only you can see this."))
I_MAY_NOT = Refused(marked("I may not write in this channel, so only you can see this."))
NOT_SHARED = Refused(
    marked("This server shows the answers of apps that it did not add to you alone.")
)
TRIED_OUT = Refused(ON_TRIAL.why)
DOUBTFUL = Refused(IN_DOUBT.why)
DELETED = Refused(marked("That message has been deleted, so there is nothing to reply to."))


def way_to_post(standing: Standing) -> Way:
    """Return how to post: nobody gets the bot to write where they may not write themselves."""
    if not standing.person_may_write:
        return YOU_MAY_NOT
    if standing.place is Place.SHADOWED:
        return TRIED_OUT
    if standing.place is Place.UNKNOWN:
        return DOUBTFUL
    if not standing.is_member:
        return AsResponse() if standing.may_share else NOT_SHARED
    return AsReply() if standing.bot_may_write else I_MAY_NOT


def chosen(base: Base, entry_ids: tuple[str, ...], lang: str) -> Decision:
    """Return the decision that shows these entries; `KeyError` if one is no longer in *base*."""
    first, *others = entry_ids
    decision = choose(base, first, lang)
    if isinstance(decision, Answer):
        return replace(decision, also=tuple(base.by_id[each] for each in others))
    return decision
