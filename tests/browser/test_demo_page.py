"""The demo page in a real browser: what a newcomer does first."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def address(cache: str) -> Iterator[str]:
    """A running demo; Ctrl-C must end it without a traceback."""
    command = [sys.executable, "-m", "bot", "demo", "--no-browser"]
    small = {"KNOWLEDGE_DIR": str(ROOT / "tests" / "base"), "CACHE_DIR": cache}
    variables = os.environ | small
    with subprocess.Popen(
        command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as demo:
        assert demo.stdout is not None
        printed = re.search(r"http://127\.0\.0\.1:\d+/#\S+", demo.stdout.readline())
        if not printed:
            demo.kill()
        assert printed, demo.communicate()
        yield printed.group()
        demo.send_signal(signal.SIGINT)
        _, errors = demo.communicate(timeout=20)
        assert demo.returncode == 0
        assert errors == ""


@pytest.fixture
def page(browser, address: str):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(15_000)
    page.goto(address)
    page.get_by_text("Viewport updated").wait_for()  # the page drops what is typed earlier
    yield page
    page.close()


def test_a_picked_question_shows_its_card_and_the_link_to_the_passage(page):
    _composer(page).click()
    page.keyboard.type("/ask")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name=re.compile("question")).press_sequentially("north tower")
    page.get_by_role("option", name="What is the north tower built of?").click()
    page.locator("#send-message").click()

    card = page.get_by_role("article").filter(has_text="What is the north tower built of?").last
    address = card.get_by_role("link", name="Paragraph 2").get_attribute("href")
    assert address.endswith("#:~:text=The%20north%20tower%20%281887%29,of%20red%20granite")


def test_a_mention_by_name_is_answered_and_leads_on_from_there(page):
    """The page has no name completion: the demo reads ``@Footnote`` as Discord's client would."""
    card = _asked(page, "does anybody live in the lighthouses?", "run from the harbour office")
    card.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Will there be a foghorn?").last.click()

    page.get_by_text("The author expects one within two years").last.wait_for()
    page.get_by_text("Only you can see this").last.wait_for()


def test_topics_lead_by_two_selects_to_a_card(page):
    """Not by the first question: its value is the topic's, and the page sends no value twice."""
    _command(page, "/topics")

    _choose(page, "Choose a topic", "The keepers")
    page.get_by_text("2 questions").last.wait_for()
    page.locator("#action-status").get_by_text("Callback completed").wait_for()
    _choose(page, "Choose a question", "Will there be a foghorn?")

    card = page.get_by_role("article").filter(has_text="All topics").last
    card.get_by_text("The author expects one within two years").wait_for()


def test_helpful_is_counted_and_why_is_told(page):
    card = _asked(page, "who are the keepers of the lighthouses", "run from the harbour office")
    card.get_by_role("button", name="Helpful").click()
    page.get_by_text("Counted as helpful, thank you.").last.wait_for()

    card.get_by_role("button", name="Why?").click()
    page.get_by_text("The nearest wording that I know").last.wait_for()


def test_what_is_not_right_is_sent_by_a_form(page):
    page.get_by_role("button", name="Not right").last.click()
    form = page.get_by_role("dialog")
    form.get_by_role("radio", name="It is hard to understand").check()
    form.get_by_role("textbox").fill("Which lighthouse?")
    form.get_by_role("button", name="Submit").click()

    page.get_by_text("Counted as not right and passed on to the curators").last.wait_for()


def test_the_menu_of_a_message_has_been_used_and_its_answer_can_be_posted(page):
    """The page itself has no such menu: simcord does not show them."""
    page.get_by_role("button", name="Post as reply").last.click()

    page.get_by_role("article").filter(has_text="Posted by @Robin").last.wait_for()


@pytest.mark.parametrize(
    ("viewer", "heading"), [("지민", "질문하는 방법"), ("さくら", "質問のしかた")]
)
def test_one_may_look_as_somebody_with_another_language(page, viewer: str, heading: str):
    page.get_by_label("Viewing as").select_option(label=viewer)
    page.locator("#action-status").get_by_text("Preview ready").wait_for()

    _command(page, "/help")

    page.get_by_text(heading).last.wait_for()


def test_each_tab_of_the_settings_shows_what_is_set(page):
    """The page remembers a select by its number, or else by its place in the message."""
    page.get_by_label("Viewing as").select_option(label="Sam, moderator")
    page.locator("#action-status").get_by_text("Preview ready").wait_for()
    _command(page, "/settings")
    card = page.get_by_role("article").filter(has_text="Settings").last

    for tab, shown in (("Noise", "Within the last 5 messages"), ("Curators", "curators")):
        card.get_by_role("button", name=tab).click()
        card.get_by_role("combobox").filter(has_text=shown).wait_for()


def test_the_page_opens_on_a_conversation(page):
    """Each kind of statement is there to see before anything is typed."""
    for shown in ("The article reports", "The article does not say", "The author expects"):
        page.get_by_role("log").get_by_text(shown).first.wait_for()


def test_the_page_shows_the_real_time(page):
    """The simulated clock starts in January 2026 and must have followed."""
    today = datetime.now(UTC)

    stamp = page.get_by_role("log").locator("time").last.get_attribute("datetime")

    assert abs(today - datetime.fromisoformat(stamp)) < timedelta(minutes=2)


def _command(page, command: str) -> None:
    _composer(page).click()
    page.keyboard.type(command)
    page.keyboard.press("Enter")
    page.locator("#send-message").click()


def _choose(page, placeholder: str, option: str) -> None:
    page.get_by_role("combobox", name=placeholder).last.click()
    page.get_by_role("option", name=option).last.click()


def _asked(page, question: str, answer: str):
    """Return the card with *answer* that a mention with *question* gets."""
    _composer(page).click()
    page.keyboard.type(f"@footnote {question}")
    page.keyboard.press("Enter")
    page.get_by_text("Message sent").wait_for()
    return page.get_by_role("article").filter(has_text=answer).last


def _composer(page):
    return page.get_by_role("textbox", name=re.compile("Message"))
