"""Korean particles that depend on how the word before them ends.

Translators write both forms, as Korean forms and software do: ``{name}을(를)``.
"""

from __future__ import annotations

import re

_FINAL_SOUNDS = 28
_RIEUL = 8
_DIGITS_WITH_FINAL = "013678"
_LETTERS_WITH_FINAL = "lmnr"
_FORMS = {
    "을(를)": ("을", "를"),
    "이(가)": ("이", "가"),
    "은(는)": ("은", "는"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
}
_BOTH = re.compile(
    rf"(?P<last>[^\W_])(?P<closing>[\W_]*?)(?P<forms>{'|'.join(map(re.escape, _FORMS))})"
)


def resolve(text: str) -> str:
    """Return *text* with each pair of forms replaced by the one that the word before it takes."""
    return _BOTH.sub(_chosen, text)


def _chosen(found: re.Match[str]) -> str:
    after_final, after_vowel = _FORMS[found["forms"]]
    final = _final_sound(found["last"])
    ends_like_a_vowel = not final or (found["forms"] == "(으)로" and final == _RIEUL)
    return found["last"] + found["closing"] + (after_vowel if ends_like_a_vowel else after_final)


def _final_sound(letter: str) -> int:
    """Return the number of the final consonant, 0 for none; a guess for what is not Hangul."""
    if "가" <= letter <= "힣":
        return (ord(letter) - ord("가")) % _FINAL_SOUNDS
    if letter in "178" or letter.lower() in "lr":
        return _RIEUL
    return int(letter in _DIGITS_WITH_FINAL or letter.lower() in _LETTERS_WITH_FINAL)
