"""The made-up article in the forms that articles come in."""

from __future__ import annotations

import io
from collections.abc import Sequence

from ferry import FERRY
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from bot.knowledge.article import parse_article

PARAGRAPHS = [block.text for block in parse_article(FERRY).paragraphs]

PAGE = f"""\
<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>The ferry that would not stop | The Quay</title>
<meta property="og:title" content="The ferry that would not stop">
<meta property="og:site_name" content="The Quay"><meta name="author" content="Ida Holm">
<meta property="article:published_time" content="2026-05-03T08:00:00Z">
<link rel="canonical" href="https://quay.example/ferry">
<style>p {{ margin: 1em }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul></nav>
<aside class="teaser"><a href="/w">In winter the pier freezes</a></aside>
<main><article><h1>The ferry that would not stop</h1><p class="by">By Ida Holm</p>
<p>{PARAGRAPHS[0].replace("Monday", "<a href='/m'>Monday</a>")}</p>
<blockquote>Nobody on the island owns a car</blockquote>
<p>{PARAGRAPHS[1]}</p>
<h2>Winter on the pier</h2>
<p>{PARAGRAPHS[2]}</p>
<figure><img src="crew.jpg" alt=""><figcaption>The crew clears it with salt - Ida Holm</figcaption>
</figure>
<p>{PARAGRAPHS[3]}</p></article></main>
<div hidden>In winter the fares</div>
<footer><p>Copyright The Quay.</p></footer></body></html>
"""


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", password: str = "") -> bytes:
    """Return a PDF with these lines on its pages; an empty line leaves space."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(_text(lines).encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _text(lines: Sequence[str]) -> str:
    shown = []
    for number, line in enumerate(lines):
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown.append(f"BT /F1 11 Tf 60 {780 - 14 * number} Td ({escaped}) Tj ET")
    return "\n".join(shown)
