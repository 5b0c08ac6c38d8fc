"""The verb or verb phrase that carries an action, and its type in the action scheme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gestae.loaders.caused import got, is_got
from gestae.loaders.clauses import Clause
from gestae.loaders.grammar import FINITE, NOUNS
from gestae.loaders.leading import dating, honored, in_view, joined, leads, opposed
from gestae.loaders.objects import given
from gestae.loaders.phrases import under_of
from gestae.loaders.sorts import called, counted, sorts
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Predicate", "alongside", "denied", "goes_on", "predicate"]

_CATENATIVES = frozenset({
    "continue", "begin", "start", "plan", "intend", "aim", "seek", "want", "try", "attempt", "hope", "wish", "need",
    "tend", "go", "strive", "look", "proceed", "manage", "use", "prepare", "come", "get", "be", "have", "endeavor",
})  # fmt: skip
"""Verbs that only say how another is done; the one under them carries the action."""
_ADJECTIVES = {
    "committed": "commit",
    "dedicated": "dedicate",
    "focused": "focus",
    "engaged": "engage",
    "devoted": "devote",
    "determined": "determine",
}
_SPELLED = {"fulfil": "fulfill", "enrol": "enroll", "instal": "install", "instil": "instill"}
_CONSISTING = frozenset({"comprise", "compose"})
"""Verbs whose passive tells of what something consists; nobody did it."""
_ONLY = frozenset({"only", "just", "merely", "simply"})
_ENDING = frozenset({"stop", "cease", "quit"})
_MEANS = frozenset({"effort", "measure", "step"})
"""What one announces who announces what they are for; actions are announced as intentions."""
_SURE = frozenset({"sure", "certain"})
"""What one makes who ensures."""
_MORE = frozenset({"more", "less"})
_MEANT = frozenset({"should", "will"})
"""Make of what one says a request ("said that the port should close"), or of what one announces a commitment."""
_THAT = "that"
_ASKING = frozenset({"WDT", "WP", "WRB"})
"""Tags of words that open a question, in part-of-speech tags of the Penn Treebank."""
_NAMING = frozenset({"designate", "classify", "declare"})
"""Verbs that say of one thing what it is to be; that decides, not the thing."""
_TREATING = frozenset({"center", "cover", "feature", "focus", "highlight"})
"""What a meeting does to its topics."""
_COMPARATIVE = "comparative"
"""Stands in a pattern for every comparative: "make: comparative" is what makes something better or more open."""
_INTRANSITIVE = "alone"
"""Stands in a pattern for a verb with nothing that it is done to: "increase: alone"."""
_WHOM = "whom"
"""Stands in a pattern for whoever gets what the object is: "save: whom" is what saves them money."""
_GOT = NOUNS | {"PRON"}
_HOLDING = frozenset({"from", "with"})
"""Prepositions that make one name with a verb where they stand before a participle ("keep from mending")."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """The lemma of a verb phrase and the notation of its action type."""

    lemma: str
    type: str


def predicate(clause: Clause) -> Predicate | None:
    """What a clause's verb says was done; nothing for verbs that only lead to another."""
    verb = clause.verb
    if clause.complement is not None and verb.lemma_ in _CATENATIVES and not clause.objects:
        return None
    if (
        (clause.passive and verb.lemma_ in _CONSISTING)
        or _succeeds(clause)
        or goes_on(verb)
        or _acts_through(clause)
    ):
        return None
    if leads(clause) or honored(clause) or opposed(verb) or dating(clause) or in_view(verb) or is_got(verb):
        return None
    if (caused := got(verb)) is not None:
        done = caused[0]
        known = lexicon().type_with(done.lemma_.lower(), "", sorts(clause.objects[:1]))
        return Predicate(f"{verb.lemma_} {done.lower_}", known or "Other")
    lemma = _ADJECTIVES.get(verb.lower_) or verb.lemma_.lower()
    lemma = _SPELLED.get(lemma, lemma)
    doc = verb.doc
    if verb.i >= 2 and doc[verb.i - 1].text == "-" and doc[verb.i - 2].lower_ in english().classes["prefix"]:
        lemma = f"{doc[verb.i - 2].lower_}-{lemma}"
    name = f"{lemma} {clause.particle}".strip()
    over = joined(verb)
    whole = f"{over} {name}" if over else name
    known = lexicon().verbs.get(whole) if over else None
    return Predicate(whole, known or _type(lemma, clause))


