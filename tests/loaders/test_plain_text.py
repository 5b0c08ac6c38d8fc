import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.loaders.formats import Source
from gestae.loaders.plain_text import clean, decode, extract
from gestae.ontology.errors import BrokenInput

SENTENCE = "The bureau closed 42 rings – “at last”.\n"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_only_control_characters_change(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    expected = [" " if unicodedata.category(c) == "Cc" and c not in "\t\n" else c for c in lines]
    assert clean(text) == "".join(expected)


@given(st.text())
def test_what_is_stored_is_clean_and_can_be_written(text: str) -> None:
    stored = clean(text)
    assert clean(stored) == stored
    assert stored.encode().decode() == stored


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t")))
def test_a_text_without_control_characters_is_kept_exactly(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert extract(Source("a.txt", text.encode(), 10**6)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_told_apart_by_their_marks(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "a.txt") == SENTENCE


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_byte_orders(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + SENTENCE.encode(encoding), "a.txt") == SENTENCE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (SENTENCE.encode("cp1252"), "not UTF-8 .*Windows-1252"),
        (b"A fine text\x81 but for one byte", "not UTF-8"),
        (SENTENCE.encode("utf-16-le"), "UTF-16 without a byte-order mark"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "binary"),
        (b"A text with\x00 a hole", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\xff\xfeA", "begins with the mark of UTF-16"),
        (b"%PDF-1.7 and so on", "a PDF file"),
        (b"PK\x03\x04 and so on", "a ZIP archive"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(BrokenInput, match=reason) as raised:
        decode(data, "folder/a.txt")
    assert str(raised.value).startswith("folder/a.txt: ")
    assert "\n" not in str(raised.value)
