"""A made-up article about a village bakery, as values: a base that needs no files."""

from __future__ import annotations

from datetime import date

from bot.core.model import (
    Alias,
    Base,
    Citation,
    Entry,
    Form,
    Kind,
    Section,
    SmallTalk,
    Source,
    Wording,
)

ADDRESS = "https://crumb.example/bakery"


def cite(key: str, section: str = "The oven", url: str = "") -> Citation:
    """A place of the article; each has a link of its own."""
    url = url or f"{ADDRESS}#:~:text={key}"
    return Citation(
        "bakery", key, "The Daily Crumb", date(2026, 4, 9), Section(section, section), url
    )


def entry(
    id_: str,
    question: str,
    *phrasings: str,
    answer: str = "",
    kind: Kind = Kind.REPORTED,
    cites: tuple[str, ...] = ("p1",),
    related: tuple[str, ...] = (),
    translations: tuple[Wording, ...] = (),
) -> Entry:
    """An entry in English; its answer, unless given, names it."""
    wording = Wording("en", question, answer or f"The answer of {id_}.", phrasings)
    return Entry(id_, "bakery", kind, (wording, *translations), tuple(map(cite, cites)), related)


def small_base(
    *entries: Entry,
    small_talk: tuple[SmallTalk, ...] = (),
    glossary: tuple[Alias, ...] = (),
) -> Base:
    """A base of *entries* with one source."""
    source = Source(
        id="bakery",
        form=Form.ARTICLE,
        title="Bread before dawn",
        publisher="The Daily Crumb",
        byline="Otto Falk",
        published=date(2026, 4, 9),
        url=ADDRESS,
        sections=(),
        places=(),
    )
    return Base((source,), entries, small_talk, glossary, "0123456789ab")


FUEL = entry(
    "fuel",
    "What is the oven heated with?",
    "what do they burn in the oven",
    "which fuel heats the stove",
    "is it a wood fired oven",
    "oven fuel",
    "do they use gas or beech logs",
    answer="The oven is heated with beech logs.",
    cites=("p2",),
    related=("loaves", "nc-price", "shop"),
)
LOAVES = entry(
    "loaves",
    "How many loaves leave the oven each morning?",
    "how many loaves do they bake a day",
    "number of loaves baked each morning",
    "daily output of loaves",
    "how much bread do they make every day",
    "how many breads per day",
    answer="About 300 loaves leave the oven each morning.",
    cites=("p3",),
)
SORTS = entry(
    "sorts",
    "Which loaves leave the oven each morning?",
    "what loaves do they bake in the morning",
    "sorts of bread on the counter",
    "do they sell sourdough",
    "types of bread",
    "which kinds of bread can I buy",
    answer="Rye and sourdough.",
    cites=("p4",),
    translations=(
        Wording(
            "ko",
            "어떤 빵을 굽나요?",
            "호밀빵과 사워도를 굽습니다.",
            ("빵 종류", "무슨 빵이 있나요"),
        ),
        Wording(
            "ja",
            "どんなパンがありますか？",
            "ライ麦パンとサワードウです。",
            ("パンの種類", "何のパン"),
        ),
    ),
)
OPENED = entry(
    "opened",
    "When did the bakery open?",
    "what year was the bakery founded",
    "since when has the shop existed",
    "opening date of the bakery",
    "how long ago did it start",
    "in which year did they begin",
    answer="It opened in 1988.",
    kind=Kind.BACKGROUND,
    cites=("p1", "meta"),
)
FOUNDER = entry(
    "founder",
    "Who founded the bakery?",
    "who started the shop",
    "name of the owner",
    "whose bakery is it",
    "who is the baker",
    "tell me about the founder",
    answer="Greta Holm founded it.",
    kind=Kind.BACKGROUND,
    cites=("p1",),
)
SHOP = entry(
    "shop",
    "Will there be a second shop?",
    "are they planning another branch",
    "do they want to expand to the harbour",
    "will a new shop follow",
    "future plans of the bakery",
    "is a branch planned by the sea",
    answer="The author expects a branch at the harbour.",
    kind=Kind.FORECAST,
    cites=("p5",),
)
PRAISE = entry(
    "praise",
    "Why does the author admire the bakers?",
    "what does the author like about them",
    "opinion of the author on the bakers",
    "why are the bakers praised",
    "is the author a fan",
    "what is admirable about the bakers",
    answer="The author argues that they keep a craft alive.",
    kind=Kind.ARGUED,
    cites=("p6",),
)
NO_PRICE = entry(
    "nc-price",
    "How much does a loaf cost?",
    "what is the price of a loaf",
    "how expensive is the bread",
    "what do they charge for a roll",
    "cost of the rye bread in euros",
    "is the bread cheap",
    answer="The article gives no price.",
    kind=Kind.NOT_COVERED,
    cites=("p4",),
    related=("sorts",),
)
HELLO = SmallTalk(
    "hello",
    "en",
    "Hello. Ask me about the bakery.",
    ("hello", "hi", "hey there", "good morning to you", "hello bot", "hi everybody"),
)
HELLO_KO = SmallTalk("hello/ko", "ko", "안녕하세요.", ("안녕하세요", "안녕"))
RYE = Alias("rye", ("black bread", "rugbroed"))

BAKERY = small_base(
    *(FUEL, LOAVES, SORTS, OPENED, FOUNDER, SHOP, PRAISE, NO_PRICE),
    small_talk=(HELLO, HELLO_KO),
    glossary=(RYE,),
)
