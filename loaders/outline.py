"""Who acts where a line leaves it out: the lead-in over a list, or what the whole document is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from gestae.loaders.acting import acting, known, names_somebody
from gestae.loaders.actors import actor_phrase
from gestae.loaders.cast import Cast
from gestae.loaders.clauses import Clause, clauses
from gestae.loaders.consisting import tells_parts
from gestae.loaders.control import charged
from gestae.loaders.grammar import NOUNS, PAST, PLURAL
from gestae.loaders.lead_ins import left_open
from gestae.loaders.lead_words import says_itself
from gestae.loaders.lists import Pending, attending, divides, numbering, pending
from gestae.loaders.modality import modality
from gestae.loaders.names import kind_of
from gestae.loaders.owners import naming, owner, owning
from gestae.loaders.parse import Parsed, Sentence
from gestae.loaders.parsed_text import offset
from gestae.loaders.phrases import conjuncts, core
from gestae.loaders.timeline import Timeline
from gestae.loaders.turns import ASKING
from gestae.loaders.verbs import predicate
from gestae.ontology.english import english
from gestae.ontology.facts import Mention, Modality
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LONGEST_NAME = 10
_OPENING = 3
_LONGEST_LABEL = 16
_SECTION = re.compile(r"\W*(?:Section|Sec\.|Article)\s+\d+[A-Z]?\s*(?:[.:(—–-]|$)", re.I)
"""How a section of an order begins; it is no item of a list under "it is ordered:"."""
_DOING = frozenset({"take", "do", "perform", "carry", "complete", "implement", "undertake"})
"""Verbs of lead-ins whose object is the list of deeds itself."""
_OTHERS = frozenset({"directed", "hypothetical"})
"""Moods of what others than the subject are to do."""
_ACTORS = frozenset({"organization", "person", "place"})

__all__ = ["Implied", "Line", "lines"]


@dataclass(frozen=True, slots=True)
class Implied:
    """Who acts in a line without a subject, and in which mood its bare verbs stand."""

    actors: tuple[Mention, ...] = ()
    modality: Modality = "factual"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in its place: who acts in it where it names nobody, and what its lead-in left open."""

    sentence: Sentence
    implied: Implied
    pending: Pending | None


def lines(parsed: Parsed, cast: Cast, topic: Implied, times: Timeline) -> Iterator[Line]:
    """The sentences of a document in their places."""
    outline = _Outline(topic, parsed.document.title or "")
    for sentence, behind in zip_longest(parsed.sentences, parsed.sentences[1:]):
        implied = (
            _speaking(sentence, cast) or _told_behind(sentence, behind, cast) or outline.implied(sentence)
        )
        yield Line(sentence, implied, outline.waiting(sentence))
        outline.read(sentence, cast, times)


@dataclass
class _Outline:
    """What has been read so far of a document, as far as it settles who acts in the next line."""

    topic: Implied
    title: str = ""
    lead: Implied | None = None
    last: Implied | None = None
    doer: Implied | None = None
    label: tuple[int, Implied] | None = None
    pending: Pending | None = None
    marked: bool = False
    numbered: str | None = None
    """How the items of a list are numbered."""

    def implied(self, sentence: Sentence) -> Implied:
        """Who acts in a sentence that names nobody."""
        if self.label and self.label[0] == sentence.block.start:
            return self.label[1]
        if sentence.block.role == "item":
            return self.lead or self.topic
        if sentence.block.role == "heading":
            return replace(self.topic, modality="factual")
        if self.doer and tells_parts(sentence.tokens):
            return self.doer
        if _heads(sentence):
            return self.topic
        return self.lead if self.lead and _bare(sentence.tokens) else self.topic

    def waiting(self, sentence: Sentence) -> Pending | None:
        """What a sentence may complete: below a list of marked items nothing but an item does, and no section of a law."""
        if _SECTION.match(sentence.text):
            return None
        if self.pending and self.pending.told and self.numbered not in {None, numbering(sentence)}:
            return None  # "(a) The Board determines that: (i) … (ii) … (b) The pier …": it determines no more
        return self.pending if sentence.block.role == "item" or not self.marked else None

    def read(self, sentence: Sentence, cast: Cast, times: Timeline) -> None:
        """Take note of a sentence before the next one is asked for."""
        role = sentence.block.role
        if _is_label(sentence):
            named = _known(sentence.tokens, cast)
            self.label = (sentence.block.start, named) if named else None
            return
        waiting = pending(sentence, cast, self.title, times)
        if _SECTION.match(sentence.text):
            self.pending = None
        if waiting is not None:
            self.pending, self.marked, self.numbered = waiting, False, None
        elif role == "item":
            self.marked, self.numbered = True, self.numbered or numbering(sentence)
        elif self.pending and (attending(sentence, self.pending) or divides(sentence, self.pending)):
            pass  # a name is no clause, whatever the parser takes it for
        elif _thanks(sentence.tokens) and role == "paragraph":
            pass  # between the bills of a list stands whom each is owed to
        elif role == "heading" or self.waiting(sentence) is None or not _nominal(sentence.tokens):
            self.pending = None
        leads = sentence.text.rstrip().endswith((":", ": *"))
        if role == "heading":
            told = _said(sentence.tokens, cast) if leads else None
            self.lead, self.last = _known(sentence.tokens, cast) or told, None
            self.doer = None
            return
        said = _said(sentence.tokens, cast)
        if said and all(_is_somebody(who, cast) for who in said.actors):
            self.doer = said
        if role == "item":
            opened = _opened(sentence.tokens, cast) if leads else None
            if opened or (leads and not said):
                self.lead = opened or _named(sentence.tokens, cast) or self.lead
            elif said and not self.lead:
                self.last = said
            return
        self.last = said or self.last
        if leads:
            self.lead = (
                _charged(sentence.tokens, cast)
                or _opened(sentence.tokens, cast)
                or said
                or _named(sentence.tokens, cast)
                or (None if _points(sentence.tokens) else self.last)
            )
        elif not _bare(sentence.tokens):
            self.lead = None


