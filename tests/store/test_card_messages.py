"""Which message of the bot answered what."""

from __future__ import annotations

from records import card

from bot.store import NoCard, Store, open_store


async def test_a_card_is_found_by_its_message(store: Store):
    await store.cards.add(card(1))

    assert await store.cards.of_message(1) == card(1)
    assert await store.cards.of_message(2) == NoCard()


async def test_the_cards_of_a_question_come_oldest_first(store: Store):
    for message_id in (3, 2):
        await store.cards.add(card(message_id, question_message_id=9))
    await store.cards.add(card(4, question_message_id=10))

    assert await store.cards.of_questions({9}) == (card(2), card(3))


async def test_the_cards_of_several_questions_are_asked_for_at_once(store: Store):
    for message_id in (1, 2, 3):
        await store.cards.add(card(message_id, question_message_id=10 + message_id))

    assert await store.cards.of_questions({11, 13, 99}) == (
        card(1, question_message_id=11),
        card(3, question_message_id=13),
    )


async def test_a_forgotten_card_is_gone(store: Store):
    await store.remember(card(1))

    await store.cards.forget(1)

    assert await store.cards.of_message(1) == NoCard()


async def test_a_card_is_there_after_a_restart(url: str):
    async with open_store(url) as store:
        await store.remember(card(1))

    async with open_store(url) as store:
        assert await store.cards.of_message(1) == card(1)


async def test_an_edited_card_takes_the_place_of_the_former(store: Store):
    await store.remember(card(1, question_message_id=9))
    await store.remember(card(1, question_message_id=10))

    assert await store.cards.of_questions({9}) == ()
    assert await store.cards.of_message(1) == card(1, question_message_id=10)
