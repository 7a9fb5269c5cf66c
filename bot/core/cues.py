"""What a reply to a card asks for, told by its form: more, the source, or half a question."""

from __future__ import annotations

from enum import Enum, auto

from bot.core.guards import ASKING
from bot.core.text import Script, script, words

FEW_WORDS = 3
MANY_WORDS = 8
FEW_LETTERS = 14
"""Of Korean and Japanese, where words are not counted: Japanese does not part them."""


class Cue(Enum):
    """What a reply to a card is."""

    MORE = auto()
    SOURCE = auto()
    BARE = auto()
    """A question word that names nothing: "and why?"."""
    HALF = auto()
    """Something named, to be read beside the card's question: "what about Japan?"."""
    WHOLE = auto()
    """A question of its own."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    """Return the phrases of *text*, parted by commas, as `cue` compares them: without blanks."""
    return frozenset("".join(phrase.split()) for phrase in text.split(",")) - {""}


LEADING = _set(
    "and but or so then also ok okay well hm hmm oh ah yes now please pls plz tho though"
    " really sure wow huh interesting"
)
EXPECTANT = _set("and so also then but")
POINTING = _set("it its that this they them their those these he him his she her there")
ABOUT = [
    opener.split()
    for opener in (
        "what about",
        "how about",
        "what of",
        "more about",
        "more on",
        "tell me about",
        "tell me more about",
        "tell me more on",
        "explain",
    )
]
WHY = _phrases("""
    왜, 왜요, 왜죠, 왜 그래, 왜 그런가요, 왜 그렇죠, 왜 그런 거야, 이유는, 이유가 뭐야,
    이유가 뭔가요,
    なぜ, なぜですか, それはなぜ, それはなぜですか, なんで, なんでですか, どうして,
    どうしてですか, 理由は, 何故,
""")
BARE = (
    ASKING
    | POINTING
    | _set("the a come exactly not else so for long often many much soon far big")
    | WHY
    | _phrases("""
    언제, 언제요, 언제죠, 언제인가요, 어디, 어디요, 어디서, 어디에서, 누가, 누구, 누구요, 어떻게,
    어떻게요, 얼마나,
    いつ, いつですか, どこ, どこで, どこですか, 誰, 誰が, だれ, どうやって, どのように,
""")
)
MORE = _phrases("""
    more, tell me more, show me more, say more, any more, anything more, even more, some more,
    any more details, more info, more information, more detail, more details, details,
    in detail, in more detail,
    more about that, more about this, more about it, tell me more about that,
    tell me more about it, more on that, more on this, more on it, is there more,
    is there anything else, go on, keep going, continue, elaborate, can you elaborate,
    explain, explain it, explain that, explain this, explain more, please explain,
    can you explain, can you explain that, explain like im five, eli5, simpler, simply, simplify,
    simplify it, in simple words, in simple terms, in plain words, in other words,
    what do you mean, what does that mean, what does it mean, meaning, i dont understand,
    i dont get it, next, what else, anything else, something else, and what else,
    더, 더요, 더 알려줘, 더 알려 주세요, 더 말해줘, 더 말해 주세요, 더 자세히, 더 자세히 알려줘,
    더 자세히 알려 주세요, 더 있어, 더 있나요, 더 없어, 더 없나요, 자세히, 자세히 알려줘,
    자세히 알려 주세요, 자세하게, 계속, 계속해, 계속해 줘, 계속해 주세요, 또, 또 뭐 있어,
    또 있나요, 다른 건, 다른 내용은, 그리고, 그리고요, 그 밖에는,
    설명해 줘, 설명해 주세요, 쉽게, 쉽게 설명해 줘, 쉽게 설명해 주세요, 무슨 뜻이야,
    무슨 뜻이에요, 무슨 뜻인가요, 무슨 말이야, 무슨 말이에요, 이해가 안 돼, 이해가 안 돼요,
    もっと, もっと教えて, もっと教えてください, もっと詳しく, もっと詳しく教えて,
    もっと詳しく教えてください, 詳しく, 詳しく教えて, 詳しく教えてください, くわしく, 続き,
    続きは, 続けて, 続けてください, 他には, 他には何か, ほかには, それから, それで, 次, 次は,
    説明して, 説明してください, わかりやすく, 分かりやすく, わかりやすく説明して, 簡単に,
    簡単に説明して, どういう意味, どういう意味ですか, どういうこと, どういうことですか,
    意味がわからない, 意味がわかりません,