def _is_somebody(who: Mention, cast: Cast) -> bool:
    """Whether somebody can have done what is told next, and is not itself a deed."""
    last = who.name.split()[-1].lower()
    return kind_of(who.name, cast.authority) in _ACTORS or any(
        map(acting, (last, last.removesuffix("ies") + "y", last.removesuffix("es")))
    )


def _speaking(sentence: Sentence, cast: Cast) -> Implied | None:
    """Who has the word in a transcript: they thank in "Thank you" and asked in "Asked for more"."""
    who = cast.speaking(sentence.start)
    if who is None or sentence.block.role != "paragraph":
        return None
    named = who == ASKING or kind_of(who, cast.authority) == "person"
    return Implied((Mention(who, who),)) if named else None  # a label in capitals is no speaker


def _told_behind(sentence: Sentence, behind: Sentence | None, cast: Cast) -> Implied | None:
    """Who acts in what an item begins with ("Mending piers. The Board has …"): whoever the sentence behind it tells of.

    In capitals it heads a section, which may first tell of others than those whose deeds it names.
    """
    label = sentence.tokens
    if (
        behind is None
        or behind.block.start != sentence.block.start
        or label.start
        or label.root.tag_ != "VBG"
        or not _bare(label)
        or len(label) > _LONGEST_LABEL
        or label.text.isupper()
    ):
        return None
    for clause in clauses(behind.tokens):
        if clause.role == "main" and clause.subjects:
            who = [cast.resolve(actor_phrase(s)) for s in clause.subjects if names_somebody(s)]
            return Implied(tuple(who)) if who else None
    return None


def _is_label(sentence: Sentence) -> bool:
    """Whether a sentence is a label before another ("Safe harbours: …")."""
    tokens = sentence.tokens
    return tokens.end < len(tokens.doc) and tokens.text.rstrip().endswith((":", ':"', ":'"))


def _heads(sentence: Sentence) -> bool:
    """Whether a label in capitals heads what follows ("SAFER HARBORS: …"), and so goes on with no list before it."""
    tokens = sentence.tokens
    return tokens.end < len(tokens.doc) and tokens.text.isupper() and tokens.text.rstrip(" *").endswith(":")


def _known(tokens: "Span", cast: Cast) -> Implied | None:
    """The body or instrument that a heading or label consists of ("The Harbour Act:")."""
    words = tokens.text.strip(" :*\"'")
    words = words[4:] if words[:4].lower() == "the " else words
    if len(words.split()) > _LONGEST_NAME or not words:
        return None
    name = cast.known(words)
    if name is None or kind_of(name, cast.authority) not in {"organization", "instrument", "person"}:
        return None
    return Implied((Mention(words, name),))


def _said(tokens: "Span", cast: Cast) -> Implied | None:
    """Who acts in the main clause of a sentence."""
    for clause in clauses(tokens):
        if clause.role == "main" and clause.subjects and not _only_lists(clause, cast):
            named = [
                _behind(s, cast) or cast.resolve(actor_phrase(s))
                for s in clause.subjects
                if s.lower_ not in {"it", "there", "this", "that"}
            ]
            if actors := [who for who in named if who.name]:  # the "'s" of "Let's" is nobody's name
                first = clause.subjects[0]
                cast.note(
                    offset(first.doc, first.idx),
                    actors,
                    plural=first.tag_ in PLURAL,
                    kind="person" if first.ent_type_ == "PERSON" and first.pos_ == "PROPN" else "thing",
                )
                if partners := _partners(clause):
                    met = [cast.resolve(_named_alone(actor_phrase(p))) for p in partners]
                    cast.note(offset(first.doc, first.idx), [*actors, *met], plural=True)
                return Implied(tuple(actors), modality(clause))
    _describe(tokens, cast)
    return None


def _only_lists(clause: Clause, cast: Cast) -> bool:
    """Whether a clause only says that deeds follow, not whose ("notable results include:")."""
    first = clause.subjects[0]
    if clause.verb.lemma_ != "include" or first.pos_ != "NOUN" or _behind(first, cast) is not None:
        return False
    lemma = first.lemma_.lower()
    return lemma in lexicon().nouns or lemma in english().classes["achievement"]


