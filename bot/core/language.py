"""In which language a question is asked, by its letters and its smallest words.

Small words tell languages apart that share letters and, for the most part, names. They are mostly
ones that no other language here has, so that one is already a sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.core.text import words

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_KANA = re.compile(r"[\u3040-\u30ff]")

_SMALL_WORDS = {
    "en": "the of and to is are was were do does did what whats who why how when where which they "
    "it this that there with for from about will would should can could have has not been "
    "their",
    "de": "die was der das den dem ein eine einen einer und ist sind waren wurde wurden wird "
    "werden nicht mit von zu auf im vom zum zur fur uber wie wer wann warum wieso weshalb welche "
    "welcher welches wo woher wohin haben hat sich es sie ich wir ihr auch noch nur aber oder "
    "bei nach gibt kann konnen soll sollen beim als wenn dass mal eigentlich denn",
    "es": "el los las una y es son fue fueron era que quien cual cuando donde por para del como "
    "cuanto cuantos cuantas se ha han hay esta estan esto eso pero muy mas sobre hizo "
    "hicieron porque les le lo su sus ya entre tambien",
    "fr": "le les une des du et est sont etait ete que qui quoi quand ou pourquoi comment combien "
    "avec pour dans sur au aux ce cette ces il elle ils elles ne pas se leur leurs ont fait "
    "quel quelle quels quelles mais aussi cela ca",
}
ONLY_IN_ENGLISH = {
    "de": "Diese Antwort gibt es nur auf Englisch.",
    "es": "Esta respuesta solo está disponible en inglés.",
    "fr": "Cette réponse n’existe qu’en anglais.",
    "ja": "この回答は英語のみです。",
    "ko": "이 답변은 영어로만 제공됩니다.",
}
"""Said to whoever asked in a language in which the entry has no wording."""

_SPOKEN = {
    word: frozenset(lang for lang, small in _SMALL_WORDS.items() if word in small.split())
    for small in _SMALL_WORDS.values()
    for word in small.split()
}


def language(question: str) -> str:
    """Return the ISO 639-1 code of the language of *question*, or "" where nothing tells.

    A few bare names tell nothing, and neither does a tie between two languages.
    """
    if _HANGUL.search(question):
        return "ko"
    if _KANA.search(question):
        return "ja"
    return _by_small_words(words(question))


def _by_small_words(found: Sequence[str]) -> str:
    counts = Counter(lang for word in found for lang in _SPOKEN.get(word, ()))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]
