"""Whether a phrase names somebody or something that can be responsible for a deed or a number."""

from typing import TYPE_CHECKING

from gestae.ontology.english import english
from gestae.ontology.facts import UNSPECIFIED, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["acting", "can_act", "human", "known", "names_somebody"]

_NOBODY = frozenset({
    "it", "this", "that", "these", "those", "they", "there", "which", "who", "he", "she", "what", "you",
    "we", "i", "one", "many", "some", "all", "both", "others", "each", "more", "most",
}) | {UNSPECIFIED}  # fmt: skip
_PEOPLE = ("ist", "ian", "eer", "ee", "person", "woman", "man", "maker", "holder", "owner", "worker")


def can_act(who: Mention, subject: "Token") -> bool:
    """Whether a subject can be responsible for a number: somebody named, people, bodies, or a law or plan."""
    if who.name.lower() in _NOBODY or not who.name:
        return False
    last = who.name.split()[-1].lower()
    stems = (last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ies") + "y")
    if subject.pos_ == "PRON" and who.name.islower() and not any(map(acting, stems)):
        return False  # "it", where that is "the price"
    capital = subject.text[:1].isupper() and (
        subject.left_edge.i > subject.sent.start or _introduced(subject)
    )
    if known(who) or subject.pos_ == "PROPN" or capital:
        return True
    return acting(subject.lemma_.lower())


def _introduced(subject: "Token") -> bool:
    """Whether a word that a sentence begins with is told to be somebody ("Tidewater, a boat builder, opened …")."""
    return any(c.dep_ == "appos" and acting(c.lemma_.lower()) for c in subject.rights)


def acting(lemma: str) -> bool:
    """Whether a noun names people or a body, or a law or plan that can be responsible; a name keeps its plural's s."""
    agents = english().classes["agent"]
    return any(word in agents or human(word) for word in (lemma, lemma.removesuffix("s")))


def names_somebody(noun: "Token") -> bool:
    """Whether a noun is a name, or what `acting` says."""
    return noun.pos_ == "PROPN" or acting(noun.lemma_.lower())


def human(lemma: str) -> bool:
    """Whether a noun in the singular names people by what they are or do."""
    classes = english().classes
    return (lemma.endswith(_PEOPLE) and lemma not in classes["no-person"]) or any(
        lemma in classes[name] for name in ("official", "offender", "people", "victim")
    )


def known(who: Mention) -> bool:
    """Whether a phrase stands for a name that is not its own words."""
    return _plain(who.name) != _plain(who.text)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
