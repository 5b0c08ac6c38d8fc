"""A block's text as a parser trained on prose reads it best, character for character as long as it was."""

import re
from collections.abc import Sequence
from functools import lru_cache

from gestae.loaders.patterns import any_of
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

__all__ = ["headline", "wording"]

_FIRST = re.compile(r"[A-Z][a-z]+(?=[ ,])|[A-Z]{4,}(?= )")
_INFINITIVE = re.compile(r"(?<= to )[A-Z][a-z]{2,}(?= [A-Z])")
_LAST_NAME = re.compile(
    r" (?:(?P<initial>[A-Z]\.) )?(?P<name>[A-Z][\w'’-]+)(?![\w'’-]| (?!(?:Jr|Sr|II|III)\b)[A-Z])"
)
"""What follows a given name; no last name has a further capital behind it ("to Mark Harbor Day")."""
_ABSTRACT = re.compile(r"(?:ions?|ments?|it(?:y|ies)|enc(?:y|ies)|[ae]nces?|ships?|hood|ness)$")
"""Ends of nouns that are no last names ("to Grant Permissions")."""
_PROGRESS = re.compile(r"(?<= )(?:[Ii]s|[Aa]re) [A-Z][a-z]+ing(?= [A-Z])")
_ENDED = re.compile(r"(?:[?!]|(?<!\b(?:Jr|Sr|Co))(?<!\b(?:Inc|Ltd))(?<!\bCorp)(?<=[a-z\d)])\.)[\"'”’)]*\s*$")
"""The end of a sentence; "D.C." and "Inc." end headlines too."""
_SMALL = re.compile(r"(?<= )(?:(?P<third>[a-z]+s)(?= (?:[A-Z]|an? |the ))|(?P<past>[a-z]+)(?= |$)(?! by\b))")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.'’-]* $")
_LITTLE = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
"""Words that headlines write with a small letter."""
_SHORT = 3
_LONGEST = 240
"""Characters of the longest headline."""
_HEREBY = re.compile(r"\bhereby\b")
_SHOUTED = 0.7
_LABEL = re.compile(
    r"(?:(?<=[:;,] )|(?<=[—:])|(?<=— )|(?<=[:;,] and )|(?<=[:;,] or ))\((?:[ivx]{1,5}|[a-zA-Z]|\d{1,2})\)"
    r"(?= [a-z])(?! (?:of|and|or|above|below)\b| (?:through|to) \()"
)
"""The number of an item of a list that a sentence runs through: "shall: (i) mend piers; and (ii) open locks"."""
_CALLING = re.compile(r"\b(?:shall|should|must|will|may|to|by|that|each)[:—]$")
"""A word that calls for a verb or a clause, and the mark behind it before the first item of such a list."""
_FEWEST = 2
"""Items of a list."""


