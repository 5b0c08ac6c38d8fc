import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gestae.ontology.errors import OntologyError
from gestae.ontology.lexicon import _read, lexicon

PREFIXES = """@prefix gestae: <https://w3id.org/gestae/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix act: <https://w3id.org/gestae/action/> .
@prefix my: <https://example.org/> .
"""
NAMES = (
    "Sign Direct Establish Appoint Reform Terminate Fund Honor Investigate Charge Arrest Convict Dismantle Sanction "
    "Rescue Assist Train Convene Partner Publish Request Criticize Commit Exploit Other"
)
TYPES = set(NAMES.split())


@pytest.mark.parametrize(
    ("verb", "particle", "noun", "kind"),
    [
        ("sign", "", "", "Sign"),
        ("issue", "", "order", "Sign"),
        ("issue", "", "guidance", "Publish"),
        ("launch", "", "hotline", "Establish"),
        ("launch", "", "investigation", "Investigate"),
        ("develop", "", "training", "Train"),
        ("develop", "", "guide", "Publish"),
        ("develop", "", "strategy", "Establish"),
        ("secure", "", "conviction", "Convict"),
        ("identify", "", "survivor", "Rescue"),
        ("identify", "", "trafficker", "Investigate"),
        ("award", "", "million", "Fund"),
        ("award", "", "medal", "Honor"),
        ("take", "", "custody", "Arrest"),
        ("shut", "down", "", "Dismantle"),
        ("call", "on", "congress", "Request"),
        ("conduct", "", "inspection", "Investigate"),
        ("conduct", "", "training", "Train"),
        ("make", "", "commitment", "Commit"),
        ("hold", "", "summit", "Convene"),
        ("sign", "", "agreement", "Sign"),
        ("conclude", "", "agreement", "Partner"),
        ("enter", "into", "agreement", "Partner"),
        ("enter", "", "country", "Other"),
        ("spend", "", "decade", "Other"),
        ("spend", "", "million", "Fund"),
        ("collect", "", "tax", "Other"),
        ("collect", "", "evidence", "Investigate"),
        ("rekindle", "", "", "Reform"),
        ("gerrymander", "", "", "Exploit"),
        ("usher", "in", "", "Establish"),
        ("contain", "", "annex", "Other"),
        ("contain", "", "outbreak", "Sanction"),
        ("constitute", "", "threat", "Other"),
        ("constitute", "", "board", "Establish"),
        ("increase", "", "capacity", "Reform"),
        ("increase", "", "deficit", "Other"),
        ("create", "", "barrier", "Other"),
        ("make", "", "contribution", "Other"),
        ("pass", "", "bill", "Sign"),
        ("pass", "through", "", "Other"),
        ("call", "", "president", "Convene"),
        ("revoke", "", "visa", "Terminate"),
        ("impose", "", "tariff", "Sanction"),
        ("commit", "", "crime", "Exploit"),
        ("commit", "", "", "Commit"),
        ("co-lead", "", "", "Partner"),
        ("deport", "", "", "Other"),
        ("deport", "", "family", "Other"),
        ("deepen", "", "friendship", "Partner"),
        ("recognize", "", "bravery", "Honor"),
        ("recognize", "", "limit", "Other"),
        ("launch", "", "agenda", "Establish"),
        ("launch", "", "missile", "Other"),
        ("drop", "", "charge", "Terminate"),
        ("drop", "", "", "Other"),
        ("secure", "", "deal", "Partner"),
        ("give", "", "authority", "Other"),
        ("have", "", "honor", "Other"),
        ("have", "", "update", "Other"),
        ("pay", "", "attention", "Other"),
        ("undergo", "", "scrutiny", "Investigate"),
        ("direct", "", "resource", "Fund"),
        ("remove", "", "criminal", "Other"),
        ("remove", "", "barrier", "Terminate"),
        ("drop", "", "tariff", "Terminate"),
        ("collect", "", "billion", "Other"),
        ("boost", "", "awareness", "Train"),
        ("dedicate", "", "monument", "Honor"),
        ("dedicate", "", "career", "Commit"),
        ("display", "", "courage", "Other"),
        ("translate", "into", "gain", "Other"),
    ],
)
def test_a_verb_and_the_noun_under_it_name_a_type(verb: str, particle: str, noun: str, kind: str) -> None:
    assert lexicon().type_with(verb, particle, [noun]) == kind


def test_a_particle_that_says_nothing_leaves_the_verb() -> None:
    assert lexicon().type_with("fund", "over", []) == "Fund"


def test_nouns_stand_for_verbs() -> None:
    words = lexicon()
    assert words.verb_of_noun("establishment") == "establish"
    assert words.verb_of_noun("arrest") == "arrest"
    assert words.verb_of_noun("table") is None


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_any_word_has_a_known_type_or_none(verb: str, particle: str, noun: str) -> None:
    assert lexicon().type_with(verb, particle, [noun]) in TYPES | {None}


