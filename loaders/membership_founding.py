"""Whether a body is founded, joined or launched where its name stands: "launched the new Harbor Pact with Norway and Chile"."""

import re
from functools import lru_cache

from gestae.loaders.membership_denied import denied, supposed
from gestae.loaders.patterns import any_of
from gestae.ontology.english import English, english

__all__ = ["founded"]

_FAR = 300
_ENDS = re.compile(r"(?<![A-Z])[.!?;:]['\")]? |\n")
_UNDER = ("to ", " and ", " or ")
"""Behind which a verb may stand under another: "refused to", "refused to found or"."""
_BETWEEN = r"(?: up)? (?:the (?:launch|creation|formation|founding|establishment) of )?(?:(?:the|an?|its|our|their|his|her|this) (?:[a-z-]+ )?)?$"
"""What may stand between the verb and the name: "announced the launch of the new …"."""


def founded(text: str, start: int) -> bool:
    """Whether a verb of founding governs the name that begins at `start`, in a clause that is not denied, supposed or only urged."""
    sentence = _ENDS.split(text[max(0, start - _FAR) : start])[-1]
    words = english()
    verb = _founding(words.classes["founding"], words.irregular_forms).search(sentence)
    if verb is None or denied(sentence) or supposed(sentence):
        return False
    clause = sentence[: verb.start()].rpartition(", ")[2]
    if any(words.auxiliaries.get(word) == "hypothetical" for word in clause.split()):
        return False
    under = clause.endswith(_UNDER) or verb["verb"].lower().endswith("ing")
    return not (under and _unreal(_keeping_from(words)).search(clause))


@lru_cache(maxsize=4)
def _founding(verbs: frozenset[str], irregular: frozenset[str]) -> re.Pattern[str]:
    """Forms of verbs that are no irregular form of another ("found") before the name of a body."""
    forms = frozenset().union(*(english().forms(verb) for verb in verbs)) - irregular
    return re.compile(rf"(?<![\w-])(?P<verb>{any_of(forms)}){_BETWEEN}", re.I)


def _keeping_from(words: English) -> frozenset[str]:
    """Verbs under which a verb tells no fact: "urged to join", "refused to join", "opposed joining"."""
    governing = frozenset(verb for verb, mood in words.governing.items() if mood == "hypothetical")
    real = words.classes["continuation"] - words.classes["failure"]
    return (governing - real) | words.classes["failure"] | words.classes["opposing"] | words.classes["ending"]


@lru_cache(maxsize=4)
def _unreal(verbs: frozenset[str]) -> re.Pattern[str]:
    forms = frozenset().union(*(english().forms(verb) for verb in verbs))
    return re.compile(rf"(?<![\w-]){any_of(forms)}\b", re.I)
