"""Who says a clause: "according to", reported and quoted speech."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gestae.loaders.attribution import source_for, sources
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
Ask = Callable[..., str | None]


@pytest.fixture(scope="module")
def source(say: Say) -> Ask:
    def ask(text: str, word: str, **known: object) -> str | None:
        for sentence in say(text, **known).sentences:
            for token in sentence.tokens:
                if token.text == word:
                    span = source_for(token, sentence)
                    return span.text if span is not None else None
        raise AssertionError(f"no {word!r}")

    return ask


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("According to the Harbor Guild, ships carry 90 percent of goods.", "carry", "the Harbor Guild"),
        ("Ships carry 90 percent of goods, according to the Harbor Guild.", "carry", "the Harbor Guild"),
        ("Some argue that the ports waste money.", "waste", "Some"),
        ("Critics say the ports waste money.", "waste", "Critics"),
        ("Experts estimate that ships waste 9 percent of fuel.", "waste", "Experts"),
        ("The mayor said that ships arrive and that trains leave.", "leave", "The mayor"),
        ("The guild issued a study showing that the ports lose money.", "lose", "The guild"),
        ("A report released by the Harbor Guild found that the ports lose money.", "lose", "the Harbor Guild"),
        ("The pilots reported rescuing 80 sailors.", "rescuing", "The pilots"),
        ("As the mayor made clear, the city will open the port.", "open", "the mayor"),
        ("The mayor applauded the pilots for rescuing sailors.", "rescuing", "The mayor"),
        ("“We opened nine ports this year,” said Mayor Jane Roe.", "opened", "Mayor Jane Roe"),
        ("Mayor Jane Roe said, “We opened nine ports this year.”", "opened", "Mayor Jane Roe"),
        ("“We opened nine ports this year,” Jane Roe said. “The harbors now serve all.”", "serve", "Jane Roe"),
        ("- The Daily Harbor: “The ports now serve all of the coast.”", "serve", "The Daily Harbor"),
        ("- Acme Rail CEO Jane Roe: “The ports now serve all of the coast.”", "serve", "Jane Roe"),
        ("“The ports now serve all of the coast.” – Jane Roe", "serve", "Jane Roe"),
    ],
)  # fmt: skip
def test_sources(source: Ask, text: str, word: str, who: str) -> None:
    assert source(text, word) == who


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The city opened the port.", "opened"),
        ("We believe that ports matter and we opened nine.", "opened"),
        ("The mayor said that ships wait, but the city opened the port.", "opened"),
        ("The city opened the “Harbor of Tomorrow” museum.", "opened"),
        ("The law provides that ships wait.", "wait"),
        ("Executive Order 99123 found that ships wait.", "wait"),
        ("The notice stating that the port closes was sent.", "closes"),
        ("The mayor agreed to open the port.", "open"),
    ],
)
def test_the_document_itself(source: Ask, text: str, word: str) -> None:
    assert source(text, word) is None


def test_the_publisher_is_no_source(source: Ask) -> None:
    text = "The Harbor Authority said that ships wait."
    assert source(text, "wait") == "The Harbor Authority"
    assert source(text, "wait", publisher="Harbor Authority") is None


def test_lead_in_names_the_speaker_of_the_lines_below(source: Ask) -> None:
    text = "In her address, Mayor Jane Roe said:\n\n- “The ports now serve all of the coast.”"
    assert source(text, "serve") == "Mayor Jane Roe"


def test_remarks_inside_another_text(source: Ask) -> None:
    text = "Mayor Opens Port\n\nThe city opened a port.\n\nRemarks by Mayor Jane Roe\n\nThe crews built it in a year."
    assert source(text, "built", title="Mayor Opens Port") == "Mayor Jane Roe"
    assert source(text, "built", title="Remarks by Mayor Jane Roe") is None


def test_stretches(say: Say) -> None:
    [sentence] = say("According to the Harbor Guild, ships carry goods.").sentences
    [found] = sources(sentence)
    assert found.source.text == "the Harbor Guild"
    assert "ships carry goods" in sentence.block.text[found.start : found.end]


_PIECES = st.sampled_from(
    ["Jane Roe ", "said ", "that ", "“", "”", "The ports ", "serve all of the coast", ", ", ": ", ". ", "according to ", "\n\n", "- ",
     "report ", "stating ", "İ", "🏛", "as "]
)  # fmt: skip


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.one_of(st.text(max_size=100), st.lists(_PIECES, max_size=25).map("".join)))
def test_any_text(say: Say, text: str) -> None:
    for sentence in say(text).sentences:
        for token in sentence.tokens:
            span = source_for(token, sentence)
            assert span is None or span.text.strip()
        for found in sources(sentence):
            assert found.start <= found.end
