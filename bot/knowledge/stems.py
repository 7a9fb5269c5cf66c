"""The words of an English text that carry its meaning, each as its stem."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.text import Glossary, words

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those there here it its itself i im me my we our us you your he she
    him his her they them their who whom whose which what whats where when why how
    is isnt are arent was wasnt were be been being am do does did doing done dont doesnt didnt
    has have had having havent hasnt can could cant couldnt may might must shall should will
    would wont wouldnt
    and or but nor so yet if then than as because since while whereas although though whether
    of in on at by for from to into onto out over under up down off with without within
    about above below between among across through during before after against
    along around behind beyond near per toward towards upon via until
    not no neither either both all any each every some such own same other another
    very too also just only even still already again ever never more most much many less
    few little rather quite now
    one two first second
    """.split()  # noqa: SIM905 - words in rows are read more easily than a list
)


class Stems:
    """Finds stems by Snowball's English rules; every alias counts as the name it stands for.

    Needs the extra ``curate``, see `bot.knowledge.extras.need_curate`.
    """

    def __init__(self, glossary: Glossary) -> None:
        import snowballstemmer

        self._glossary = glossary
        snowball: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
        self._stems: dict[str, str] = {}
        self._snowball = snowball

    def content_words(self, text: str) -> list[str]:
        """Return the words of *text*, aliases read as their names, that carry meaning."""
        return [word for word in self._glossary.read(words(text)) if word not in FUNCTION_WORDS]

    def stem(self, word: str) -> str:
        """Return the stem of one word in small letters."""
        if word not in self._stems:
            self._stems[word] = self._snowball(word)
        return self._stems[word]

    def of(self, text: str) -> list[str]:
        """Return the stem of each content word of *text*, in order."""
        return [self.stem(word) for word in self.content_words(text)]