""")
SOURCE = _phrases("""
    source, sources, the source, your source, a source, any source, source for that,
    source on that, whats the source, what is the source, whats your source,
    what is your source, sources for that, citation, reference, link, the link, proof, evidence,
    quote, show me the source, says who, according to who, who says, who says so, who says that,
    who says this, who said that, who said this, who said so, who said it, who claims that,
    who thinks that, whose opinion is that, whose opinion is this, whose view is that,
    whose view is this, where does it say that, where does it say so, where does it say this,
    where is that from, where is this from, wheres that from, wheres this from,
    where does that come from, where did you get that, where did you read that, how do you know,
    how do you know that, which paragraph, what paragraph, which paragraph is that,
    really, for real, seriously, are you sure, are you sure about that, you sure, sure about that,
    how sure are you, are you certain, is that true, is this true, is it true, is that right,
    is this right, is that correct, is this correct, is that a fact, true, says you, prove it,
    i dont believe it, i dont believe you, i dont believe that, i doubt it, i doubt that,
    출처, 출처는, 출처는요, 출처요, 출처가 어디야, 출처가 어디예요, 출처가 어디인가요, 출처 알려줘,
    출처 알려 주세요, 출처 좀, 근거, 근거는, 근거가 뭐야, 근거가 뭔가요, 링크, 링크는, 링크 줘,
    링크 좀, 원문, 원문은, 누가 그래, 누가 그랬어, 누가 한 말이야, 누가 한 말인가요,
    누가 말했어, 누가 말했나요, 누가 그런 말을 했나요, 누구 의견이야, 누구 의견인가요,
    어디에 나와, 어디에 나와요, 어디에 나오나요, 어디 나와, 어디서 나온 말이야,
    진짜, 진짜야, 진짜요, 진짜예요, 정말, 정말요, 정말이야, 정말이에요, 정말인가요, 확실해,
    확실해요, 확실한가요, 사실이야, 사실이에요, 사실인가요, 맞아, 맞아요, 맞나요, 못 믿겠어,
    出典, 出典は, 出典はどこ, 出典はどこですか, 出典は何ですか, 出典を教えて,
    出典を教えてください, ソース, ソースは, ソースはどこ, 根拠, 根拠は, 根拠は何ですか, リンク,
    リンクは, リンクをください, 原文, 原文は, 誰が言ったの, 誰が言った, 誰が言いましたか,
    誰が言っているの, 誰が言っているのですか, 誰の意見, 誰の意見ですか, どこに書いてある,
    どこに書いてあるの, どこに書いてありますか, どこに載っていますか,
    本当, 本当に, 本当ですか, ほんと, ほんとに, ほんとう, マジ, マジで, まじで, 確か, 確かですか,
    間違いない, 間違いないですか, 事実, 事実ですか, 合ってる, 合っていますか, 信じられない,
""")


def cue(text: str) -> Cue:
    """Return what *text*, a reply to a card, asks for."""
    said = words(text)
    if "".join(said) in SOURCE:
        return Cue.SOURCE
    own = after_leading(said)
    if not own:
        return Cue.MORE if EXPECTANT.intersection(said[-1:]) else Cue.WHOLE
    joined = "".join(own)
    if joined in MORE:
        return Cue.MORE
    if joined in SOURCE:
        return Cue.SOURCE
    if joined in BARE or (len(own) <= MANY_WORDS and BARE.issuperset(own)):
        return Cue.BARE
    if script(said) is Script.EAST_ASIAN:
        return Cue.HALF if len(joined) <= FEW_LETTERS else Cue.WHOLE
    return Cue.HALF if _leans(said, own) else Cue.WHOLE


def asks_why(text: str) -> bool:
    """Tell whether *text*, a bare question, asks for a reason."""
    named = topic(text).split()
    return "why" in named or "".join(named) in WHY


def after_leading(said: list[str]) -> list[str]:
    """Return *said* without the words that only lead over to it, at either end."""
    first, last = 0, len(said)
    while first < last and said[first] in LEADING:
        first += 1
    while last > first and said[last - 1] in LEADING:
        last -= 1
    return said[first:last]


def topic(text: str) -> str:
    """Return what *text* names: "and what about Japan then" names "japan"."""
    own = after_leading(words(text))
    if own[:2] == ["how", "come"]:
        own = ["why", *own[2:]]
    return " ".join(own[_about(own) :])


def _about(own: list[str]) -> int:
    """Return how many words come before what *own* is about, as in "what about": mostly none."""
    fitting = (len(opener) for opener in ABOUT if own[: len(opener)] == opener)
    count = max(fitting, default=0)
    return count if count < len(own) else 0


def _leans(said: list[str], own: list[str]) -> bool:
    """Tell whether English words lean on something said before."""
    led = len(own) < len(said) or _about(own) > 0
    return len(own) <= FEW_WORDS or (
        len(own) <= MANY_WORDS and (led or not POINTING.isdisjoint(own))
    )
