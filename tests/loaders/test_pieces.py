"""Blocks that are too long for the parser: read in pieces, and what cannot be read is told."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from gestae.loaders.layout import blocks, clean
from gestae.loaders.pieces import LONGEST, parsable, unread
from gestae.loaders.reader import read_document
from gestae.ontology.facts import Action, Document, Fact

OPENED = [
    "The Harbor Board opened twelve piers in May.",
    'Gov. Jane Roe said, "We trained 40 pilots. We closed three docks."',
    "The Ferry Office signed a pact with St. Anne Island on Feb. 3, 2030.",
    "Was it enough? The Dock Guild arrested nine smugglers (see No. 5).",
]
FILLER = st.sampled_from(
    [
        *OPENED,
        "\u201cWe mended it. We did.\u201d",
        "e\u0301t al.",
        "\U0001f6a2",
        "\u00a0",
        "U.S.",
        '"',
        "a. A",
        "!",
        "Mr. Roe",
    ]
)


def told(text: str) -> list[Fact]:
    return list(read_document(Document("note", text, date=date(2031, 5, 2))).facts)


def deeds(text: str) -> list[tuple[str, str]]:
    return [(f.actor.name, f.verb) for f in told(text) if isinstance(f, Action)]


def test_a_paragraph_over_the_limit_tells_what_its_sentences_tell_in_paragraphs_of_their_own() -> None:
    sentences = [f"{OPENED[n % 2 * 2]} It is {n} miles to the shore." for n in range(140)]
    whole = " ".join(sentences)
    assert len(whole) > LONGEST
    assert deeds(whole) == deeds("\n\n".join(sentences))
    assert len(deeds(whole)) == 140
    assert told(whole) == told(whole)


def test_a_piece_ends_where_a_sentence_does_and_no_quotation_is_open() -> None:
    whole = " ".join(OPENED * 80)
    cut = list(parsable(whole))
    assert len(cut) > 1
    assert all(len(piece.text) <= LONGEST for piece in cut)
    assert {piece.text.rsplit(" ", 1)[-1] for piece in cut} <= {"May.", 'docks."', "2030.", "5)."}
    assert all(piece.text.startswith(("The ", "Gov. ", "Was ")) for piece in cut)


def test_who_has_the_word_in_a_transcript_without_line_breaks_is_known() -> None:
    turns = "MS. ROE: We opened twelve piers in May. MR. DAY: We closed three docks. Mind the gap. " * 130
    speakers = {f.speaker for f in told(turns) if isinstance(f, Action) and f.verb == "close"}
    assert speakers == {"Mr. Day"}


def test_a_stretch_without_an_end_stays_unread_and_is_told_with_the_rest_read() -> None:
    endless = "The board and the council of the harbor opened and " * 2_300
    text = f"{OPENED[0]} {endless}the shelter. {OPENED[2]}"
    ((start, end),) = unread(text)
    assert text[start:end] == f"{endless}the shelter."
    assert deeds(text) == [("Harbor Board", "open"), ("Ferry Office", "sign")]
    assert unread(" ".join(OPENED * 400)) == ()


@settings(max_examples=5, deadline=None)
@given(st.lists(st.one_of(FILLER, st.text(max_size=20)), min_size=3, max_size=12))
def test_offsets_hold_over_any_text_with_a_block_over_the_limit(words: list[str]) -> None:
    once = " ".join(words)
    text = " ".join([once] * (LONGEST // len(once) + 2)) if once.strip() else OPENED[0]
    reading = read_document(Document("note", text[: LONGEST + 2_000], date=date(2031, 5, 2)))
    assert reading.refusals == ()
    assert all(text[f.quote.start : f.quote.end] == f.quote.text for f in reading.facts)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(FILLER, st.text(max_size=20)), min_size=1, max_size=30))
def test_pieces_stand_where_they_say_and_leave_out_only_space(words: list[str]) -> None:
    text = " ".join(words * (LONGEST // 10))[: 2 * LONGEST]
    at = 0
    for piece in parsable(text):
        assert at <= piece.start <= piece.end
        assert piece.text == clean(text[piece.start : piece.end])
        at = piece.end
    kept = "".join("".join(piece.text.split()) for piece in parsable(text))
    assert kept == "".join("".join(block.text.split()) for block in blocks(text))
