from hypothesis import given
from hypothesis import strategies as st

from gestae.loaders.layout import blocks, clean

PLAN = """A Plan for the Harbour

The agency will:

- dredge the channel
- mark the shoals

Section 2. Costs

(a) The Secretary shall report;
(b) the Director shall review."""


def test_a_list_item_knows_the_line_that_introduces_it() -> None:
    items = [b for b in blocks(PLAN) if b.role == "item" and "channel" in b.text]
    assert [b.lead for b in items] == ["The agency will:"]


def test_a_short_line_in_capitals_or_title_case_is_a_heading() -> None:
    assert [
        b.text for b in blocks("A Plan for the Harbour\n\nThe port was closed in May.") if b.role == "heading"
    ] == ["A Plan for the Harbour"]
    assert [b.role for b in blocks("THE HARBOUR PLAN")] == ["heading"]


def test_lettered_paragraphs_of_an_order_are_items_without_their_letters() -> None:
    assert "The Secretary shall report;" in [b.text for b in blocks(PLAN) if b.role == "item"]


def test_the_number_of_a_section_is_a_heading() -> None:
    assert [b.role for b in blocks("Section 2.\n\nThe Council meets each year.")] == ["heading", "paragraph"]


def test_a_heading_that_ran_into_its_section_is_told_from_it() -> None:
    text = "Sec. 3.\n\nPorts and Ferries The Council shall meet each year.\n\nThe Harbour Act The Council cited is old."
    told = [(b.role, b.text) for b in blocks(text)]
    assert told[1:3] == [("heading", "Ports and Ferries"), ("paragraph", "The Council shall meet each year.")]
    assert told[3] == ("paragraph", "The Harbour Act The Council cited is old.")


def test_hard_spaces_part_a_letter_from_its_item_as_others_do() -> None:
    text = "\u00a0 \u00a0(a)\u00a0 The Secretary shall report.\n\n\u2003•\u2003The Director shall review."
    assert [(b.role, b.text) for b in blocks(text)] == [
        ("item", "The Secretary shall report."),
        ("item", "The Director shall review."),
    ]


def test_lines_that_a_column_broke_are_one_paragraph() -> None:
    assert [b.text for b in blocks("The council met on Friday and\nagreed on a budget.")] == [
        "The council met on Friday and agreed on a budget."
    ]


def test_the_number_of_a_bill_is_no_list_item() -> None:
    assert [(b.role, b.text) for b in blocks("S. 921, the “Harbour Act,” which opens ports.")] == [
        ("paragraph", 'S. 921, the "Harbour Act," which opens ports.')
    ]


@given(st.text())
def test_every_block_stands_in_the_text_where_it_says(text: str) -> None:
    for block in blocks(text):
        assert len(block.text) == block.end - block.start
        assert block.text == clean(text[block.start : block.end])


@given(st.text())
def test_blocks_do_not_overlap_and_leave_out_only_space_and_marks(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert at <= block.start <= block.end
        at = block.end
