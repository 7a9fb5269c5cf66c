"""What a reply to a card asks for, told by its form."""

from __future__ import annotations

import pytest

from bot.core.cues import Cue, cue, topic

MORE = [
    *(
        "more",
        "More!",
        "tell me more please",
        "ok, and?",
        "what else?",
        "go on",
        "any more details",
        "explain please",
        "what does that mean?",
    ),
    *("더 자세히 알려줘", "그리고?", "계속해 주세요", "무슨 뜻이에요?"),
    *("もっと詳しく教えてください", "他には？", "続きは？", "どういう意味ですか？"),
]
SOURCE = [
    *(
        "source?",
        "and the source?",
        "Who said that?",
        "says who",
        "where is that from?",
        "link pls",
        "really?",
        "are you sure about that?",
        "is that true",
    ),
    *("출처는요?", "출처가 어디예요?", "누가 한 말이야?", "진짜요?"),
    *("出典は？", "誰が言ったの？", "どこに書いてありますか", "本当ですか？"),
]
BARE = [
    *(
        "why?",
        "and why?",
        "but why is that?",
        "how come",
        "when exactly?",
        "how many?",
        "who is he",
    ),
    *("왜?", "왜 그런가요?", "언제요?"),
    *("なぜ？", "それはなぜですか", "いつですか？"),
]
HALF = [
    *("what about Japan?", "and the shop?", "how about rye", "gluten?", "who owns it?"),
    *("does he still bake there?", "and will they open another one?"),
    *("tell me more about the ovens they use", "explain the price"),
    *("일본은?", "그럼 가격은?"),
    *("日本は？", "値段はどう？"),
]
WHOLE = [
    *("when did the bakery open the new shop?", "ok", "yes please", "", "???"),
    "who is he and where was she when he did it, and how come",
    "tell me what they put into the sourdough that was sold there in the year of the flood",
    "그 빵집은 언제 문을 열었고 누가 운영하나요?",
    "このパン屋はいつ開店して誰が経営していますか",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, Cue.MORE) for text in MORE),
        *((text, Cue.SOURCE) for text in SOURCE),
        *((text, Cue.BARE) for text in BARE),
        *((text, Cue.HALF) for text in HALF),
        *((text, Cue.WHOLE) for text in WHOLE),
    ],
)
def test_the_form_of_a_reply_tells_what_it_asks_for(text: str, expected: Cue):
    assert cue(text) is expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("and what about Japan then?", "japan"),
        ("how about the rye bread", "the rye bread"),
        ("what about", "what about"),
        ("how come", "why"),
        ("ok so who owns it", "who owns it"),
        ("그럼 가격은?", "그럼 가격은"),
    ],
)
def test_a_topic_is_what_is_named_without_what_leads_to_it(text: str, named: str):
    assert topic(text) == named
