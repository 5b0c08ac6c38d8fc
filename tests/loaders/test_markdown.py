import datetime
import re
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from gestae.loaders.formats import Extracted, Source
from gestae.loaders.markdown import extract
from gestae.ontology.errors import InputError

SHEET = """---
title: What the office did
date: 2019-05-02
publisher: Office of Trials
---

# What the office did

The **Office** [opened](https://example.org/a "title") two _shelters_.  ![logo](a.png)
It trained 20 nurses.

<!-- a remark -->

* First, with `code` &amp; an escaped \\* star
* Second
    - below the second
    - and once more

7. Seventh
8. Eighth

Year | Convictions
-----|------------
2017 | 499

> Quoted words

    (i) an indented clause;
    (ii) another
"""


def read(text: str) -> Extracted:
    return extract(Source("a.md", text.encode(), 10**6))


def reduce(text: str) -> str:
    return read(text).text


def test_markup_goes_and_words_stay() -> None:
    assert read(SHEET).text == (
        "What the office did\n\n"
        "The Office opened two shelters.\nIt trained 20 nurses.\n\n"
        "- First, with code & an escaped * star\n"
        "- Second\n"
        "  - below the second\n"
        "  - and once more\n\n"
        "7. Seventh\n"
        "8. Eighth\n\n"
        "Year | Convictions\n"
        "2017 | 499\n\n"
        "Quoted words\n\n"
        "(i) an indented clause;\n(ii) another"
    )


def test_front_matter_is_stated_and_the_first_heading_is_said() -> None:
    read_sheet = read(SHEET)
    assert read_sheet.stated == {
        "title": "What the office did",
        "date": datetime.date(2019, 5, 2),
        "publisher": "Office of Trials",
    }
    assert read_sheet.said == {"title": "What the office did"}
    assert read("## Not this\n\n# The *title* of it\n\nText").said == {"title": "The title of it"}
    assert read("No heading at all").said == {}


def test_numbers_of_lists_stay_as_they_are_written() -> None:
    assert reduce("1. one\n1. uno\n5. five") == "1. one\n1. uno\n5. five"
    assert reduce("3) three\n4) four") == "3) three\n4) four"


def test_a_paragraph_inside_an_item_stands_apart_under_it() -> None:
    assert reduce("- one\n\n  more of one\n\n- two") == "- one\n\n  more of one\n- two"


def test_lines_wrapped_at_a_column_are_joined_and_meant_breaks_stay() -> None:
    wrapped = (
        "The Office of Trials won verdicts against nearly 500 wreckers in\n"
        "the U.S. courts and the Bureau of Rings dismantled forty-two of the worst\n"
        "(a) enterprises.\n\nTHE OFFICE,\nMay 2, 2019.\n\nOne  \ntwo"
    )
    assert reduce(wrapped) == (
        "The Office of Trials won verdicts against nearly 500 wreckers in "
        "the U.S. courts and the Bureau of Rings dismantled forty-two of the worst\n"
        "(a) enterprises.\n\nTHE OFFICE,\nMay 2, 2019.\n\nOne\ntwo"
    )


def test_lines_of_a_text_that_is_not_wrapped_stay() -> None:
    long = "The Office of Trials won verdicts against nearly 500 wreckers in the courts of the land, " * 2
    text = f"{long.strip()}\n{long.strip()}\nand the rest"
    assert reduce(text) == text


def test_html_inside_is_read_as_text() -> None:
    text = "Before\n\n<table><tr><td>State</td><td>12</td></tr></table>\n\nA <u>line</u> with<br>a break"
    assert reduce(text) == "Before\n\nState | 12\n\nA line with\na break"


def test_an_element_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert "The office acted." in reduce("<nav>\n\nmenu\n\nThe office acted.")
    assert "The office acted." in reduce("See <script> here.\n\nThe office acted.")


def test_control_characters_by_entity_do_not_get_through() -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", read("a &#7; b &#27; c").text)


WORDS = st.lists(st.from_regex(r"[A-Za-z]{1,12}", fullmatch=True), min_size=1, max_size=12)


@given(st.lists(st.tuples(st.sampled_from(["", "- ", "# ", "> ", "**", "    "]), WORDS), max_size=8))
def test_no_word_is_lost_or_made(blocks: list[tuple[str, list[str]]]) -> None:
    text = "\n\n".join(mark + " ".join(words) + (mark if mark == "**" else "") for mark, words in blocks)
    assert re.findall(r"\w+", reduce(text)) == [word for _, words in blocks for word in words]


@given(st.text())
def test_any_text_can_be_reduced(text: str) -> None:
    with suppress(InputError):
        reduce(text)


def test_a_text_full_of_brackets_takes_no_time() -> None:
    assert reduce("![" * 200_000).startswith("![![")
