"""Who achieved, spent or holds what a number counts: the subject of the clause that governs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gestae.loaders.acting import acting, can_act, known
from gestae.loaders.clauses import Clause, clauses
from gestae.loaders.credited import (
    added_to,
    announced,
    behind_gift,
    deed_of,
    helper,
    investor,
    label_of,
    looks_back,
    named_beside,
    only_deeds,
    staff_of,
)
from gestae.loaders.doer_clauses import (
    before_it,
    changed,
    given_in,
    heads,
    lent,
    participle,
    people,
    place_in,
    several,
    unnumbered,
)
from gestae.loaders.mislaid import mislaid
from gestae.loaders.owners import (
    GIVEN,
    aiming,
    by_including,
    doing,
    giver,
    governor,
    including,
    made_by,
    named_whole,
    naming,
    owner,
    owning,
    payer,
    sponsor,
    thanks,
    whole,
)
from gestae.loaders.phrases import core
from gestae.loaders.predicates import is_infinitive, is_passive
from gestae.loaders.resolver import Resolver
from gestae.loaders.surface_subjects import RELATIVE, own_subjects
from gestae.loaders.unachieved import aimed, beside, helped, unachieved
from gestae.ontology.authority import authority
from gestae.ontology.english import english
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Around", "Doer", "doer"]


_STATES = frozenset({
    "be", "equal", "remain", "total", "average", "amount", "rank", "rise", "fall", "drop", "decline",
    "grow", "decrease", "surge", "climb", "jump", "become", "live", "struggle", "suffer", "belong",
    "last", "range", "stand", "apply", "come", "happen", "occur", "exceed", "plummet", "soar", "double",
    "triple", "mean", "surpass", "experience",
})  # fmt: skip
"""Verbs whose subject does not achieve the number beside them."""
_CHANGES = frozenset({
    "double", "triple", "grow", "drop", "decrease", "total", "average", "surge", "range", "apply",
})  # fmt: skip
"""Those of them that are deeds with an object besides the number ("tripled the credit for 17 million")."""
_HANDED_ON = frozenset({
    "result", "lead", "include", "involve", "total", "amount", "range", "equal", "represent", "affect",
    "contain", "value", "estimate",
})  # fmt: skip
"""Verbs whose participle hands a number on to whoever did what it follows from."""
_PAYING = frozenset({"pay"})
"""Verbs whose passive tells whose the money is ("nurses are paid $4")."""
_POINTING = frozenset({"this", "these", "such", "those", "that"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_PLACED = frozenset({"world", "globe", "nation", "country", "state", "region", "year", "month"})
_MAX_DEPTH = 8


Doer = tuple[Mention | None, "Token | None", "Token | None"]
"""Who does it, the head of the words that name them, and the verb that governs the number."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a sentence.

    `implied` are those who act where a clause leaves its subject out; `listed` tells that it is a heading or an item of
    a list, and `completed` whose deed, begun in a lead-in, it completes if it only names a thing. `earlier` is the sentence before it in the same paragraph, and `counted` whoever the last number of that
    one was put down to.
    """

    implied: Sequence[Mention] = ()
    listed: bool = False
    completed: Sequence[Mention] = ()
    earlier: "Span | None" = None
    counted: Mention | None = None


def doer(token: "Token", clause_of: Mapping[int, Clause], cast: Resolver, around: Around) -> Doer:
    """Who is responsible for the number that hangs on a token.

    Nobody is where the number is itself what the clause is about ("500 people live there"), where the
    clause only describes, or where a passive does not say by whom.
    """
    search = _Search(clause_of, cast, around)
    governing = governor(token)[0]
    by = payer(token) or deed_of(token)
    if by is not None and can_act(search.named(core(by)), by):
        return search.named(core(by)), None, governing
    subject = search.owning(token)
    if subject is not None:
        return cast.resolve(owning(subject)), subject, search.over(token)[2]
    if unachieved(token, governing):
        return None, None, governing
    thanked = giver(token, plain=False) if thanks(token, governing) else None
    if thanked is not None and can_act(search.named(core(thanked)), thanked):
        return search.named(core(thanked)), None, governing
    found = search.over(token)
    who, _, verb = found
    telling = verb is not None and verb.lemma_.lower() in english().classes["touting"]
    if who is not None and verb is not None and not telling:
        return found
    gives = giver(token, plain=verb is None or verb.lemma_ == "include")
    if gives is not None:
        return *search.giving(gives), verb if telling else None
    paid = sponsor(token) if who is None else None
    if paid is not None:
        return cast.resolve(paid), None, verb
    behind = doing(token) if who is None else None
    if behind is not None and can_act(search.named(core(behind)), behind):
        return search.named(core(behind)), None, verb
    name = named_whole(token) if who is None and verb is not None and is_passive(verb) else None
    if name is not None and name.ent_type_ not in _PLACES and can_act(search.named(core(name)), name):
        return search.named(core(name)), None, verb
    made = helper(verb, whole(token)) if who is None and verb is not None else None
    if made is not None and can_act(search.named(owning(made)), made):
        return search.named(owning(made)), None, verb
    if who is None and verb is not None and verb.lemma_ not in _HANDED_ON | _STATES:
        things = several(token, verb)
        if things is not None:
            return search.named(core(things)), things, verb
    return found


@dataclass(frozen=True, slots=True)
class _Search:
    """The way from a number up its sentence to whoever is responsible for it."""

    clause_of: Mapping[int, Clause]
    cast: Resolver
    around: Around
    tried: frozenset[int] = frozenset()
    """Verbs that the way has led past: two clauses may each be the other's subject."""

    def named(self, phrase: "Span") -> Mention:
        """Whom a phrase names, by the whole of a name that the parse cuts short ("the Office on Ports | Against Storms")."""
        return self.cast.resolve(self.cast.whole(phrase))

    def over(self, token: "Token") -> Doer:
        node, entry = token, ""
        for _ in range(_MAX_DEPTH):
            verb, entry, whose = governor(node)
            if whose is not None:
                return self.cast.resolve(owning(whose)), whose, None
            if verb is None:
                return self._fragment(token), None, None
            lemma = verb.lemma_.lower()
            if lemma == "compare":
                return None, None, None
            listed = by_including(verb)
            if listed is not None:
                node = listed
                continue
            if beside(token, verb) or entry == "agent":
                return None, None, verb
            if entry in {"nsubj", "csubj", "expl"}:
                under = verb.dep_ in {"pcomp", "acl", "advcl"} or (
                    verb.dep_ == "ccomp" and verb.tag_ == "VBG"
                )
                if added_to(verb):
                    return None, None, verb
                if verb.tag_ in {"VBG", "VBN"} and under and verb.head.i < token.i:
                    # "With $5 million going to schools", "has welcomed 300 sailors fleeing a storm".
                    node = verb
                    continue
                return self._told_of(node, verb, token)
            own = any(s.lower_ not in RELATIVE for s in own_subjects(verb))
            if (
                lemma in _HANDED_ON
                and not own
                and verb.dep_ in {"acl", "advcl", "prep", "relcl", "pcomp", "conj"}
                and verb.tag_ in {"VBG", "VBN", "VBD", "VBZ"}
            ):
                whole = including(token) if lemma == "include" else None
                if whole is not None:
                    node = whole
                    continue
                node = verb.head if verb.dep_ in {"acl", "prep"} and verb.head.dep_ == "relcl" else verb
                if lemma == "include" and node.dep_ == "relcl":
                    node = node.head
                continue
            grown = lemma == "increase" and all(c.dep_ != "dobj" for c in verb.children)
            if summed := next((s for s in own_subjects(verb) if looks_back(s, verb)), None):
                return self._before(summed, pointed=True), summed, verb
            if grown or (lemma in _STATES and not (lemma in _CHANGES and changed(verb, node))):
                return self._worth(verb, token), None, verb
            clause = None if verb.i in self.tried else self.clause_of.get(verb.i)
            if clause is None:
                node = verb
                continue
            if participle(clause):
                node = verb.head  # "the number of boats stationed there from four to six"
                continue
            return self._of_clause(clause, entry, token)
        return None, None, None

    def _worth(self, verb: "Token", token: "Token") -> Mention | None:
        """Of "Safe Harbour is a $3 million programme": what that is."""
        thing = whole(token)
        if token.ent_type_ != "MONEY" or thing.i == token.i or thing.dep_ != "attr" or thing.head.i != verb.i:
            return None
        who = [(self.named(core(s)), s) for s in own_subjects(verb) if s.pos_ != "PRON"]
        return next((name for name, s in who if can_act(name, s)), None)

    def owning(self, token: "Token") -> "Token | None":
        """Whose what is counted is, as in "the Order's 72 projects"."""
        thing = whole(token)
        whose = owner(thing)
        if (
            whose is None
            or any(c.like_num and c.i < whose.i for c in thing.lefts)  # "474 Lee's Market shops"
            or (whose.ent_type_ in _PLACES and thing.lemma_.lower() not in GIVEN)
            or whose.lemma_.lower() in _PLACED
            or any(c.dep_ == "nummod" for c in whose.lefts)
        ):
            return None
        return whose if can_act(self.cast.resolve(owning(whose)), whose) else None

    def giving(self, gives: "Token") -> "tuple[Mention, Token]":
        """Who a giver is; of "from the bureau's prize" it is the bureau, of "from its new Act" the law."""
        who, whose = self.named(core(gives)), owner(gives)
        if whose is None or known(who) or acting(gives.lemma_.lower()):
            return who, gives
        return self.cast.resolve(owning(whose)), whose

    def _fragment(self, token: "Token") -> Mention | None:
        """Who gave or did what an item of their lead-in names, or spends the money that a line without a verb names."""
        if self.around.listed and self.around.completed:
            return self.around.completed[0]
        label = label_of(token)
        if label is not None and any(
            e.kind != "place" for e in authority().find(self.named(core(label)).name)
        ):
            return self.named(core(label))
        money = token.ent_type_ == "MONEY" or token.lemma_.lower() == "dollar"
        if not self.around.listed or not self.around.implied or not (money or only_deeds(token)):
            return None
        who = self.around.implied[0]
        if any(e.kind == "place" for e in authority().find(who.name)):
            return None  # a line labelled "Chile" is about it
        last = who.name.split()[-1]
        somebody = known(who) or last[:1].isupper() or acting(last.removesuffix("s"))
        return who if somebody and not who.name[:1].isdigit() else None

    def _told_of(self, subject: "Token", verb: "Token", token: "Token") -> Doer:
        """Who is behind a number in a subject: who announces it, the people of a share, or who names the whole."""
        for maker in made_by(token):
            who = self.named(core(maker))
            if can_act(who, maker):
                return who, None, verb
        name = naming(subject) if subject.i != token.i else staff_of(subject, verb)
        if name is not None:
            who = self.named(core(name))
            if known(who) or subject.i == token.i:
                return who, None, verb
        over = verb.head
        saying = english().classes["saying"]
        told = verb.dep_ == "ccomp" or (is_infinitive(verb) and all(c.dep_ != "mark" for c in verb.lefts))
        themselves = announced(verb) and acting(whole(token).lemma_.lower())
        if told and not themselves and over.i < token.i and over.lemma_.lower() not in saying:
            helping = self.clause_of.get(over.i) if over.lemma_ in english().classes["enabling"] else None
            for speaker in own_subjects(over) or (helping.subjects if helping is not None else ()):
                who = self.named(core(speaker))
                if can_act(who, speaker):
                    return who, None, verb
        return None, None, verb

    def _of_clause(self, clause: Clause, entry: str, token: "Token") -> Doer:
        verb = clause.verb
        if helped(verb) and entry == "nsubjpass":
            return self._told_of(token, verb, token)
        if helped(verb) or aimed(verb):
            return None, None, verb
        goal = aiming(verb)
        if goal is not None:
            who = self.cast.resolve(owning(goal))
            if can_act(who, goal):
                return who, goal, verb
        by = investor(verb)
        if by is not None and can_act(self.named(core(by)), by):
            return self.named(core(by)), None, verb
        if not clause.passive and (lost := mislaid(verb)) is not None:
            who = self.named(core(lost))
            return (who, None, verb) if can_act(who, lost) else (None, None, verb)
        for subject in clause.subjects:
            if verb.tag_ == "VB" and any(t.text == ":" for t in verb.doc[subject.i : verb.i]):
                break  # what stands before a colon is a heading, not the subject
            return *self._acting(subject, clause), verb
        if entry == "nsubjpass":
            counted = self.around.counted if verb.dep_ == "ROOT" else None
            return self._told_of(token, verb, token)[0] or counted, None, verb
        if clause.passive:
            paid = clause.recipient if verb.lemma_ in _PAYING else None
            if paid is not None and paid.dep_ == "nsubjpass":
                payee = self.named(unnumbered(core(paid)))
                if can_act(payee, paid):
                    return payee, paid, verb
            return None, None, verb
        before = before_it(verb)
        if before is not None and heads(verb):
            who = self.named(unnumbered(core(before)))
            return (who, before, verb) if can_act(who, before) else (None, None, verb)
        if not self.around.implied or not heads(verb):
            return None, None, verb
        return self.around.implied[0], None, verb

    def _acting(self, subject: "Token", clause: Clause) -> "tuple[Mention | None, Token | None]":
        """Who a subject is, where it can be responsible, else who stands behind it."""
        over = clause.verb.head
        if clause.verb.dep_ == "ccomp" and subject.lower_ in _PRONOUNS and subject.head.i == clause.verb.i:
            for speaker in own_subjects(over):
                who = self.named(core(speaker))
                telling = speaker.lemma_.lower() in english().classes["account"]
                if speaker.pos_ != "PRON" and not telling and can_act(who, speaker):
                    return who, subject
        lying = clause.verb.dep_ == "relcl" and subject.head.i != clause.verb.i
        if lying and subject.lemma_.lower() in english().classes["works"]:
            return self._further(subject, clause), None  # "invested in a yard, which will employ 40 people"
        subject = people(subject)
        subject = named_beside(subject) or subject
        mine = None if clause.passive else lent(subject)
        if mine is not None:
            lender = self.cast.resolve(subject.doc[mine.i : mine.i + 1])
            if known(lender):
                return lender, subject
        if place_in(subject, clause.verb):
            return self._further(subject, clause), None
        who = self.named(unnumbered(core(subject)))
        if can_act(who, subject) or subject.lemma_.lower() in english().classes["effecting"]:
            return who, subject
        deed = subject.pos_ == "NOUN" and subject.head.i == clause.verb.i
        whose = (owner(subject) or behind_gift(subject)) if deed else None
        if whose is not None and not clause.passive and whose.ent_type_ not in _PLACES:
            behind = self.cast.resolve(owning(whose))
            if can_act(behind, whose):
                return behind, whose  # "the Board's efforts have saved …"
        if given_in(subject, clause.verb):
            return self._further(subject, clause), None
        if any(c.dep_ == "det" and c.lower_ in _POINTING for c in subject.lefts):
            return self._before(subject), subject
        if subject.lemma_.lower() in english().classes["account"]:
            return None, None  # "a Harbour Institute poll found …"
        named = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in subject.lefts)
        return (who, subject) if named and not clause.passive else (None, None)

    def _further(self, subject: "Token", clause: Clause) -> Mention | None:
        """Who is found on the way up from the subject, past its clause."""
        return replace(self, tried=self.tried | {clause.verb.i}).over(subject)[0]

    def _before(self, noun: "Token", *, pointed: bool = False) -> Mention | None:
        """Who acts in the sentence before, where that speaks of the thing that this one points at."""
        earlier = self.around.earlier
        if earlier is None or (not pointed and all(t.lemma_ != noun.lemma_ for t in earlier)):
            return None
        for clause in clauses(earlier):
            if clause.role == "main" and clause.subjects and not clause.passive:
                subject = clause.subjects[0]
                who = self.named(unnumbered(core(subject)))
                return who if can_act(who, subject) else None
        return self.around.counted if pointed else None
