"""The built-in reader on text that is no tidy English prose: no crash, offsets that hold, and no wild facts."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gestae.loaders.language import in_english
from gestae.loaders.reader import read_document
from gestae.ontology.facts import Action, Document, Reading


def read(text: str) -> Reading:
    """What the built-in reader makes of a text, every quote held against it."""
    reading = read_document(
        Document("note", text, "Fact Sheet: Harbor Works", date(2031, 5, 2), "The White House")
    )
    assert reading.refusals == ()
    assert all(text[f.quote.start : f.quote.end] == f.quote.text for f in reading.facts)
    return reading


@pytest.mark.parametrize(
    "text",
    [
        "As I shared with you, the mayor opened the harbor in May.",
        "The city is committed to working with firms to produce more bread to share with the world.",
        "The council provides with care.",
    ],
)
def test_giving_without_a_thing_given(text: str) -> None:
    assert all(fact.quote.text for fact in read(text).facts if isinstance(fact, Action))


@pytest.mark.parametrize(
    "text",
    [
        "Let’s celebrate the love that we hold. Let’s elect a mayor.",
        "* The council opened ( ) and *. ’s opened the harbor.",
        "“ ” signed the order. The council signed “ ”.",
    ],
)
def test_marks_alone_are_nobody_and_nothing(text: str) -> None:
    told = [fact for fact in read(text).facts if isinstance(fact, Action)]
    assert all(
        any(c.isalnum() for c in words) for fact in told for words in (fact.actor.name, fact.object.text)
    )


FACT = "On May 2, 2031, the Department of Labor opened three new shelters for 1,200 workers."


def deeds(text: str) -> set[tuple[str, str]]:
    return {(f.actor.name, f.verb) for f in read(text).facts if isinstance(f, Action)}


OPENED = ("Department of Labor", "open")


def test_the_fact_that_these_tests_hide_is_found_by_itself() -> None:
    assert OPENED in deeds(FACT)


def test_without_sentences_there_is_nothing() -> None:
    for text in (
        "",
        " \n\t\n ",
        "----- *** 12 | 14 |",
        "$$$ !!! ??? ...",
        "\u200b\u200b",
        "1 2 3 4 5 " * 400,
    ):
        assert deeds(text) == set()


def test_one_sentence_without_end() -> None:
    endless = "the board and the council of the harbor and " * 2_300
    assert len(endless) > 100_000
    assert deeds(f"{endless} opened the shelter.") == set()
    assert deeds(f"{endless}\n\n{FACT}") == {OPENED}


def test_one_word_without_end() -> None:
    for word in ("a" * 100_000, "1" * 100_000, "(" * 50_000, '"' * 50_000, "Department of " * 7_000):
        assert deeds(word) == set()


def test_a_table_flattened_to_text_gives_no_wild_actions() -> None:
    cells = [
        "State",
        "Grants",
        "Amount",
        "Ohio",
        "12",
        "$1,400,000",
        "Texas",
        "31",
        "$9,250,000",
        "Total",
        "43",
    ]
    for joint in ("\n", "\t", "  ", " | "):
        assert deeds(joint.join(cells * 5)) == set()
        assert OPENED in deeds(joint.join(cells) + "\n\n" + FACT)


def test_all_capitals() -> None:
    assert {verb for _, verb in deeds(FACT.upper())} <= {"open"}
    assert deeds("HARBOR WORKS\n\nPORT STATE CONTROL AND MARITIME SAFETY\n\nANNUAL FIGURES") == set()


@pytest.mark.parametrize(
    "text",
    [
        "La alcaldesa anunció ayer que el puerto abrirá dos nuevos muelles y firmó un acuerdo con los pescadores para "
        "proteger la bahía durante los próximos diez años.",
        "Der Hafenrat hat gestern beschlossen, zwei neue Kais zu bauen, und er will in den nächsten Jahren auch die "
        "Fischer besser schützen, was so nicht geplant war.",
        "Le conseil du port a signé hier un accord avec les pêcheurs, qui prévoit deux nouveaux quais et une aide de "
        "trois millions pour les familles touchées.",
        "De havenraad heeft gisteren besloten om twee nieuwe kades te bouwen, en wil in de komende jaren ook de vissers "
        "beter beschermen, of dat nu was gepland of niet.",
        "Портовый совет вчера подписал соглашение с рыбаками и объявил о строительстве двух новых причалов.",
        "港湾評議会は昨日、漁業者と協定に署名し、二つの新しい埠頭を建設すると発表した。",
        "وقع مجلس الميناء أمس اتفاقا مع الصيادين وأعلن بناء رصيفين جديدين خلال السنوات القادمة.",
    ],
)
def test_another_language_gives_no_actions(text: str) -> None:
    assert in_english(text) is False
    assert deeds(text) == deeds(f"{text}\n\n{text} {text}") == set()


def test_english_beside_another_language_is_read() -> None:
    spanish = "El puerto abrirá dos nuevos muelles y firmará un acuerdo con los pescadores de la bahía. " * 3
    assert deeds(f"{FACT} It also published a report.\n\n{spanish}") >= {OPENED}
    assert all(verb in {"open", "publish"} for _, verb in deeds(f"{FACT}\n\n{spanish}"))


def test_names_and_headings_are_no_other_language() -> None:
    assert in_english("Department of Labor Opens Three Shelters") is None
    assert (
        in_english("Kenya, Ghana, Peru, Chile, Norway, Japan, Fiji, Malta, Spain, Italy, France, Togo, Oman")
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        FACT.replace(" ", "\r\n", 3),
        f"Harbor Works\r\n\r\n{FACT}\r\n\r\n- {FACT}\r\n",
        f"\U0001f6a2\U0001f6a2 {FACT} \U0001f469\u200d\U0001f527",
        f"Ca\u0301fe\u0301 owners cheered. {FACT}",
        FACT.replace("Labor", "La\u00adbor").replace("shelters", "shel\u00adters"),
        FACT.replace(" ", "\u00a0"),
        f"\ufeff{FACT}",
        FACT.replace("Department", "De\u0301partment"),
    ],
)
def test_odd_characters_move_no_offset(text: str) -> None:
    assert "open" in {verb for _, verb in deeds(text)}


PIECES = st.sampled_from([
    FACT, "the President", "signed", "Executive Order 13903", " by ", "\n", "\n\n", "\r\n", "- ", "(a) ", ":", ";", ".", ", ",
    "said", "to share with", "“", "”", '"', "’s", "$1.5 million", "24.9", "%", "fiscal year 2030", "last year", "shall", "not",
    "consists of", "members", "22 U.S.C. 7101", "\u00ad", "\u200b", "\U0001f6a2", "e\u0301", "\u2028", "\x0b", "\t", " ", "THE", "of",
])  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map(" ".join))
def test_any_text_is_read_with_offsets_that_hold(text: str) -> None:
    read(text)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_are_read(text: str) -> None:
    read(text)
