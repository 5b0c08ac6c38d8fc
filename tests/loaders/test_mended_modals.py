"""Who is to do what to what, where phrases between commas part a modal from its verbs, these from each other and from what they share."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
Told = tuple[str, str, str]


def facts(parsed: Parsed) -> list[Told]:
    cast = cast_of(parsed)
    found = (f.action for s in parsed.sentences for f in actions(s, cast))
    return [(a.actor.name, a.verb, a.object.name) for a in found if a.object and a.actor.name != "law"]


def each(actor: str, verbs: str, thing: str) -> list[Told]:
    return [(actor, verb, thing) for verb in verbs.split()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Warden shall modify, rescind, or move to conclude such measures.",
            [
                *each("Warden", "modify rescind", "such measures"),
                ("Warden", "move", "conclude such measures"),
                ("Warden", "conclude", "such measures"),
            ],
        ),
        (
            "The Harbor Master shall identify, mobilize, and provide, at its discretion, equipment and boats.",
            each("Harbor Master", "identify mobilize provide", "equipment and boats"),
        ),
        (
            "The heads of agencies shall review and, as appropriate and consistent with applicable law, suspend, revise, or rescind harbor rules.",
            each("heads of agencies", "review suspend revise rescind", "harbor rules"),
        ),
        (
            "The Secretary shall review and revise, as appropriate, all pier permits.",
            each("Secretary", "review revise", "all pier permits"),
        ),
        (
            "The Attorney General shall investigate and, to the extent permitted by law, prosecute smugglers.",
            each("Attorney General", "investigate prosecute", "smugglers"),
        ),
        (
            "The Administrator shall develop, publish, and, as necessary, update guidance on moorings.",
            each("Administrator", "develop publish update", "guidance"),
        ),
        (
            "The Secretary may purchase, lease, or otherwise acquire land.",
            each("Secretary", "purchase lease acquire", "land"),
        ),
        (
            "The Secretary of Ports shall establish, and from time to time update, a list of wrecks.",
            each("Secretary of Ports", "establish update", "list"),
        ),
        (
            "The Secretary of Ports shall, in consultation with the Secretary of Labor, the Attorney General, and the heads of other agencies, develop a plan.",
            each("Secretary of Ports", "develop", "plan"),
        ),
        (
            "The Chairman of the Harbor Trade Board (HTB) shall, wherever appropriate, prioritize enforcement actions in cases in which a seller's offer of nets is false.",
            each("Chairman of the Harbor Trade Board (HTB)", "prioritize", "enforcement actions"),
        ),
        (
            "In carrying out this directive, the Director of OHP, with the assistance of the Attorney General as requested, shall review and revise, as appropriate, all existing harbor practices.",
            each("Director of OHP", "review revise", "all existing harbor practices"),
        ),
        (
            "The Secretary of Ports may exchange, to the maximum extent permitted by law, harbor records with the towns.",
            each("Secretary of Ports", "exchange", "harbor records with the towns"),
        ),
        (
            "The Warden shall close, in coordination with the Mint, the Harbor Council, and others, all piers.",
            each("Warden", "close", "all piers"),
        ),
    ],
)
def test_verbs_in_a_row_share_who_acts_and_what_is_behind_them(
    say: Say, text: str, expected: list[Told]
) -> None:
    assert set(expected) <= set(facts(say(text)))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The report shall include, as appropriate, staff, pier, and harbor budgets.", {"staff", "pier"}),
        ("Agencies shall promptly consult, as appropriate, with towns, crews, and owners.", {"crew", "own"}),
        ("The Board will mend piers, locks, and bridges.", {"lock", "bridge"}),
        ("The plan must remain open, safe, and fair to crews.", {"safe", "open"}),
    ],
)
def test_what_is_listed_behind_a_verb_is_no_verb(say: Say, text: str, wrong: set[str]) -> None:
    assert not wrong & {verb for _, verb, _ in facts(say(text))}


def test_whom_one_consults_with_is_no_object_of_the_verb(say: Say) -> None:
    told = facts(say("Agencies shall consult, as appropriate, with towns, crews, and owners."))
    assert ("Agencies", "consult", "owners") not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Secretary shall: (i) review all piers; (ii) where needed, close such docks; and (iii) within 30 days, submit a plan.",
            [
                ("Secretary", "review", "all piers"),
                ("Secretary", "close", "such docks"),
                ("Secretary", "submit", "plan"),
            ],
        ),
        (
            "The order directs the Warden to: (i) stop all landings; and (ii) inspect each ship.",
            [
                ("order", "direct", "Warden"),
                ("Warden", "stop", "all landings"),
                ("Warden", "inspect", "each ship"),
            ],
        ),
        (
            "Agencies shall: (i) to the extent permitted by law, end contracts; and (ii) not later than June 1, sell boats.",
            [("Agencies", "end", "contracts"), ("Agencies", "sell", "boats")],
        ),
    ],
)
def test_the_numbers_of_items_in_a_sentence_are_no_part_of_it(
    say: Say, text: str, expected: list[Told]
) -> None:
    assert facts(say(text)) == expected


def test_a_cited_paragraph_keeps_its_number(say: Say) -> None:
    text = "The Board revoked paragraphs (1), (2), and (3) of the order."
    assert "(3)" in say(text).sentences[0].tokens.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Warden took several measures to protect the reef.",
            [("Warden", "take measures to protect", "reef")],
        ),
        (
            "I direct, pursuant to section 2 of the Dock Act, the Secretary of Ports to inspect the locks.",
            [("I", "direct", "Secretary of Ports"), ("Secretary of Ports", "inspect", "locks")],
        ),
        (
            "The Attorney General shall submit to the President, through the Assistant to the President for Homeland Security, a list of towns.",
            [("Attorney General", "submit", "list of towns")],
        ),
        (
            "The Secretary, with the concurrence of the Attorney General, shall revoke the license.",
            [("Secretary", "revoke", "license")],
        ),
        (
            "The Secretary of Ports (acting through the Warden) shall close the pier.",
            [("Secretary of Ports", "close", "pier")],
        ),
        ("The Warden (WD) shall close the pier.", [("Warden", "close", "pier")]),
        ("The Director shall also, as needed, hire inspectors.", [("Director", "hire", "inspectors")]),
        (
            "The Ports Board plans, builds, and operates ferries.",
            each("Ports Board", "plan build operate", "ferries"),
        ),
        (
            "The Warden may, if needed, close, open, or sell any pier.",
            [("Warden", "close", "any pier"), ("Warden", "open", "any pier"), ("Warden", "sell", "any pier")],
        ),
        (
            "The Board sets fees, rules, and directs crews.",
            [("Board", "set", "fees"), ("Board", "direct", "crews")],
        ),
    ],
)
def test_what_stands_between_parts_nobody_from_a_deed(say: Say, text: str, expected: list[Told]) -> None:
    assert facts(say(text)) == expected


def test_no_order_strikes_its_own_sections(say: Say) -> None:
    told = facts(say("The Harbor Order is amended by striking section 5."))
    assert "strike" in {verb for _, verb, _ in told}
    assert ("Harbor Order", "strike", "section 5") not in told


def test_who_is_directed_to_act_acts_by_what_is_done(say: Say) -> None:
    told = facts(
        say(
            "The Warden and the Master are directed to take all steps to implement this order — "
            "including through notices in the Gazette and by adopting rules."
        )
    )
    assert {who for who, verb, _ in told if verb == "adopt"} == {"Warden", "Master"}


def test_what_goes_on_behind_an_aside_is_done_by_the_same(say: Say) -> None:
    text = "The Council remains committed to supporting safe access to piers, consistent with harbor law, and defending sailors’ basic freedoms."
    told = facts(say(text))
    assert {what for _, verb, what in told if verb == "commit"} == {
        "supporting safe access to piers",
        "defending sailors' basic freedoms",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Warden shall use masts to detect, track, and identify boats.", "Warden"),
        (
            "The crews shall use all lawful means to employ masts to detect, track, and identify boats.",
            "crews",
        ),
    ],
)
def test_who_uses_means_does_what_they_are_for(say: Say, text: str, told: str) -> None:
    found = {(who, verb) for who, verb, thing in facts(say(text)) if thing == "boats"}
    assert found == {(told, "detect"), (told, "track"), (told, "identify")}


def test_what_is_done_pursuant_to_something_is_not_that(say: Say) -> None:
    told = facts(say("This includes the docks identified pursuant to section 2 of the Dock Act."))
    assert not [thing for _, _, thing in told if thing.startswith("pursuant")]


def test_with_whom_one_acts_is_no_part_of_ones_name(say: Say) -> None:
    told = facts(
        say(
            "The Warden of Ports, in consultation with the Mint, is directed to take all steps to open the pier."
        )
    )
    assert ("unspecified", "direct", "Warden of Ports") in told


def test_a_sentence_that_begins_anew_lends_no_object(say: Say) -> None:
    told = facts(
        say("And I might add — and I need help if you have an answer to this; I can’t figure this rule out.")
    )
    assert "add" not in {verb for _, verb, _ in told}


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("It is hereby determined that the docks cannot be used.", "determine", "docks cannot be used"),
        ("It is hereby ordered that the pier be closed.", "order", "pier be closed"),
    ],
)
def test_what_it_is_that_is_ordered_stands_behind_that(say: Say, text: str, verb: str, thing: str) -> None:
    told = facts(say(text))
    assert ("unspecified", verb, thing) in told
    assert not {name.lower() for who, _, what in told for name in (who, what)} & {"it"}


def test_who_is_directed_is_told_with_to_do_what(say: Say) -> None:
    parsed = say("The Warden is authorized and directed to publish this memorandum in the Gazette.")
    cast = cast_of(parsed)
    told = {f.action.verb: f.action.object for s in parsed.sentences for f in actions(s, cast)}
    assert told["direct"] is not None
    assert told["direct"].name == "Warden"
    assert told["direct"].text.endswith("directed to publish this memorandum in the Gazette")


def test_verbs_that_the_parser_hangs_on_each_other_make_no_ring(say: Say) -> None:
    text = (
        "While nothing can bring back the boats lost to these storms, these works underscore "
        " Mayor Roe's commitment to standing alongside the people of Ulm as they continue to recover, rebuild, and heal in the years ahead."
    )
    assert not any(t.is_ancestor(t) for s in say(text).sentences for t in s.tokens)