def _partners(clause: Clause) -> "list[Token]":
    """Whom somebody meets or speaks with: both of them are "they" behind it."""
    with_whom = [c for p in clause.verb.rights if p.lower_ == "with" for c in p.rights if c.dep_ == "pobj"]
    done = predicate(clause) if with_whom else None
    if done is None or done.type != "Convene":
        return []
    found = []
    for whom in with_whom:
        person = next((c for c in whom.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
        if whom.pos_ == "PROPN":
            found += [h for h in conjuncts(whom) if h.i == whom.i or h.ent_type_ == "PERSON"]
        elif person is not None:  # "with his counterpart Jo Day"
            found.append(person)
    return found


def _describe(tokens: "Span", cast: Cast) -> None:
    """Let the pronouns behind "Jo Day is a partner at …" mean whom that describes, though nobody acts in it."""
    root = tokens.root
    if root.lemma_ == "be":
        for subject in (c for c in root.lefts if c.dep_ == "nsubj" and c.ent_type_ == "PERSON"):
            cast.note(
                offset(subject.doc, subject.idx),
                [cast.resolve(actor_phrase(subject))],
                plural=False,
                kind="person",
            )


def _opened(tokens: "Span", cast: Cast) -> Implied | None:
    """Who is to act, where a lead-in breaks off before its verb ("The Board shall:"), or says only that it acts."""
    found = left_open(tokens) or _acts_follow(tokens)
    if found is None:
        return None
    heads, mood = found
    return Implied(tuple(cast.resolve(_named_alone(actor_phrase(h))) for h in heads), mood)


def _acts_follow(tokens: "Span") -> "tuple[list[Token], Modality] | None":
    """Of "Roe directs the Board to take the following steps:": the Board, and that it is to."""
    for clause in reversed(clauses(tokens)):
        pointed = any(c.lower_ in {"following", "these"} for o in clause.objects for c in o.lefts)
        if not pointed or not clause.subjects or clause.verb.lemma_ not in _DOING:
            continue
        mood = modality(clause)
        if clause.role == "complement" or (clause.role == "purpose" and mood in _OTHERS):
            return list(clause.subjects), mood
    return None


def _named_alone(name: "Span") -> "Span":
    """A name without what stands between it and its auxiliary (", in consultation")."""
    doc = name.doc
    ends = (
        t.i
        for t in name[1:-1]
        if t.text == "," and (doc[t.i + 1].pos_ == "ADP" or doc[t.i - 1].ent_type_ == "PERSON")
    )
    return doc[name.start : next(ends, name.end)]


def _charged(tokens: "Span", cast: Cast) -> Implied | None:
    """Whose policy or duty a lead-in says that the list is ("It is the policy of the Board to:")."""
    root = tokens.root
    if root.lemma_ != "be" or not any(c.lower_ == "it" for c in root.lefts):
        return None
    actors = tuple(cast.resolve(actor_phrase(h)) for c in root.rights if c.dep_ == "attr" for h in charged(c))
    moods = english().auxiliaries
    mood: Modality = next((moods[c.lower_] for c in root.lefts if c.lower_ in moods), "planned")
    return Implied(actors, mood) if actors else None


def _points(tokens: "Span") -> bool:
    """Whether a lead-in only points at what was told before ("Here is what this means:")."""
    return any(t.lower_ in {"this", "it", "that"} and t.dep_ == "nsubj" for t in tokens)


def _behind(subject: "Token", cast: Cast) -> Mention | None:
    """Whose deeds a subject names, where they do not act themselves ("Harbour Board actions include:")."""
    whose = owner(subject) or naming(subject)
    if subject.pos_ != "NOUN" or whose is None or acting(subject.lemma_.lower()):
        return None
    who = cast.resolve(owning(whose))
    return who if known(who) and kind_of(who.name, cast.authority) in _ACTORS else None


def _named(tokens: "Span", cast: Cast) -> Implied | None:
    """Who or what a lead-in without a verb names ("The Department, through its bureaus:", "The order:")."""
    root = tokens.root
    return Implied((cast.resolve(core(root)),)) if root.pos_ == "PROPN" or says_itself(root) else None


def _thanks(tokens: "Span") -> bool:
    """Whether a sentence thanks somebody ("Thank you to …")."""
    return tokens[0].lower_ in {"thank", "thanks"}


def _nominal(tokens: "Span") -> bool:
    """Whether a sentence is no clause but the name of something, with what is said of it."""
    return tokens.root.pos_ in NOUNS or any(c.dep_ == "relcl" for c in tokens)


def _bare(tokens: "Span") -> bool:
    """Whether a sentence begins with a verb that has no subject."""
    root = tokens.root
    if any(c.dep_.startswith("nsubj") for c in root.children):
        return False
    return root.tag_ in {"VB", "VBG"} or (root.tag_ in PAST and root.i - tokens.start < _OPENING)
