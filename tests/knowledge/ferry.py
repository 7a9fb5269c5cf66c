"""The made-up article of these tests, what is known of it, and three entries on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.knowledge.draft.source import Facts

WriteFolder = Callable[..., Path]

FERRY = """\
# The ferry that would not stop

Publisher and byline: The Quay (By: Ida Holm)
Date: 3 May 2026

[p1] The island's last ferry kept sailing through the strike. Its crew had voted on Monday.

> (pull quote) Nobody on the island owns a car

[p2] Nobody on the island owns a car, so the boat carries post, milk and the dentist.

## Winter on the pier

[p3] In winter the pier freezes. The crew clears it with salt and patience, every morning at six.

> (photo caption) The crew clears it with salt - Ida Holm

[p4] In winter the fares fall by half, and the crew sings for free.
"""

FACTS = Facts(
    id="ferry",
    title="The ferry that would not stop",
    publisher="The Quay",
    byline="Ida Holm",
    date="2026-05-03",
    url="https://quay.example/ferry",
)

ENTRIES = """\
- id: strike
  question: Did the ferry sail during the strike?
  phrasings: [ferry strike, was the boat cancelled]
  answer: It did, after a vote by the crew.
  kind: reported
  cites: [1]
  evidence: {1: [last ferry, "the ISLAND’S"], meta: [Ida Holm]}
  related: [pier]

- id: pier
  question: How is the pier kept clear?
  phrasings: [frozen pier, who clears the ice]
  answer: By hand, with salt.
  kind: reported
  cites: [3, caption]
  evidence: {3: [every morning at six], caption: [with salt]}

- id: captain-pay
  question: What does the captain earn?
  phrasings: [captain salary]
  answer: The article names no wage.
  kind: not_covered
  cites: []
""".replace("cites: [1]\n", "cites: [1, meta]\n")
