"""The text of each place that may be cited, where the article is at hand."""

from __future__ import annotations

from bot.knowledge.article import Article
from bot.knowledge.schema import Place


def passages_of(article: Article) -> dict[Place, str]:
    """Return the text of every paragraph, of the caption and of what stands above them."""
    passages: dict[Place, str] = {int(each.key[1:]): each.text for each in article.paragraphs}
    passages["meta"] = article.header
    passages["caption"] = " ".join(block.text for block in article.of("caption"))
    return passages
