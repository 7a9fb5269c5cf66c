"""A source is called what it is: an article reports, a manual says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import BAKERY, FUEL, NO_PRICE, OPENED

from bot.core.cited import cited
from bot.core.decide import choose
from bot.core.forms import ABOUT, LEADS, UNSAID
from bot.core.model import Base, Entry, Form, Kind
from bot.core.reply import reply
from bot.core.speech import ENGLISH

(BOOK,) = BAKERY.sources
HANDBOOK: Base = replace(BAKERY, sources=(replace(BOOK, form=Form.MANUAL),))


@pytest.mark.parametrize(
    ("base", "entry", "said"),
    [
        (BAKERY, FUEL, "The article reports"),
        (HANDBOOK, FUEL, "The manual says"),
        (BAKERY, OPENED, "Background from the article"),
        (HANDBOOK, OPENED, "Background from the manual"),
        (BAKERY, NO_PRICE, "The article does not say"),
        (HANDBOOK, NO_PRICE, "The manual does not say"),
    ],
)
def test_a_card_names_the_form_of_the_source_of_its_entry(base: Base, entry: Entry, said: str):
    assert reply(choose(base, entry.id, "en"), base).lead == said
    assert cited((entry,), base, ENGLISH).lead == said


@pytest.mark.parametrize("form", Form)
def test_every_form_has_all_its_words(form: Form):
    assert ABOUT[form]
    assert UNSAID[form]
    assert set(LEADS[form]) == set(Kind)