def goes_on(verb: "Token") -> bool:
    """Whether a verb only denies that what stands under it ends ("will never stop mending the pier")."""
    return (
        verb.lemma_ in _ENDING
        and denied(verb)
        and any(c.dep_ == "xcomp" and c.tag_ == "VBG" for c in verb.rights)
    )


_CONCEDING = frozenset({"doubt", "matter"})
"""What denies nothing behind a "no": "no matter how", "no doubt"."""


def denied(verb: "Token") -> bool:
    """Whether a verb has a word of negation, or an adverb that has one ("no longer")."""
    denials = english().classes["negation"]
    return any(
        c.dep_ == "neg"
        or (c.lower_ in denials and c.dep_ in {"advmod", "preconj"})
        or (c.dep_ == "advmod" and c.lower_ not in _CONCEDING and any(g.dep_ == "neg" for g in c.lefts))
        for c in verb.children
        if not _not_only(c)
    )


def _not_only(word: "Token") -> bool:
    """Whether a "not" denies only that there is no more ("not only opened a lock but also …")."""
    return word.lower_ == "not" and word.i + 1 < len(word.doc) and word.nbor().lower_ in _ONLY


def _succeeds(clause: Clause) -> bool:
    """Whether a verb only says that what stands behind its "in" came about ("succeeded in mending the pier")."""
    behind = clause.preposition
    return (
        clause.verb.lemma_ == "succeed"
        and behind is not None
        and any(c.dep_ == "pcomp" for c in behind.rights)
    )


def _acts_through(clause: Clause) -> bool:
    """Whether a participle only says by whose hands somebody acts (", acting through the Warden,")."""
    behind = clause.preposition
    return clause.verb.lower_ == "acting" and behind is not None and behind.lower_ in {"through", "by"}


def alongside(clause: Clause) -> tuple[Clause, Predicate] | None:
    """Of "work with the states to mend roads", whose verb leads to another: that they work together."""
    behind = clause.preposition
    if clause.verb.lemma_ != "work" or behind is None or behind.lower_ != "with":
        return None
    whom = replace(clause, complement=None)
    return whom, Predicate("work", _type("work", whom))


def _type(lemma: str, clause: Clause) -> str:
    """The type of an act; verbs that only tell of another ("announce that …") take the type of that."""
    known = lexicon()
    under = clause.complement
    if lemma in known.telling and (told := _told(clause)) is not None:
        below = _alone(told)
        if below is not None and below != "Other":
            return below
    if under is not None and not clause.objects and lemma == "make" and _SURE & set(_small_clause(clause)):
        lemma = "ensure"
        under = next((c for c in under.rights if c.dep_ == "ccomp"), under) if under.pos_ == "ADJ" else under
    about = _subject_below(clause, under)
    if about is not None and not clause.particle:
        found = _of_subject(lemma, under, about)
        if found is not None and found != known.verbs.get(lemma):
            return found
    things = clause.objects[:1] or _owners(clause)
    behind = next((p for p in _phrases(clause) if f"{lemma} {p}" in known.phrases), clause.particle)
    alone = clause.preposition if not clause.objects else None
    if alone is not None and f"{lemma} {alone.lower_}" in known.phrases:
        behind = behind or alone.lower_
    if not things and clause.preposition is not None:
        behind = behind or clause.preposition.lower_
        things = tuple(c for c in clause.preposition.rights if c.dep_ == "pobj")[:1]
    passed = given(clause)
    words = sorts([passed] if passed is not None else things, lemma)
    small = _small_clause(clause)
    if clause.objects:
        small = [w for w in small if w != _THAT]  # "gave the assurance that …" gave no clause
    words = [*words, *small] if clause.objects and lemma not in _NAMING else [*small, *words]
    if not clause.objects and under is None:
        words.insert(0, _INTRANSITIVE)  # what "grew by two million" was paid by nobody
    if clause.objects and any(c.dep_ == "dative" and c.pos_ in _GOT for c in clause.verb.rights):
        words.insert(0, _WHOM)
    found = known.type_with(lemma, behind, words)
    if found is None and "-" in lemma:
        joined_up = known.type_with(lemma.replace("-", ""), behind, words)  # "re-open" is "reopen"
        found = joined_up or known.type_with(lemma.partition("-")[2], behind, words)
    announced = lemma == "announce" and any(t.lemma_.lower() in _MEANS for t in counted(things))
    if (announced or found in {None, "Other", "Request"}) and lemma in english().classes["light"]:
        tried = _attempted(clause, things)
        found = tried if tried is not None and (tried != "Other" or found is None) else found
    found = _performed(lemma, things) or found or "Other"
    treats = lemma in _TREATING or (lemma == "take" and any(o.lemma_ == "place" for o in clause.objects))
    return "Convene" if treats and _met(clause) else found


