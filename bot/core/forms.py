"""What a source is called in the texts around its answers, by its form. All are messages."""

from __future__ import annotations

from bot.core.model import Form, Kind
from bot.core.speech import marked

ABOUT = {
    Form.ARTICLE: marked("About the article"),
    Form.MANUAL: marked("About the manual"),
}
UNSAID = {
    Form.ARTICLE: marked("What the article does not say"),
    Form.MANUAL: marked("What the manual does not say"),
}
LEADS = {
    Form.ARTICLE: {
        Kind.REPORTED: marked("The article reports"),
        Kind.ARGUED: marked("The author argues"),
        Kind.FORECAST: marked("The author expects"),
        Kind.BACKGROUND: marked("Background from the article"),
        Kind.NOT_COVERED: marked("The article does not say"),
    },
    Form.MANUAL: {
        Kind.REPORTED: marked("The manual says"),
        Kind.ARGUED: marked("The manual advises"),
        Kind.FORECAST: marked("The manual announces"),
        Kind.BACKGROUND: marked("Background from the manual"),
        Kind.NOT_COVERED: marked("The manual does not say"),
    },
}


def lead(form: Form, kind: Kind) -> str:
    """Return the message that says whose word an answer of this *kind* is."""
    return LEADS[form][kind]