def wording(text: str, *, fragment: bool, begins: Sequence[int] = ()) -> str:
    """The same number of characters; `fragment` tells that the text is a list item or heading.

    A verb that opens a fragment loses its capital, which would make a name of it ("Enhance
    responses …"); capitals throughout become small letters; "hereby", rare in what parsers are
    trained on, becomes an adverb that is not.
    """
    words = _HEREBY.sub("really", text)
    if ") " in words:
        words = _run_on(words)
    for at in begins:
        words = words[:at] + _opened(words[at:])
    if not fragment:
        return headline(words)
    letters = [c for c in words if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > _SHOUTED * len(letters):
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
    return _opened(headline(words))


def _run_on(words: str) -> str:
    """A sentence without the numbers of the list that it runs through."""
    found = [label.span() for label in _LABEL.finditer(words)]
    if len(found) < _FEWEST:
        return words
    for start, end in found:
        mark = words[:start].rstrip()
        if mark.endswith((":", "—")) and _CALLING.search(mark):
            start = len(mark) - 1
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def _opened(words: str) -> str:
    """The words with a small letter where they open with a verb."""
    first = _FIRST.match(words)
    if first and lexicon().is_verb_form(first[0].lower()):
        return words[0].lower() + words[1:]
    return words


def headline(words: str) -> str:
    """A headline, with its verbs in small letters; any other text as it is."""
    return _verb_lowered(words) if len(words) < _LONGEST and _headline(words) else words


def _headline(words: str) -> bool:
    """Whether most words begin with a capital."""
    parts = [w for w in words.split() if w[0].isalpha() and w not in _LITTLE]
    return len(parts) > _SHORT and sum(w[0].isupper() for w in parts) > _SHOUTED * len(parts)


def _sentence(words: str) -> bool:
    """Whether a text is an ordinary sentence, most of whose words belong to names ("The Harbor Grants Office met Jane Roe.").

    Its verb has a small letter already, so that a plural with a capital is part of a name.
    """
    if _ENDED.search(words):
        return True
    known = english()
    for match in _SMALL.finditer(words):
        word = match[0]
        if not _CAPITAL_BEFORE.search(words, 0, match.start()):
            continue
        if word in known.auxiliaries:
            return True
        past = word.endswith("ed") or (word in known.irregular_forms and not word.endswith(("s", "ing")))
        if (past or match["third"]) and lexicon().is_verb_form(word):
            return True
    return False


@lru_cache(maxsize=4)
def _verbs(nouns: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the verb of a headline, and one that goes on with it ("… Opens Locks, Mends Piers, and …")."""
    no_noun = rf"(?!{any_of(noun.capitalize() for noun in nouns)}\b)"
    return (
        re.compile(
            rf"(?<= )(?<!and )(?<!of )(?<!the )(?<!for )(?<!, ){no_noun}[A-Z][a-z]+[a-rt-z]s(?= (?:[A-Z]|an? |the ))"
        ),
        re.compile(rf"(?:, |,? (?:and|And) ){no_noun}([A-Z][a-z]{{2,}}s) (?:[A-Z]|on )"),
    )


@lru_cache(maxsize=4)
def _several(verbs: frozenset[str]) -> re.Pattern[str]:
    """What finds the verb of a headline that tells what several do ("New Rules Protect Crews")."""
    named = any_of(verb.capitalize() for verb in verbs)
    return re.compile(rf"(?<=[a-rt-z]s ){named}(?= (?:[A-Z]|an? |the ))")


def _verb_lowered(words: str) -> str:
    """A headline with its verbs in small letters ("… announces New Actions to mend Piers", "… is mending Piers")."""
    known = lexicon()
    third, further = _verbs(english().classes["headline-noun"])
    first = None
    if not _sentence(words):
        first = next((m for m in third.finditer(words) if known.is_verb_form(m[0].lower())), None)
        first = first or _several(english().classes["headline-verb"]).search(words)
    # No sentence has "Is Opening" with a capital, however it ends.
    first = first or _PROGRESS.search(words)
    if first is None:
        return words
    verbs = [first.span()]
    verbs += [m.span(1) for m in further.finditer(words, first.end())]
    verbs += [m.span() for m in _INFINITIVE.finditer(words, first.end()) if not _person(words, m)]
    for start, end in verbs:
        if start == first.start() or known.is_verb_form(words[start:end].lower()):
            words = words[:start] + words[start:end].lower() + words[end:]
    return words


def _person(words: str, verb: re.Match[str]) -> bool:
    """Whether what looks like an infinitive is a given name ("Presents Medal to Mark Lee", not "to Mark Anniversary")."""
    classes = english().classes
    if verb[0].lower() not in classes["given-verb"]:
        return False
    last = _LAST_NAME.match(words, verb.end())
    if last is None or last["initial"]:
        return last is not None
    name = last["name"].lower()
    known = lexicon()
    return not (
        name in classes["granted"]
        or name in known.nouns
        or known.is_verb_form(name)
        or _ABSTRACT.search(name)
    )
