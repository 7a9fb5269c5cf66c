"""Replies to cards of the shipped base: what must be opened or offered, by words alone."""

from __future__ import annotations

import pytest

from bot.core.followup import Cite, Thread, follow
from bot.core.index import Index
from bot.core.model import Answer, Decision, Decline, NotCovered, Suggest

SERVED = [
    ("sar-resumed", "and why?", "sar-why-first"),
    ("sar-resumed", "when will that be?", "nc-exercise-date"),
    ("sar-resumed", "where though", "nc-exercise-place"),
    ("sar-resumed", "what's the point of it", "sar-value"),
    ("sar-resumed", "how many soldiers?", "nc-exercise-scale"),
    ("sar-resumed", "will the US join?", "nc-exercise-partners"),
    ("logistics-agreement", "why is that sensitive?", "logistics-why-sensitive"),
    ("logistics-agreement", "has it been signed yet", "logistics-signed"),
    ("logistics-agreement", "and the date?", "nc-logistics-date"),
    ("logistics-agreement", "would they use it in a war?", "logistics-in-war"),
    ("ministers", "where did they meet?", "meeting-place"),
    ("ministers", "and what did they agree on", "agreed"),
    ("ministers", "do they get along?", "nc-chemistry"),
    ("ministers", "when was that?", "nc-meeting-date"),
    ("nk-gives-russia", "what does it get in return?", "nk-gets-russia"),
    ("nk-gives-russia", "how many shells?", "nc-shell-count"),
    ("nk-gives-russia", "and troops?", "nc-nk-troops"),
    ("threat-south-korea", "what about Japan?", "threat-japan"),
    ("threat-japan", "and South Korea?", "threat-south-korea"),
    ("threat-japan", "have any missiles crossed it?", "missiles-over-japan"),
    ("south-korea-drones", "and what is Japan doing?", "japan-defence"),
    ("tokyo-aims", "and what does Seoul want", "seoul-benefit"),
    ("tokyo-aims", "how about washington", "three-interests"),
    ("china-presence", "what about taiwan?", "taiwan"),
    ("disputes", "what about the islands", "dokdo"),
    ("disputes", "and forced labour?", "forced-labour"),
    ("dokdo", "so who owns it?", "nc-dokdo-owner"),
    ("dokdo", "how big is it", "nc-dokdo-facts"),
    ("camp-david", "is that enough?", "camp-david-enough"),
    ("author", "how can I reach them?", "nc-author-contact"),
    ("title", "and who wrote it?", "author"),
    ("title", "when was it published?", "published"),
    ("photo", "who took it?", "nc-photo-details"),
    ("photo", "what does the caption say", "caption"),
    ("colonial-rule", "did they apologise?", "nc-apology"),
    ("us-bases-japan", "how many troops are there?", "nc-us-troops"),
    ("natural-partners", "then what can they become?", "attuned"),
    ("evacuation", "of how many people", "nc-evacuation-numbers"),
    ("nc-china-reaction", "and Russia?", "nc-russia-reaction"),
    ("nc-china-reaction", "what about the US", "nc-us-reaction"),
    ("threat-south-korea", "일본은요?", "threat-japan"),
    ("sar-resumed", "언제 하나요?", "nc-exercise-date"),
    ("logistics-agreement", "왜 민감한가요?", "logistics-why-sensitive"),
    ("nk-gives-russia", "대가로 뭘 받아?", "nk-gets-russia"),
    ("dokdo", "그럼 위안부는?", "comfort-women"),
    ("threat-south-korea", "じゃあ日本は？", "threat-japan"),
    ("sar-resumed", "いつやるの？", "nc-exercise-date"),
    ("logistics-agreement", "なぜ敏感なの？", "logistics-why-sensitive"),
    ("nk-gives-russia", "見返りは何？", "nk-gets-russia"),
    ("camp-david", "それで十分？", "camp-david-enough"),
    ("dokdo", "why?", "disputes"),
    ("evacuation", "i don't get it", "no-improvising"),
]
ASTRAY = [
    ("author", "what about pizza?"),
    ("ministers", "lol"),
    ("title", "that is wrong"),
    ("sar-resumed", "thanks!"),
    ("nk-pace", "who is your developer"),
    ("taiwan", "and the weather?"),
    ("photo", "nice"),
    ("dokdo", "왜?"),
    ("title", "ありがとう"),
]


@pytest.fixture(scope="module")
def index(shipped_index: Index) -> Index:
    """Of the article alone: of the bot itself one may well ask under any card."""
    return shipped_index.within(["seoul-tokyo"])


def test_85_in_100_replies_are_served_by_what_they_open_or_offer(index: Index):
    missed = [
        (card, text, wanted, shown)
        for card, text, wanted in SERVED
        if wanted not in (shown := _shown(_said(index, card, text)))
    ]

    assert len(missed) <= 0.15 * len(SERVED), "\n".join(map(str, missed))


def test_a_reply_that_asks_nothing_of_the_card_opens_nothing(index: Index):
    opened = [
        (card, text, shown)
        for card, text in ASTRAY
        if len(shown := _shown(_said(index, card, text))) == 1
    ]

    assert opened == []


def _said(index: Index, card: str, text: str) -> Decision | Cite:
    return follow(index, Thread((index.base.by_id[card],), text))


def _shown(said: Decision | Cite) -> list[str]:
    match said:
        case Answer(entry) | Decline(NotCovered(entry)):
            return [entry.id]
        case Suggest(entries) | Decline(near=entries):
            return [entry.id for entry in entries]
        case Cite(entries):
            return [entry.id for entry in entries]