def test_every_type_is_named_by_verbs_and_no_verb_names_two() -> None:
    words = lexicon()
    assert set(words.verbs.values()) == TYPES
    assert len(words.verbs) > 1_000
    assert "crack down" in words.phrases


def test_forms_of_verbs_are_known_and_nouns_are_none() -> None:
    words = lexicon()
    assert all(
        map(words.is_verb_form, ("signed", "establishes", "modifying", "led", "took", "banned", "crack"))
    )
    assert not any(map(words.is_verb_form, ("ministry", "the", "")))


def test_a_field_adds_words_by_turtle_alone(tmp_path: Path) -> None:
    more = tmp_path / "fishing.ttl"
    more.write_text(
        PREFIXES
        + 'act:Catch skos:notation "Catch" ; gestae:verbLemma "land" ; gestae:verbPattern "haul, bring: @fish" ;'
        + ' gestae:nounForm "landing: land" .\n'
        + 'my:fish skos:notation "fish" ; gestae:word "cod", "tuna" .\n',
        encoding="utf-8",
    )
    words = lexicon(more)
    assert words.type_with("land", "", []) == "Catch"
    assert words.type_with("bring", "", ["cod"]) == words.type_with("haul", "", ["tuna"]) == "Catch"
    assert words.verb_of_noun("landing") == "land"
    assert words.type_with("sign", "", []) == "Sign"
    assert lexicon().type_with("bring", "", ["cod"]) == "Other"


def test_a_class_of_verbs_stands_in_a_pattern_as_a_class_of_nouns_does(tmp_path: Path) -> None:
    more = tmp_path / "fishing.ttl"
    more.write_text(
        PREFIXES
        + 'act:Catch skos:notation "Catch" ; gestae:verbPattern "@hauling, net: @fish crab" .\n'
        + 'my:fish skos:notation "fish" ; gestae:word "cod", "tuna" .\n'
        + 'my:hauling skos:notation "hauling" ; gestae:word "haul", "bring" .\n',
        encoding="utf-8",
    )
    words = lexicon(more)
    assert {
        words.type_with(verb, "", [noun]) for verb in ("haul", "bring", "net") for noun in ("tuna", "crab")
    } == {"Catch"}
    assert words.type_with("bring", "", ["boat"]) == "Other"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('act:Catch gestae:verbLemma "land" .', "no skos:notation"),
        ('act:Catch skos:notation "Catch" ; gestae:verbPattern "land: @nets" .', "'nets'"),
        ('act:Catch skos:notation "Catch" ; gestae:verbPattern "@hauling: cod" .', "'hauling'"),
        ("act:Catch gestae:verbLemma", "broken.ttl"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, text: str, told: str) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text(PREFIXES + text, encoding="utf-8")
    with pytest.raises(OntologyError, match=told):
        lexicon(broken)


def test_it_is_read_in_no_time() -> None:
    _read.cache_clear()
    start = time.process_time()
    lexicon()
    assert time.process_time() - start < 0.3


@pytest.mark.parametrize(
    ("verb", "particle", "noun", "kind"),
    [
        ("drive", "", "growth", "Reform"),
        ("drive", "", "truck", "Other"),
        ("drive", "up", "cost", "Other"),
        ("drive", "down", "cost", "Reform"),
        ("build", "on", "progress", "Reform"),
        ("authorize", "", "secretary", "Other"),
        ("cancel", "", "debt", "Terminate"),
        ("forgive", "", "debt", "Fund"),
        ("address", "", "barrier", "Reform"),
        ("address", "", "crisis", "Other"),
        ("deliver", "", "result", "Assist"),
        ("include", "", "incentive", "Fund"),
        ("include", "", "provision", "Other"),
        ("send", "", "vaccine", "Assist"),
        ("send", "", "letter", "Publish"),
        ("save", "", "money", "Other"),
        ("save", "", "family", "Assist"),
        ("save", "", "whom", "Assist"),
        ("reject", "", "failure", "Criticize"),
        ("hold", "", "accountable", "Sanction"),
        ("expand", "", "investment", "Fund"),
        ("expand", "", "access", "Reform"),
        ("close", "", "loophole", "Terminate"),
        ("recognize", "", "importance", "Honor"),
        ("recognize", "", "need", "Other"),
        ("demonstrate", "", "commitment", "Commit"),
        ("build", "", "coalition", "Establish"),
        ("submit", "", "recommendation", "Publish"),
        ("make", "", "recommendation", "Request"),
        ("implement", "", "restriction", "Sanction"),
        ("implement", "", "law", "Reform"),
        ("make", "", "eligible", "Assist"),
        ("mitigate", "", "risk", "Other"),
        ("clarify", "", "rule", "Publish"),
        ("reopen", "", "embassy", "Establish"),
        ("reject", "", "racism", "Criticize"),
        ("reject", "", "bill", "Sanction"),
    ],
)
def test_what_is_acted_on_tells_the_type_that_most_readers_give(
    verb: str, particle: str, noun: str, kind: str
) -> None:
    assert lexicon().type_with(verb, particle, [noun]) == kind
