"""The bytes of an article, from a file or from the web, within bounds."""

from __future__ import annotations

import http.client
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError

from bot import __version__
from bot.errors import DraftError
from bot.knowledge.reading.reading import Progress

LIMIT_BYTES = 20 * 1024 * 1024
TIMEOUT_S = 20
_CHUNK_BYTES = 64 * 1024
_SAVE_IT = "open it in a browser, save it, and draft from that file"


@dataclass(frozen=True, slots=True)
class Original:
    """An article as it came. *charset* and *url* are empty where nobody named them."""

    name: str
    content: bytes
    charset: str = ""
    url: str = ""


def is_url(source: str) -> bool:
    """Tell whether *source* is an address rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def obtain(source: str, progress: Progress) -> Original:
    """Return what is at *source*; raise `DraftError` where it cannot be had, or is too long."""
    if "://" in source and not is_url(source):
        raise DraftError(
            f"{source} is at no address that can be read: name one with https:// or http://, "
            "or a file."
        )
    found = _from_web(source, progress) if is_url(source) else _from_file(Path(source))
    if not found.content.strip():
        raise DraftError(f"{source} is empty: name a file or page with the article's text.")
    return found


def _from_file(path: Path) -> Original:
    try:
        with path.open("rb") as file:
            content = file.read(LIMIT_BYTES + 1)
    except OSError as error:
        raise DraftError(
            f"{path} cannot be read ({error.strerror}): name a file, or an address with https://."
        ) from None
    if len(content) > LIMIT_BYTES:
        raise _too_long(str(path))
    return Original(str(path), content)


def _from_web(url: str, progress: Progress) -> Original:
    agent = {"User-Agent": f"footnote/{__version__}", "Accept": "text/html, application/pdf, */*"}
    try:
        request = urllib.request.Request(url, headers=agent)  # noqa: S310 - is_url has looked
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
            total = int(answer.headers.get("Content-Length") or 0)
            content = b"".join(_chunks(url, answer, total, progress))
            charset = answer.headers.get_content_charset("")
            address = answer.geturl().split("#")[0]
    except HTTPError as error:
        error.close()
        raise DraftError(f"{url} {_refusal(error.code)}.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise DraftError(
            f"{url} cannot be reached ({reason}): check the address and the network."
        ) from None
    if len(content) < total:
        raise DraftError(f"{url} broke off after {len(content)} of {total} bytes: try again.")
    return Original(url, content, charset, address)


def _chunks(url: str, answer: IO[bytes], total: int, progress: Progress) -> Iterator[bytes]:
    done = 0
    if total > LIMIT_BYTES:
        raise _too_long(url)
    while chunk := answer.read(_CHUNK_BYTES):
        done += len(chunk)
        if done > LIMIT_BYTES:
            raise _too_long(url)
        progress("Loading", done, total)
        yield chunk


def _refusal(status: int) -> str:
    if status in (401, 402, 403, 451):
        return f"is not open to programs (status {status}): {_SAVE_IT}"
    if status in (404, 410):
        return f"is no page (status {status}): correct the address"
    return f"answered with status {status}: try again later, or {_SAVE_IT}"


def _too_long(name: str) -> DraftError:
    limit = LIMIT_BYTES // 1024 // 1024
    return DraftError(f"{name} is over {limit} MiB: save the article's text alone, draft from it.")
