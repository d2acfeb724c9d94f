"""The reference page of messages is what the broken files earn, no more and no less."""

from tests.message_page import PAGE, all_said, page


def test_the_page_of_messages_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make messages で作り直してください"


def test_at_least_25_distinct_mistakes_have_a_message() -> None:
    assert len({said.case for said in all_said()}) >= 25