def _met(clause: Clause) -> bool:
    """Whether a meeting is the subject: what it "focused on", and where it "took place", is what those who met did there."""
    return any(s.lemma_.lower() in english().classes["meeting"] for s in clause.subjects)


def _told(clause: Clause) -> "Token | None":
    """The verb that stands as the object: of "announced that it will invest", "moved to end" and "work on mending"."""
    if clause.objects:
        return None
    under = clause.complement
    if clause.preposition is not None and clause.preposition.lower_ == "with":
        return None
    if clause.preposition is not None:
        under = next((c for c in clause.preposition.rights if c.tag_ == "VBG" and c.dep_ == "pcomp"), None)
    while under is not None and under.lemma_ in lexicon().telling:
        below = next((c for c in under.rights if c.dep_ == "xcomp"), None)
        if below is None:
            break
        under = below
    return under if under is not None and under.pos_ == "VERB" else None


def _alone(verb: "Token") -> str | None:
    """The type of a verb by itself, with its particle and its object."""
    lemma, known = verb.lemma_.lower(), lexicon()
    so = [c for c in verb.rights if c.pos_ == "ADJ" and c.dep_ in {"oprd", "ccomp"}]  # "make loans available"
    particles = (*so, *(c for c in verb.rights if c.dep_ in {"prt", "prep"}))
    behind = next((p for p in particles if f"{lemma} {p.lower_}" in known.phrases), None)
    heads = _object_heads(verb) or [s for c in so for s in c.lefts if s.dep_ == "nsubj"]
    if not heads and behind is not None:
        heads = [c for c in behind.rights if c.dep_ == "pobj"]
    return known.type_with(lemma, behind.lower_ if behind is not None else "", sorts(heads))


def _owners(clause: Clause) -> "tuple[Token, ...]":
    """Of "made grants to close the gap" and "made it public": the noun, which may hang on the word behind it."""
    under = clause.complement
    if under is None or (under.tag_ != "VB" and under.pos_ != "ADJ"):
        return ()
    return tuple(c for c in under.lefts if c.dep_ == "nsubj" and c.i > clause.verb.i)[:1]


def _subject_below(clause: Clause, under: "Token | None") -> "Token | None":
    """Of "ensures that families can eat": the families; nothing where a verb has an object of its own."""
    if under is None or clause.objects or under.pos_ not in {"VERB", "AUX"}:
        return None
    return next((c for c in under.lefts if c.dep_ in {"nsubj", "nsubjpass"} and c.i > clause.verb.i), None)


def _of_subject(lemma: str, under: "Token | None", about: "Token") -> str | None:
    """The type that the subject below gives: "declare that an emergency exists" is to declare an emergency.

    Its verb may give it too: who ensures that ports have cranes provides for them. Where a pattern names "that", it speaks for all such clauses, but for those of "X that" by name.
    """
    known = lexicon()
    finite = under is not None and _is_finite(under)
    speaks = (lemma, "that") in known.patterns or lemma in english().classes["light"]
    words = [*called(about), f"that-{under.lemma_.lower()}"] if under is not None else called(about)
    if not finite or lemma in known.telling or not speaks:
        return known.type_with(lemma, "that", words)
    named = f"{lemma} that"
    return next((known.patterns[named, w] for w in words if (named, w) in known.patterns), None)


