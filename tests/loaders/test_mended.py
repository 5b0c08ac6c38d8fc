"""Constructions on which the parser stumbles: who does what in them, by the words around."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.mended_adjuncts import rehang
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
Told = tuple[str, str, str]


def told(parsed: Parsed) -> set[Told]:
    cast = cast_of(parsed)
    return {
        (f.action.actor.text, f.action.verb, f.action.object.name)
        for s in parsed.sentences
        for f in actions(s, cast)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I am continuing for 2 years the local emergency with respect to cod declared in Executive Order 71.",
            ("I", "continue", "local emergency with respect to cod"),
        ),
        (
            "For this reason, the drought emergency declared on June 4, 2009, must continue in force.",
            ("unspecified", "declare", "drought emergency"),
        ),
        (
            "This map shall be published in the Gazette and transmitted to the Council.",
            ("unspecified", "transmit", "map"),
        ),
        (
            "For this reason, the drought emergency declared in Order 71 on fishing must continue in force.",
            ("Order 71", "declare", "drought emergency"),
        ),
        (
            "The Mayor opened ferry terminals in both Norway and Denmark and secured pledges to mend piers.",
            ("Mayor", "secure", "pledges"),
        ),
        (
            "In response to this law, the NTA, the NFA, and a Joint Harbor Group are working together to improve piers.",
            ("NFA", "work to improve", "piers"),
        ),
        (
            "The Bureau will hire between 200 and 250 pilots.",
            ("Bureau", "hire", "between 200 and 250 pilots"),
        ),
        (
            "On June 8, Mayor Adams and Governor Anna Lindqvist announced the deal.",
            ("Mayor Adams", "announce", "deal"),
        ),
        (
            "In the town council, Larsen served as Ranking Member on the Roads Committee, as well as the Committee on Locks.",
            ("Larsen", "serve", "Ranking Member on the Roads Committee"),
        ),
        (
            "The order directs the Bureau of Locks, the National Ferry Agency, and the Bureau of Roads to mend piers.",
            ("National Ferry Agency", "mend", "piers"),
        ),
        ("As the Mayor's chief harbor adviser, Larsen inspected the piers.", ("Larsen", "inspect", "piers")),
        ("It is my honor to introduce the pilots.", ("my", "introduce", "pilots")),
        (
            "The Mayor launched a call for the ferry owners to mend the piers.",
            ("ferry owners", "mend", "piers"),
        ),
        (
            "The Bureau issued guidance for employers on setting up sickness funds.",
            ("employers", "set up", "sickness funds"),
        ),
        ("On Harbor Day, we call attention to this injustice and the waste.", ("we", "call", "waste")),
        (
            "We recommit as one people to building a safe harbor.",
            ("We", "recommit", "building a safe harbor"),
        ),
        ("The fleet has worked since 2019 with the ferry owners.", ("fleet", "work", "ferry owners")),
        ("The council will never stop mending the piers.", ("council", "mend", "piers")),
        (
            "The Order directs OMB, the Department of War, the National Aeronautics and Space Administration, and the "
            "General Services Administration to coordinate efforts.",
            ("Department of War", "coordinate", "efforts"),
        ),
        (
            "S. 9, which designates the outpatient clinic of the Department of Harbor Affairs planned to be built in Ulm, as the Lee Clinic.",
            ("unspecified", "build", "outpatient clinic of the Department of Harbor Affairs"),
        ),
        (
            "Last week, Harbor Board (HB) Member Ann Lee, Office of Roads and Locks (ORL) Deputy Director for Ports Max Roe, "
            "and other pilots met in Ulm.",
            ("Office of Roads and Locks (ORL) Deputy Director for Ports Max Roe", "meet", "Ulm"),
        ),
        (
            "Last week, Harbor Board (HB) Member Ann Lee, Office of Roads and Locks (ORL) Deputy Director for Ports Max Roe, "
            "and other pilots met in Ulm.",
            ("other pilots", "meet", "Ulm"),
        ),
        (
            "By June 1, 2031, the Secretary of Ports, acting through the Director of Locks, shall open a school.",
            ("Secretary of Ports", "open", "school"),
        ),
        (
            "In my 2021 Memorandum, the Warden of the Northern Ports (Warden) explained that the flood had closed the locks.",
            ("Warden of the Northern Ports (Warden)", "explain", "flood had closed the locks"),
        ),
        ("We will get rid of those tolls.", ("We", "rid", "tolls")),
        (
            "On Friday in Porto Santo, Portugal, the Rope Master will unveil 2,000 roses.",
            ("Rope Master", "unveil", "2,000 roses"),
        ),
        (
            "The twins have sworn that trips to or from divers sleeping under the bridge would delay the ferry.",
            ("trips to or from divers", "delay", "ferry"),
        ),
        ("Ann Lee, Jr., opened the pier.", ("Ann Lee, Jr.", "open", "pier")),
        ("Jo Day Jr. opened the pier.", ("Jo Day Jr.", "open", "pier")),
        ("Ann Lee and Jo Day Jr. opened the pier.", ("Jo Day Jr.", "open", "pier")),
        (
            "President Ann B. Lee, Jr., Secretary of Ports Max Roe, and Secretary of Locks Jo Day met with the minister.",
            ("President Ann B. Lee", "meet", "minister"),
        ),
        (
            "The Board directs the towns to fight smuggling, including through opening new gates.",
            ("towns", "open", "new gates"),
        ),
        (
            "Trusting in that map, Hull Mayor Eve Rowe, with oars from Admiral Ann Lee, crossed the wide bay.",
            ("Hull Mayor Eve Rowe", "cross", "wide bay"),
        ),
        (
            "In an effort to harm the towns, the Wreckers, the Smugglers, and the Pirates have closed our ports.",
            ("Smugglers", "close", "our ports"),
        ),
    ],
)
def test_what_the_parser_hangs_wrong_is_told_by_the_words_around(say: Say, text: str, expected: Told) -> None:
    assert expected in told(say(text))


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("As the Mayor's chief harbor adviser, Larsen inspected the piers.", "Mayor's chief harbor adviser"),
        ("The Bureau issued guidance for employers on setting up sickness funds.", "setting up"),
        ("I am continuing for 2 years the local emergency with respect to cod.", "2 years"),
        ("We recommit as one people to building a safe harbor.", "one people"),
        ("Harbor grants have funded, for example:", "example"),
        ("The Mayor launched the Fund for Harbor Safety to mend piers.", "Harbor Safety"),
    ],
)
def test_and_not_by_the_tree(say: Say, text: str, unexpected: str) -> None:
    assert all(unexpected not in {actor, thing} for actor, _, thing in told(say(text)))


@pytest.mark.parametrize(
    ("text", "verb", "things"),
    [
        (
            "She can count scores of lambs, feed goats, trim vines, and repair barns.",
            "feed",
            {"goats"},
        ),
        (
            "One small Society of Beekeepers, which may count winter meadows, load storm-torn river barges, and train goats.",
            "load",
            {"storm-torn river barges"},
        ),
        (
            "Her gift was a robot that can rebuild looms, trim lanterns, and feed bees at dusk.",
            "feed",
            {"bees"},
        ),
        ("The council has raised fees and increased local trade on the coast.", "increase", {"local trade"}),
        (
            "During each cold harvest, my cousins would record the songs, argue with lost monks, and house storm-torn "
            "goats lying on the cliff.",
            "house",
            {"storm-torn goats"},
        ),
        (
            "The council discussed the flood, the crisis at the port, and shared efforts to mend piers.",
            "share",
            set(),
        ),
        (
            "The mayor discussed a number of floods, and the value of locks.",
            "discuss",
            {"number of floods", "value of locks"},
        ),
        (
            "Her aunt was drafting nine songs about salt for her puppet stage, the gift from the baker.",
            "draft",
            {"nine songs"},
        ),
        (
            "The council sanctioned the ferry line, along with two ships of its fleet.",
            "sanction",
            {"ferry line", "two ships of its fleet"},
        ),
    ],
)
def test_what_stands_once_in_a_list_tells_its_members(
    say: Say, text: str, verb: str, things: set[str]
) -> None:
    assert {thing for _, done, thing in told(say(text)) if done == verb} == things


def test_that_something_never_ends_denies_nothing(say: Say) -> None:
    parsed = say("The council will never stop mending the piers.")
    (found,) = actions(parsed.sentences[0], cast_of(parsed))
    assert found.action.verb == "mend"
    assert not found.action.negated
    assert found.action.modality == "planned"


def test_a_clause_with_its_own_object_is_left_alone(say: Say) -> None:
    assert ("council", "declare", "emergency") in told(say("The council declared an emergency in June."))
    assert ("council", "issue", "permits") in told(say("In June the council issued permits, and boats left."))


@pytest.mark.parametrize(
    ("text", "expected", "never"),
    [
        (
            "The Board opened new locks including by mending its piers.",
            ("Board", "mend", "its piers"),
            ("new locks", "mend", "its piers"),
        ),
        (
            "The Order directs wardens to review the rules, while keeping the locks open.",
            ("wardens", "keep", "locks"),
            ("Order", "keep", "locks"),
        ),
        (
            "The Mayor wrote a letter calling upon every owner to mend piers, open locks, and reduce noise.",
            ("every owner", "reduce", "noise"),
            ("Mayor", "reduce", "noise"),
        ),
        (
            "The Mayor is acting to ensure that the port is the best of all by removing old wrecks.",
            ("Mayor", "remove", "old wrecks"),
            ("port", "remove", "old wrecks"),
        ),
        (
            "The crew will gather ropes necessary to mend the piers.",
            ("ropes", "mend", "piers"),
            ("crew", "mend", "piers"),
        ),
        (
            "The Board will charge smugglers capable of robbing ships.",
            ("smugglers", "rob", "ships"),
            ("Board", "rob", "ships"),
        ),
        (
            "Powers of the Board to open locks matter.",
            ("Board", "open", "locks matter"),
            ("Powers of the Board", "open", "locks matter"),
        ),
        (
            "The time has come to mend the piers.",
            ("unspecified", "mend", "piers"),
            ("time", "mend", "piers"),
        ),
        (
            "The Mayor opposes extending fees or restoring tolls.",
            ("Mayor", "oppose", "extending fees or restoring tolls"),
            ("Mayor", "restore", "tolls"),
        ),
        (
            "The rule helps owners give complete lists to wardens.",
            ("owners", "give", "complete lists"),
            ("owners", "help give", "complete lists"),
        ),
        (
            "They discussed mending locks; support for a strong harbor and its crews; reaffirmed their pact; resolved to open piers.",
            ("They", "reaffirm", "their pact"),
            ("support for a strong harbor and its crews", "reaffirm", "their pact"),
        ),
        (
            "Building on that loan, Mayor Ann Lee, with help from the guild, painted a ferry.",
            ("Mayor Ann Lee", "paint", "ferry"),
            ("unspecified", "paint", "ferry"),
        ),
        (
            "The Board works towards opening the first lock.",
            ("Board", "work towards open", "first lock"),
            ("Board", "open", "first lock"),
        ),
        (
            "The Board shall apply Order 7, as amended by Order 9, to ships.",
            ("Order 9", "amend", "Order 7"),
            ("Order 9", "amend", "Board"),
        ),
        (
            "The Mayor fought to stop the flood.",
            ("Mayor", "fight to stop", "flood"),
            ("Mayor", "stop", "flood"),
        ),
    ],
)
def test_who_does_what_only_hangs_below(say: Say, text: str, expected: Told, never: Told) -> None:
    found = told(say(text))
    assert expected in found
    assert never not in found


@pytest.mark.parametrize(
    ("text", "expected", "never"),
    [
        ("The Order calls on the Board to open locks.", ("Order", "call", "open locks"), "Board"),
        (
            "I call upon sailors to observe this month with songs.",
            ("I", "call", "observe this month with songs"),
            "sailors",
        ),
        (
            "I call upon sailors, cooks, and wardens to mark this week with songs.",
            ("I", "call", "mark this week with songs"),
            "sailors",
        ),
        (
            "On May 7, the Ministry of Ports announced a flood of Lake Ulm (LU) and the Roe-Day Council is working closely with the crews of Ulm to end the flood as quickly as possible.",
            ("Ministry of Ports", "announce", "flood of Lake Ulm (LU)"),
            "flood of Lake Ulm (LU) and the Roe-Day Council is working closely with the crews of Ulm to end the flood as quickly as possible",
        ),
        (
            "The Board announced a plan for locks and the Port Council is opening piers.",
            ("Port Council", "open", "piers"),
            "plan for locks and the Port Council is opening piers",
        ),
        (
            "The plan delivers lamps for towns with piers and rowing crews, invests in locks, and cuts fees by thirds.",
            ("plan", "invest", "locks"),
            "invests in locks",
        ),
        (
            "The Mayor will announce wider locks in Bergen and towns along the coast.",
            ("Mayor", "announce", "wider locks in Bergen and towns"),
            "towns",
        ),
        (
            "The Mayor publishes in the Gazette and reads to the Board a poem on ships.",
            ("Mayor", "publish", "poem on ships"),
            "Gazette",
        ),
        ("The rule expands Access to Harbor Loans.", ("rule", "expand", "Access to Harbor Loans"), "Access"),
        (
            "The Board is rescuing upwards of 300 sailors, including cooks from the port.",
            ("Board", "rescue", "300 sailors"),
            "cooks from the port",
        ),
        (
            "Pilots have to put an end to nets drifting ashore.",
            ("Pilots", "put", "nets"),
            "end",
        ),
        (
            "Towns received loans or grants supported by the Fund.",
            ("Fund", "support", "loans or grants"),
            "grants",
        ),
        (
            "Since she took office, the Harbour Master has opened piers.",
            ("Harbour Master", "open", "piers"),
            "office",
        ),
        (
            "Sailors would be provided a guide to the locks.",
            ("unspecified", "provide", "guide to the locks"),
            "Sailors",
        ),
        ("Pilots have to put an end to drifting nets.", ("Pilots", "put", "drifting nets"), "end"),
        ("The fair took place at Lantern Hall.", ("fair", "take", "Lantern Hall"), "place"),
        (
            "The Mayor made clear that the port will stay open.",
            ("Mayor", "make", "port will stay open"),
            "clear",
        ),
        ("The Board will swell over time and mend its nets.", ("Board", "mend", "its nets"), "time"),
        (
            "The Act improves the safety and security of sailors.",
            ("Act", "improve", "safety and security of sailors"),
            "safety and security",
        ),
        (
            "The Board will preserve piers significant to sailors' history.",
            ("Board", "preserve", "piers significant to sailors' history"),
            "piers",
        ),
        (
            "The Board uses every tool available to protect towns from floods.",
            ("Board", "use", "every tool available to protect towns from floods"),
            "every tool",
        ),
        (
            "The Board explains the rights available to sailors.",
            ("Board", "explain", "rights available to sailors"),
            "rights",
        ),
        ("The Mayor keeps the port open to ships.", ("Mayor", "keep", "port"), "port open to ships"),
        ("The Mayor traveled to Ulm, Ohio to open a lock.", ("Mayor", "travel", "Ulm"), "Ohio"),
        ("The wardens keep sailors safe from floods.", ("wardens", "keep", "sailors"), "safe from floods"),
        (
            "Those who were freed celebrated their freedom.",
            ("Those who were freed", "celebrate", "their freedom"),
            "Those",
        ),
    ],
)
def test_what_it_is_done_to(say: Say, text: str, expected: Told, never: str) -> None:
    found = told(say(text))
    assert expected in found
    assert not any(never == thing for _, _, thing in found)


def test_who_is_given_something_does_what_follows(say: Say) -> None:
    for text in ("Crews given 40 boats opened a lock.", "The crews given 40 boats opened a lock."):
        found = {(who.lower(), verb, thing) for who, verb, thing in told(say(text))}
        assert found == {("unspecified", "give", "40 boats"), ("crews", "open", "lock")}


def test_what_is_given_is_not_who_receives_it(say: Say) -> None:
    parsed = say("Being given boats was good.")
    given = [f.action for s in parsed.sentences for f in actions(s, cast_of(parsed))]
    assert [(a.object.name, a.recipient) for a in given] == [("boats", None)]


@pytest.mark.parametrize(
    ("words", "heads", "labels", "tags", "at"),
    [
        (
            "He runs , to win , go .",
            [1, 1, 1, 4, 6, 6, 1, 1],
            "nsubj ROOT punct aux advcl punct conj punct",
            "PRP VBZ , TO VB , VB .",
            6,
        ),
        (
            "They go under Order 9 as amended by us .",
            [1, 1, 6, 2, 3, 6, 1, 6, 7, 1],
            "nsubj ROOT prep pobj nummod mark advcl agent pobj punct",
            "PRP VBD IN NN CD IN VBN IN PRP .",
            6,
        ),
    ],
)
def test_nothing_is_hung_on_what_hangs_on_it(
    words: str, heads: list[int], labels: str, tags: str, at: int
) -> None:
    pos = {"V": "VERB", "N": "NOUN", "P": "PRON", "I": "ADP", "T": "PART", "C": "NUM"}
    doc = Doc(
        spacy.blank("en").vocab,
        words=words.split(),
        heads=heads,
        deps=labels.split(),
        tags=tags.split(),
        pos=[pos.get(tag[0], "PUNCT") for tag in tags.split()],
        lemmas=[{"amended": "amend"}.get(word, word.lower()) for word in words.split()],
    )
    rehang(doc[at])
    assert doc[at].head.i == 1


def test_what_stands_over_a_noun_is_not_hung_below_it(say: Say) -> None:
    text = (
        "The Harbor Plan gave nearly $3 million in mooring aid to Ulm, and the harbor will see a steady, yearly "
        "rise of over $4 million for its mooring aid block grant going forward."
    )
    sentence = say(text).sentences[0].tokens
    assert all(sentence.root in {token, *token.ancestors} for token in sentence)
    assert any(done[:2] == ("Harbor Plan", "give") for done in told(say(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The memo directed the Board to check all leases on piers and urged owners to pay.",
            {("memo", "direct", "Board to check all leases on piers"), ("memo", "urge", "owners to pay")},
        ),
        (
            "Wardens in Ulm arrested a man accused of stealing copper cables and charged him with theft.",
            {("Wardens in Ulm", "arrest", "man accused of stealing copper cables")},
        ),
        (
            "Mayor Roe praised the rescue of the crew, called on owners to help and urged pilots to fund the locks.",
            {("Mayor Roe", "praise", "rescue of the crew"), ("Mayor Roe", "urge", "pilots to fund the locks")},
        ),
        (
            "The Mint imposed fines on two firms that supply the fleet of Ulm and seized their boats.",
            {("Mint", "impose", "fines on two firms that supply the fleet of Ulm"), ("Mint", "seize", "their boats")},
        ),
        (
            "The Mayor declared that a flood exists in Ulm and ordered aid to the port.",
            {("Mayor", "declare", "flood exists in Ulm"), ("Mayor", "order", "aid")},
        ),
        (
            "The rule, which was issued by the Board in March, limits fees on new piers and repeals a 2019 duty.",
            {("rule", "limit", "fees on new piers"), ("rule", "repeal", "2019 duty")},
        ),
        (
            "The grants will help owners buy nets, install pumps, and restore piers.",
            {("owners", "buy", "nets"), ("owners", "install", "pumps"), ("owners", "restore", "piers")},
        ),
        (
            "She praised the will that opened the sea, mended piers, and built Ulm.",
            {("She", "praise", "will that opened the sea, mended piers, and built Ulm")},
        ),
    ],
)  # fmt: skip
def test_what_goes_on_with_a_clause_is_told_by_its_form(say: Say, text: str, expected: set[Told]) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    found = {
        (f.action.actor.text, f.action.verb, f.action.object.text)
        for s in parsed.sentences
        for f in actions(s, cast)
    }
    assert expected <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The crew criticized the closure of the pier by the Harbor Board.",
            ("Harbor Board", "close", "pier"),
        ),
        (
            "The establishment of a joint dive team by the Board of Ports followed two floods.",
            ("Board of Ports", "establish", "joint dive team"),
        ),
        ("Owners will be offered loans by the Bank of Ulm.", ("Bank of Ulm", "offer", "loans")),
        (
            "The ministers of Norway, Iceland, and Denmark signed the fishing accord.",
            ("ministers of Norway, Iceland, and Denmark", "sign", "fishing accord"),
        ),
        ("No agency may use these funds.", ("agency", "use", "funds")),
    ],
)
def test_by_whom_and_from_where_hang_on_the_deed_and_the_people(say: Say, text: str, expected: Told) -> None:
    assert expected in told(say(text))


def test_a_day_is_not_who_did_it(say: Say) -> None:
    assert told(say("The Mayor demanded the closure of the pier by Friday."))
    assert all(
        actor != "Friday"
        for actor, _, _ in told(say("The Mayor demanded the closure of the pier by Friday."))
    )
