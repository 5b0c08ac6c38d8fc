"""Who says a clause: "according to", reported and quoted speech."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gestae.loaders.attribution import source_for, sources
from gestae.loaders.parse import Parsed
from gestae.loaders.rules import read
from gestae.ontology.facts import Document, Statistic

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
        ("Indeed, in May 2021, the Harbor Guild confirmed: “The ports now serve all.”", "serve", "the Harbor Guild"),
        ("The mayor made clear that, while pilots wait, ships leave.", "leave", "The mayor"),
        ("The mayor made it clear that the ships leave.", "leave", "The mayor"),
        ("The governor came, and the mayor assured him that the ships leave.", "leave", "the mayor"),
        ("The mayor will go to sea to announce that the ports serve all, according to the Harbor Guild.", "serve", "the Harbor Guild"),
        ("“The ports now serve all of the coast.” — Jane Roe, Harbor Press Secretary", "serve", "Jane Roe"),
        ("Jane Roe, Deputy Director of the Office of the Harbor, Pilots’ Union of the North (PUN): “The ports now serve all.”", "serve", "Jane Roe"),
        ("Harbor Page: “9 ports serve all of the coast and the sea.”", "serve", "Harbor Page"),
        ("Jane Roe, Ph.D., Director of Harbor.US: “The ports now serve all of the coast.”", "serve", "Jane Roe"),
        ("“Ships left us all.” [Note, 1/2/31] Jane Roe: “The ports now serve all of the coast.”", "serve", "Jane Roe"),
        ("Jane Roe of Port Lake, a pilot who lives with her son: “The ports now serve all of the coast.”", "serve", "Jane Roe of Port Lake"),
        ("23 Harbor Towns: “The ports now serve all of the coast.”", "serve", "23 Harbor Towns"),
        ("In the Secretary’s view, the port would lose ships.", "lose", "the Secretary"),
        ("In the view of the Secretary, the port would lose ships.", "lose", "the Secretary"),
        ("The guild alleges that ships wait; the mayor denied that they do.", "wait", "The guild"),
        ("According to court documents, ships lose money.", "lose", "court documents"),
        ("Ships lose money, according to the indictment.", "lose", "the indictment"),
        ("According to court papers, from May 2021 through March 2022, Jane Roe, 45, stole boats.", "stole", "court papers"),
        ("“Our ports are safe,” Jane Roe said on Friday. “In 2022, we mended 40 ships.”", "mended", "Jane Roe"),
        ("- CNBC: Norway opens harbor", "opens", "CNBC"),
        ("- The Ulm Times (5/1/31): Norway opens harbor", "opens", "The Ulm Times"),
        ("As detailed in a recent Harbor Guild report, ports lose ships.", "lose", "a recent Harbor Guild report"),
        ("The Guild estimates the canal to cost 40 million dollars.", "cost", "The Guild"),
        ("According to Wall Street analysts, ports could lose ships.", "lose", "Wall Street analysts"),
        ("According to his workers, Jane Roe stole boats.", "stole", "his workers"),
        ("As the Guild put it, the ports lose ships.", "lose", "the Guild"),
        ("Forecasters predict a 60 percent chance of a storm, a 30 percent chance of fog, and a 10 percent chance of calm.", "10", "Forecasters"),
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
        ("All told, the program repaired 90 boats.", "repaired"),
        ("Using older charts, the guild trained pilots.", "trained"),
        ("The storms of that year remind us that we must build walls.", "build"),
        ("As the city marks its ninth year, the mayor opened the port.", "opened"),
        ("Crews are paid according to their rank.", "paid"),
        ("If the guild finds that the ships wait, the mayor shall act.", "wait"),
        ("The canal is projected to cost 40 million dollars.", "cost"),
        ("The council agreed to a plan that builds nine ports.", "builds"),
        ("In our view, the port would lose ships.", "lose"),
        ("The guild says that ships wait, while critics complain that ports lose money.", "complain"),
        ("- Good news: Norway opens harbor", "opens"),
        ("- Hard times: Norway opens harbor", "opens"),
        ("The guild alleges that ships wait; the mayor denied that they do.", "alleges"),
        ("The board, as described in Order 9, shall convene.", "convene"),
        ("The mayor signed a rule to respond to their bid as owners.", "signed"),
        ("According to their needs, the ports sold ships.", "sold"),
        ("As the Guild put its boats away, the ports sold ships.", "sold"),
    ],
)
def test_the_document_itself(source: Ask, text: str, word: str) -> None:
    assert source(text, word) is None


@pytest.mark.parametrize("who", ["the Department", "the Harbor Guild", "the Mayor"])
def test_according_to_is_no_part_of_a_name(who: str) -> None:
    facts = [*read(Document("note", f"According to {who}, ports lost 40 ships."))]
    assert {f.source.name for f in facts if isinstance(f, Statistic) and f.source} == {
        who.removeprefix("the ")
    }


def test_the_publisher_is_no_source(source: Ask) -> None:
    text = "The Harbor Authority said that ships wait."
    assert source(text, "wait") == "The Harbor Authority"
    assert source(text, "wait", publisher="Harbor Authority") is None


def test_lead_in_names_the_speaker_of_the_lines_below(source: Ask) -> None:
    text = "In her address, Mayor Jane Roe said:\n\n- “The ports now serve all of the coast.”"
    assert source(text, "serve") == "Mayor Jane Roe"
    text = "Here are moments from Mayor Jane Roe’s remarks:\n\n- “The ports now serve all of the coast.”"
    assert source(text, "serve") == "Mayor Jane Roe"


def test_the_headline_of_a_text_is_no_speaker(source: Ask) -> None:
    title = "Mayor Roe Joins the Bay in Honoring Pilots"
    text = f"{title}\n\nThese words were heard:\n\n- “The ports now serve all of the coast.”"
    assert source(text, "serve", title=title) is None


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (
            "Statement from Mayor Jane Roe: “We opened nine ports.\n\n“Our pilots trained the crews of the bay.”",
            "trained",
            "Mayor Jane Roe",
        ),
        (
            "“Ships bring all of our grain,” said Mayor Jane Roe. “They feed us.\n\n“Crews repaired all of the boats.”",
            "repaired",
            "Mayor Jane Roe",
        ),
        ("From The Daily Harbor:\n\n“Crews have repaired all of the boats.”", "repaired", "The Daily Harbor"),
        (
            "“Greed closes ports and it ruins crews.”\n\nMayor Jane Roe\nJune 3, 2021",
            "ruins",
            "Mayor Jane Roe",
        ),
        (
            "“Greed closes ports and it ruins crews.”\n\nMayor Jane\nRoe: “Ships wait for all of us.”",
            "ruins",
            None,
        ),
    ],
)
def test_a_speaker_whom_another_paragraph_names(source: Ask, text: str, word: str, who: str | None) -> None:
    assert source(text, word) == who


def test_remarks_go_on_under_their_own_subheadings(source: Ask) -> None:
    text = (
        "Mayor Opens Port\n\nThe city opened a port.\n\nRemarks by Mayor Jane Roe (as prepared for delivery)\n\n"
        "The Long Way Home\n\nThank you all. My crews built it in a year."
    )
    assert source(text, "built", title="Mayor Opens Port") == "Mayor Jane Roe"
    assert source(text, "opened", title="Mayor Opens Port") is None


def test_remarks_end_where_a_section_without_a_speaker_begins(source: Ask) -> None:
    text = (
        "Harbor News\n\nRemarks by Mayor Jane Roe\n\n“We built it in a year.”\n\n"
        "The Harbor Council\n\nThe Council repaired nine piers."
    )
    assert source(text, "repaired", title="Harbor News") is None


def test_a_source_keeps_its_whole_name() -> None:
    text = "The Bureau of Alcohol, Tobacco, Firearms, and Explosives reported that dealers lost 90 guns."
    found = [f.source for f in read(Document("note", text)) if isinstance(f, Statistic)]
    assert [s.name for s in found if s] == ["Bureau of Alcohol, Tobacco, Firearms and Explosives"]


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


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("We build. As the Harbor Guidance states:\n\n“The ports now serve all of the coast.”", "serve", "the Harbor Guidance"),
        ("Mayor Jane Roe:\n“The ports are open to all of you.\n\nThe pilots serve the coast.”\n\nShips wait.", "serve", "Mayor Jane Roe"),
        ("PORT:\n\n“The ports now serve all of the coast.”", "serve", "PORT"),
        ("“The ports now serve all of the coast.”\nMayor Jane Roe, May 2, 2031\n\nShips wait.", "serve", "Mayor Jane Roe"),
    ],
)  # fmt: skip
def test_who_speaks_stands_in_another_paragraph(source: Ask, text: str, word: str, who: str) -> None:
    assert source(text, word) == who


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mayor Jane Roe:\n“The ports are open to all of you.\n\nThe pilots serve the coast.”\n\nShips wait.", "wait"),
        ("The mayor will go to sea to announce that the ports serve all, according to the Harbor Guild.", "go"),
        ("The fog made clear that ships leave.", "leave"),
        ("In 2031, a pilot charged the harbor theft was released by the city.", "released"),
        ("The mayor must make clear that ships leave.", "leave"),
    ],
)  # fmt: skip
def test_what_is_not_said_by_who_is_named_beside_it(source: Ask, text: str, word: str) -> None:
    assert source(text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Harbor Times shipping correspondent Jane Roe: “The ports now serve all of the coast.”", "serve", "Jane Roe"),
        ("Mayor Jane Roe on Harbor Tonight\n\n- On tolls at the pier: “The ports now serve all of the coast.”\n\nShips wait.", "serve",
         "Mayor Jane Roe"),
        ("Mayor Jane Roe delivered remarks at the pier:\n\n- “The ports now serve all of the coast.” Watch\n\nShips wait.", "serve",
         "Mayor Jane Roe"),
    ],
)  # fmt: skip
def test_what_a_label_is_about_and_where_to_watch_name_no_speaker(
    source: Ask, text: str, word: str, who: str
) -> None:
    assert source(text, word) == who


def test_a_title_speaks_no_quotation(source: Ask) -> None:
    text = "President’s Harbor Week\n\n- “The ports now serve all of the coast.”\n\n- Ships wait."
    assert source(text, "serve", title="President’s Harbor Week") is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbor Guild reported a 40 percent rise in tolls.", "Harbor Guild"),
        ("A new report shows a 40 percent decline in thefts.", "new report"),
        ("The Harbor Guild did not report a 40 percent rise in tolls.", None),
        ("The Harbor Guild found 40 divers.", None),
    ],
)
def test_who_reports_a_number_is_its_source(text: str, who: str | None) -> None:
    [told] = [f for f in read(Document("a", text)) if isinstance(f, Statistic)]
    assert (told.source.name if told.source else None) == who


def test_what_is_reported_is_not_its_teller_s_doing() -> None:
    [told] = [
        f
        for f in read(Document("a", "The Harbor Guild reported a 40 percent rise."))
        if isinstance(f, Statistic)
    ]
    assert told.actor is None


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The pilots discussed how the ports are losing money.", "losing", "The pilots"),
        ("The Mayor outlined how the Guild is mending piers.", "mending", "The Mayor"),
        ("In a recent survey, sailors reported leaks.", "reported", "a recent survey"),
        ("In a survey by the Harbor Guild, owners raised tolls.", "raised", "the Harbor Guild"),
        ("By some estimates, leaks cost the port $2 million a year.", "cost", "some estimates"),
        ("The report found that ships wait. It also found that trains leave.", "leave", "The report"),
        ("The Commission determined that the merger would harm sailors.", "harm", "The Commission"),
        ("Harbor Watch documented that the crew sank boats.", "sank", "Harbor Watch"),
        ("Data from the Department of Homeland Security show that encounters fell by 60 percent.", "fell",
         "the Department of Homeland Security"),
    ],
)  # fmt: skip
def test_who_tells_it_in_other_words(source: Ask, text: str, word: str, who: str) -> None:
    assert source(text, word) == who


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The pilots discussed how to mend the piers.", "mend"),
        ("The pilots discussed the piers that the Guild mended.", "mended"),
        ("The ports gain trade as firms respond to the new tolls.", "gain"),
        ("The Guild shall serve such ports as the Mayor may determine.", "serve"),
        ("By the estimates, the port met its goal.", "met"),
        ("The Mayor mended the pier in the survey area.", "mended"),
        ("The storm was bad. It found that trains leave.", "leave"),
        ("We determine that the tolls harm sailors.", "harm"),
    ],
)
def test_what_nobody_else_tells(source: Ask, text: str, word: str) -> None:
    assert source(text, word) is None
