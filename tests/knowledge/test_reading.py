"""An article is read wherever it is, or it is said in one sentence why not."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from ferry import FERRY
from papers import PAGE, PARAGRAPHS, pdf
from website import Page, website

from bot.errors import DraftError
from bot.knowledge.reading.original import LIMIT_BYTES
from bot.knowledge.reading.read import read_article
from bot.knowledge.reading.told import told_by

TOLD = {
    "title": "The ferry that would not stop",
    "publisher": "The Quay",
    "byline": "Ida Holm",
    "date": "2026-05-03",
}
TEXT_PAGE = {"Content-Type": "text/plain; charset=utf-8"}


def paragraphs(source: str) -> list[str]:
    return [block.text for block in read_article(source).article.paragraphs]


def refused(source: str) -> str:
    with pytest.raises(DraftError) as caught:
        read_article(source)
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        FERRY.encode(),
        b"\xef\xbb\xbf" + FERRY.encode(),
        FERRY.encode("utf-16"),
        PAGE.encode(),
        PAGE.replace("utf-8", "windows-1252").encode("cp1252"),
    ],
)
def test_text_markdown_and_html_have_the_same_paragraphs(content: bytes, tmp_path: Path) -> None:
    """What a file is shows in it, whatever its name says."""
    path = tmp_path / "article"
    path.write_bytes(content)

    assert paragraphs(str(path)) == PARAGRAPHS
    assert read_article(str(path)).told.items() >= TOLD.items()


def test_an_address_is_read_and_told_as_the_link_where_the_page_names_none() -> None:
    loaded: list[tuple[str, int, int]] = []
    page = PAGE.replace('<link rel="canonical" href="https://quay.example/ferry">', "")
    with website({"/ferry": Page(page.encode())}) as address:
        found = read_article(f"{address}/ferry", lambda *each: loaded.append(each))

    assert [block.text for block in found.article.paragraphs] == PARAGRAPHS
    assert found.told["url"] == f"{address}/ferry"
    assert loaded[-1] == ("Loading", len(page.encode()), len(page.encode()))


def test_a_redirect_is_followed_and_a_canonical_link_believed() -> None:
    moved = Page(b"", {"Location": "/new"}, status=301)
    with website({"/old": moved, "/new": Page(PAGE.encode())}) as address:
        found = read_article(f"{address}/old")

    assert found.told["url"] == "https://quay.example/ferry"


def test_the_encoding_that_a_server_names_comes_before_the_page_s_own() -> None:
    headers = {"Content-Type": "text/html; charset=utf-8"}
    wrong = PAGE.replace('charset="utf-8"', 'charset="euc-kr"').replace("The Quay", "Quai d’Été")
    with website({"/": Page(wrong.encode(), headers)}) as address:
        assert read_article(f"{address}/").told["publisher"] == "Quai d’Été"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (Page(b"", status=403), "is not open to programs (status 403): open it in a browser"),
        (Page(b"", status=402), "is not open to programs (status 402)"),
        (Page(b"", status=404), "is no page (status 404): correct the address."),
        (Page(b"", status=503), "answered with status 503: try again later"),
        (Page(b"  \n"), "is empty: name a file or page with the article's text."),
        (Page(b"<html>", length=50_000_000), "is over 20 MiB: save the article's text alone"),
        (Page(b"<html>", length=1000), "broke off after 6 of 1000 bytes: try again."),
        (Page(b"\x89PNG\r\n"), "is no text: save it as text, Markdown, HTML or PDF."),
    ],
)
def test_a_page_that_cannot_be_had_is_told_with_what_to_do(page: Page, said: str) -> None:
    with website({"/": page}) as address:
        assert said in refused(f"{address}/")


def test_an_address_where_nobody_answers_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"

        assert refused(address).startswith(f"{address} cannot be reached (")


@pytest.mark.parametrize("address", ["http://", "http://[nowhere", "https://a b.example/"])
def test_what_only_looks_like_an_address_is_told(address: str) -> None:
    assert "cannot be reached" in refused(address)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"Title\n\nno sentence", "holds no paragraph: part them by blank lines"),
        (b"PK\x03\x04 a Word file", "is no text: save it as"),
        (
            "h\u00e4lt".encode("latin-1"),
            ":1: a character is not UTF-8: save it anew as UTF-8.",
        ),
        ("It\u2019s.".encode().decode("cp1252").encode(), "was read in a wrong encoding before"),
        (b"%PDF-1.7\nno pdf", "is a damaged PDF"),
        (pdf([[]]), "holds no text, only pictures perhaps"),
        (pdf([["A line."]], password="salt"), "is locked by a password: save it without one."),
    ],
)
def test_a_file_that_is_no_article_is_told_with_what_to_do(
    content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "article"
    path.write_bytes(content)

    assert said in refused(str(path))


def test_a_huge_file_is_refused_before_it_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    assert LIMIT_BYTES < 50_000_000
    assert "is over 20 MiB" in refused(str(path))


@pytest.mark.parametrize("source", ["ftp://gazette.example/ferry.md", "file:///tmp/ferry.md"])
def test_an_address_of_another_kind_is_told(source: str) -> None:
    """As a file it would be looked for here, and missed with a strange name."""
    said = f"{source} is at no address that can be read: name one with https:// or http://, or a "
    assert refused(source).startswith(said)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory)" in refused(str(tmp_path / "ferry.md"))
    assert "cannot be read (Is a directory)" in refused(str(tmp_path))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("# The ferry", {"title": "The ferry"}),
        ('title: "The ferry"', {"title": "The ferry"}),
        ("Publisher and byline: The Quay (By: Ida Holm)", {"publisher": "The Quay"}),
        ("Publisher and byline: The Quay (By: Ida Holm)", {"byline": "Ida Holm"}),
        ("By Ida Holm", {"byline": "Ida Holm"}),
        ("Author: Ida Holm", {"byline": "Ida Holm"}),
        ("Date: 3 May 2026", {"date": "2026-05-03"}),
        ("May 3, 2026", {"date": "2026-05-03"}),
        ("date: 2026-05-03T08:00:00Z", {"date": "2026-05-03"}),
        ("https://quay.example/ferry", {"url": "https://quay.example/ferry"}),
        ("URL: <https://quay.example/ferry>", {"url": "https://quay.example/ferry"}),
    ],
)
def test_the_lines_above_an_article_tell_of_it(line: str, told: dict[str, str]) -> None:
    assert told_by(line).items() >= told.items()


def test_a_line_without_a_fact_tells_nothing() -> None:
    assert told_by("In 2026 the ferry kept sailing.\n\nBybye") == {}