def _performed(lemma: str, things: "Iterable[Token]") -> str | None:
    """Of "lead the development of a guide": the type of developing a guide, where that differs from developing."""
    known = lexicon()
    for noun in things:
        act = known.verb_of_noun(noun.lemma_.lower())
        if act is None or lemma not in english().classes["light"]:
            continue
        return next(
            (known.patterns[act, w] for w in sorts(under_of(noun)[:1]) if (act, w) in known.patterns), None
        )
    return None


def _phrases(clause: Clause) -> Iterator[str]:
    """What may make one name with the verb, the longest first: "(bring) to justice", "(stand) up for", "(set) free"."""
    prepositions = [c for c in clause.verb.rights if c.dep_ == "prep"]
    for preposition in prepositions:
        yield from (f"{preposition.lower_} {c.lower_}" for c in preposition.rights if c.dep_ == "pobj")
        if not any(c.dep_ in {"pobj", "pcomp"} for c in preposition.rights):
            yield preposition.lower_  # "the review called for by the council"
        if preposition.lower_ in _HOLDING and any(c.dep_ == "pcomp" for c in preposition.rights):
            yield preposition.lower_
    if clause.particle:
        yield from (f"{clause.particle} {c.lower_}" for c in prepositions)
        yield clause.particle
    yield from _small_clause(clause)


def _attempted(clause: Clause, things: "Iterable[Token]") -> str | None:
    """Of "take steps to protect", "lead efforts to build" and "play a role in training": the type of what is tried."""
    named = list(counted(things))
    if not any(t.lemma_.lower() in english().classes["attempt"] for t in named):
        return None
    below = [
        c for t in named for c in (*t.rights, *(b for p in t.rights if p.dep_ == "prep" for b in p.rights))
    ]
    for act in (*below, *clause.verb.rights):
        tried = act.tag_ == "VB" and act.dep_ in {"acl", "xcomp", "advcl", "relcl"}
        if tried or (act.tag_ == "VBG" and act.dep_ == "pcomp"):
            return _alone(act)
    return None


def _small_clause(clause: Clause) -> list[str]:
    """Of "hold them accountable", "make it public" and "bring people together" the last word; "that" before a clause."""
    last = [
        c
        for c in clause.verb.children
        if c.dep_ in {"oprd", "acomp", "advmod"} or (c.dep_ == "ccomp" and c.pos_ == "ADJ")
    ]
    if clause.complement is not None and clause.complement.pos_ in {"ADJ", "NOUN"}:
        last.append(clause.complement)
    said = [c.lower_ for c in last]
    if any(c.tag_ == "JJR" or (c.pos_ == "ADJ" and any(m.lower_ in _MORE for m in c.lefts)) for c in last):
        said.append(_COMPARATIVE)
    if clause.complement is not None:
        said += _opening(clause.complement)
    if clause.verb.lemma_ in _NAMING:
        named = [c for c in last if c.dep_ == "oprd"]
        named += [c for p in clause.verb.rights if p.lower_ == "as" for c in p.rights if c.dep_ == "pobj"]
        said = [*sorts([*named, *clause.objects[1:]]), *said]
    return said


def _opening(under: "Token") -> list[str]:
    """What tells of a clause how it is meant: "will", "should", "to", "how", "whether", "that" even where it is left out."""
    said = [c.lower_ for c in under.lefts if c.lower_ in _MEANT]
    if under.tag_ == "VB":
        said += [c.lower_ for c in under.lefts if c.dep_ == "aux" and c.lower_ == "to"]
    marks = [c.lower_ for c in under.lefts if c.dep_ == "mark"]
    marks += [t.lower_ for c in under.lefts for t in (c, *c.lefts) if t.tag_ in _ASKING]
    return said + (marks or (["that"] if _is_finite(under) else []))


def _is_finite(under: "Token") -> bool:
    """Whether a clause that stands as an object could have "that" before it: not so "eat" in "lets them eat"."""
    return under.dep_ == "ccomp" and (
        under.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in FINITE for c in under.lefts)
    )


def _object_heads(verb: "Token") -> "list[Token]":
    return [c for c in verb.rights if c.dep_ == "dobj"][:1]
