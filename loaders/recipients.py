"""To or for whom something is done: whoever is told to act, helped, trained or honored, or given something.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gestae.loaders.acting import acting, can_act, known
from gestae.loaders.beneficiaries import beneficiaries, joins_body
from gestae.loaders.clauses import Clause
from gestae.loaders.grammar import PREDICATES, SUBJECTS, TIMES
from gestae.loaders.owners import owning
from gestae.loaders.phrases import conjuncts, core, full, strip_article, under_of, words
from gestae.loaders.resolver import Resolver
from gestae.ontology.english import english
from gestae.ontology.facts import Action, Mention
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["recipient_of"]

_TOLD = frozenset({"Direct", "Request"})
"""Types whose recipient is whoever is to act."""
_BENEFITING = frozenset({"Assist", "Partner", "Train"})
"""Types whose object is their recipient, where it is somebody."""
_GIVEN = frozenset({"Assist", "Fund", "Sanction", "Commit", "Honor", "Train"})
"""Types of which a place can be the recipient."""
_TOGETHER = frozenset({"Partner", "Convene"})
"""Types whose recipient is whoever it is done with."""
_GIVING = frozenset({"for", "to"})
_COMPOUND = frozenset({
    "according", "addition", "due", "next", "owing", "prior", "pursuant", "regard", "related", "relative", "respect",
    "response", "subject", "thanks",
})  # fmt: skip
"""What makes another preposition of the "to" behind it."""
_TITLED = frozenset(
    {"adviser", "advisor", "aide", "ambassador", "assistant", "counsel", "envoy", "liaison", "representative"}
)
"""Offices that a "to" behind is part of: "the Assistant to the President"."""
_ENTRUSTING = frozenset({"delegate", "entrust"})
"""Verbs whose "to" only whoever gets a power stands behind."""
_GETTING = frozenset({"give", "grant", "offer", "provide"})
"""Verbs whose object may be those who get what is told behind them."""
_TALKING = frozenset({"listen", "reach", "speak", "talk", "turn", "write"})
"""Verbs that one does "to" whom one meets."""
_STANDING = frozenset({"alongside", "beside", "by", "with"})
"""Prepositions behind "stand" that whoever is helped stands behind."""
_NAMED_THINGS = ("law", "order", "agreement", "instrument")
"""Classes of things that are nobody even with a name ("the Safe Ports Act")."""
_TEXTS = frozenset({"annex", "constitution", "principles", "schedule"})
"""What has a name and is only written, and more is added to it."""
_SPARING = frozenset({"forgive", "waive"})
"""Verbs of ending that are done for those who are rid of something; what else is ended "for sailors" was theirs."""
_PART = {"Assist": frozenset({"with"}), "Convene": frozenset({"on"}), "Partner": frozenset({"on"})}
"""Prepositions behind those helped or met that tell what with or what about ("assisted refugees with housing")."""
_WITH_THEM = frozenset({"assist", "help", "aid"})
_LONGEST = 60
"""Tokens of a list of recipients beyond which only the first is told."""
_AGAINST = frozenset({"against", "on"})
"""Prepositions that whoever is punished stands behind: "tariffs on importers", "a fine against the owner"."""


def recipient_of(action: Action, clause: Clause, cast: Resolver) -> Mention | None:
    """The recipient of an action that was read from a clause; nothing where the clause names none."""
    for token, certain in _candidates(action, clause):
        if (not certain and not _receives(token) and _is_thing(token, action)) or _is_nobody(token):
            continue
        span = strip_article(_apart(token, action, clause))
        who = cast.resolve(span)
        if certain or _can_get(who, token) or _receives(token):
            return _with_others(who, token)
    for token in beneficiaries(action, clause):
        if not _is_nobody(token):
            span = owning(token) if token.dep_ == "poss" else strip_article(core(token))
            who = cast.resolve(span)
            return who if token.dep_ == "poss" else _with_others(who, token)
    return None


def _can_get(who: Mention, token: "Token") -> bool:
    """Whether it can act; a phrase cut short ("importance of ports | across Norway") is no name that stands for it."""
    return can_act(Mention(who.name, who.name) if who.text.startswith(who.name) else who, token)


def _apart(token: "Token", action: Action, clause: Clause) -> "Span":
    """The phrase of a recipient without what he is helped with or met about."""
    if token.lower_ == "those":
        return full(token)
    span = core(token)
    apart = _PART.get(action.type, frozenset())
    people = token.lemma_.lower() in english().classes["people"]  # "people with disabilities"
    if action.type == "Assist" and (people or clause.verb.lemma_.lower() not in _WITH_THEM):
        return span
    link = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ in apart), None)
    return span if link is None or link.i >= span.end else span[: link.i - span.start]


def _is_nobody(token: "Token") -> bool:
    """Whether it is what there is not ("no worker"), what is only thought of ("the importance of ports"), or a time ("to date")."""
    bare = token.left_edge.i == token.i
    if any(c.lower_ == "no" for c in token.lefts) or token.lemma_ == "importance":
        return True
    return token.lower_ == "date" and bare


def _is_thing(token: "Token", action: Action) -> bool:
    """Whether it is a plan, text or amount, which gets nothing but money."""
    named = english().classes
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN":
        counted = any(c.dep_ == "nummod" for c in token.lefts)  # "5 GW of clean power"
        done = token.ent_type_ != "ORG" and action.type in _BENEFITING and lemma in lexicon().nouns
        return counted or done or lemma in _TEXTS or any(lemma in named[name] for name in _NAMED_THINGS)
    return action.type != "Fund" and any(
        lemma in named[name]
        for name in ("programme", "law", "document", "order", "partnership", "agreement", "instrument")
    )


def _receives(token: "Token") -> bool:
    """Whether a noun names those for whom things are done, be it behind a quantity ("millions of teenagers")."""
    named = english().classes
    lemma = token.lemma_.lower()
    if token.like_num or lemma in named["quantity"] or lemma in named["money"]:
        of = under_of(token)
        return any(_receives(c) or acting(c.lemma_.lower()) for c in of)
    return any(lemma in named[name] for name in ("beneficiary", "head", "chair", "populated"))


def _with_others(who: Mention, token: "Token") -> Mention:
    """Who is named first with those named beside him, as written; under his own name where he has one."""
    heads = [h for h in conjuncts(token) if h.i >= token.i]
    if len(heads) == 1:
        return who
    start, end = core(token).start, core(heads[-1]).end
    if end - start > _LONGEST:
        return who
    written = words(strip_article(token.doc[start:end]))
    return Mention(written, who.name if known(who) or token.pos_ == "PROPN" else written)


def _candidates(action: Action, clause: Clause) -> "Iterator[tuple[Token, bool]]":
    """Whom a clause may name as recipient, the likeliest first, and whether only a recipient can stand there."""
    verb = clause.verb
    told = _told(clause)
    named = english().classes
    lemma = verb.lemma_.lower()
    others = lemma in named["enabling"] or lemma in named["hindering"]
    if told is not None and (action.type in _TOLD or others):
        asked = lemma == "ask" and told.tag_ == "NNS" and any(c.dep_ == "xcomp" for c in verb.rights)
        yield told, asked
        return
    if clause.passive and action.type in _TOLD:
        yield from ((c, False) for c in clause.objects[:1])
        return
    if clause.passive and clause.recipient is not None and clause.recipient.dep_ in SUBJECTS:
        yield clause.recipient, True  # "crews were given boats"
    supplied = _supplied(verb)
    if supplied is not None:
        yield supplied, False
    for child in verb.rights:
        if child.dep_ == "dative" and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            yield child, True
    praised = lemma in named["praise"]
    addressed = lemma in named["addressing"]
    enters = bool(clause.objects) and action.type == "Partner" and joins_body(verb, clause.objects[0])
    given = lemma == "deliver" or (lemma in named["bestowing"] and lemma != "make")  # "delivers Big Wins"
    given = given and not (lemma in _GETTING and _gets(verb, clause.objects[:1]))
    benefits = action.type in _BENEFITING and not enters and not given
    if clause.objects and (praised or addressed or benefits):
        yield clause.objects[0], False
    ensured = lemma in named["ensuring"] and action.type in _BENEFITING
    if ensured and not clause.objects and clause.complement is not None:
        yield from ((c, False) for c in clause.complement.lefts if c.dep_ in SUBJECTS and c.i > verb.i)
    if action.type in _TOGETHER:
        beside = clause.preposition.rights if clause.preposition is not None and not clause.objects else ()
        holders = (verb, *clause.objects[:1], *beside)
        yield from ((c, False) for h in holders for c in _behind(h, "with"))
        if not clause.objects and lemma in _TALKING:
            yield from ((c, False) for c in _behind(verb, "to"))
    elif lemma == "stand" and action.type == "Assist" and not clause.objects:
        yield from ((c, False) for p in sorted(_STANDING) for c in _behind(verb, p))
    elif clause.objects and clause.objects[0].lemma_.lower() in _shared():
        yield from ((c, False) for c in _behind(clause.objects[0], "with"))
    if action.type == "Fund" and not clause.objects and clause.preposition is not None:
        yield from ((c, False) for c in clause.preposition.rights if c.dep_ == "pobj")
    also = _also(action.type, lemma, clause.objects)
    said = [c for c in verb.rights if c.pos_ == "ADJ" and c.dep_ in {"oprd", "acomp", "ccomp"}]
    for holder in (verb, *clause.objects[:1], *said) if clause.objects or said else ():
        for child in holder.rights:
            discussed = action.type == "Convene" and child.lower_ == "for"  # "discussed chances for pilots"
            before = child.nbor(-1).lower_
            ended = child.lower_ == "for" and action.type == "Terminate" and lemma not in _SPARING
            titled = child.lower_ == "to" and before in _TITLED
            if before in _COMPOUND or discussed or ended or titled:
                continue
            if child.dep_ in {"prep", "dative"} and child.lower_ in _GIVING | also and holder.pos_ != "PROPN":
                giving = lemma in named["bestowing"] | named["paying"] and holder.i == verb.i
                entrusted = lemma in _ENTRUSTING and holder.i == verb.i and child.lower_ == "to"
                paid = giving and child.lower_ == "to" and _is_money(clause.objects[:1])
                certain = paid or entrusted or child.lower_ == "against"
                yield from (
                    (c, certain or (giving and child.lower_ == "to" and _some(c)))
                    for c in child.children
                    if c.dep_ == "pobj"
                    and f"{lemma} {child.lower_} {c.lower_}" not in lexicon().phrases  # "bring to justice"
                    and not _whither(c, action)
                )


def _gets(verb: "Token", things: "Iterable[Token]") -> bool:
    """Whether the object is who gets something ("gives owners, who pay it, a vote"), not whom others get ("gave 40 nurses", "gave nurses to towns")."""
    whom = next(iter(things), None)
    if whom is None or whom.tag_ != "NNS" or not (_receives(whom) or acting(whom.lemma_.lower())):
        return False
    numbered = any(c.dep_ == "nummod" for c in whom.lefts)
    return not numbered and all(c.lower_ != "to" for holder in (verb, whom) for c in holder.rights)


def _some(token: "Token") -> bool:
    """Whether it is "those" of whom more is told ("those in need"), or a number of things of a kind ("40,000 bakeries")."""
    return (token.lower_ == "those" and any(True for _ in token.rights)) or (
        token.tag_ == "NNS" and any(c.dep_ == "nummod" for c in token.lefts)
    )


def _is_money(things: "Iterable[Token]") -> bool:
    return any(t.ent_type_ == "MONEY" or t.lemma_.lower() in english().classes["money"] for t in things)


def _also(kind: str, lemma: str, things: "Iterable[Token]") -> frozenset[str]:
    """Further prepositions that a recipient stands behind: "invested in schools", "spent on nets"."""
    named = english().classes
    if kind == "Sanction":
        return _AGAINST
    if kind != "Fund":
        return frozenset()
    acts = {lemma, *(lexicon().verb_of_noun(t.lemma_.lower()) for t in things)}
    return frozenset(
        {"in", "into"} if acts & named["investing"] else {"on"} if acts & named["wasting"] else ()
    )


def _kept(verb: "Token") -> "Iterator[Token]":
    """Of "prohibits ferries from sailing": the sailing."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == "from":
            yield from (c for c in child.children if c.dep_ == "pcomp")


def _supplied(verb: "Token") -> "Token | None":
    """Of "provides families with food": the families."""
    if verb.lemma_.lower() not in english().classes["supplying"] or not any(_behind(verb, "with")):
        return None
    return next((c for c in verb.rights if c.dep_ == "dobj"), None)


def _behind(holder: "Token", preposition: str) -> "Iterator[Token]":
    """What stands behind a preposition that hangs on a word."""
    for child in holder.rights:
        if child.dep_ == "prep" and child.lower_ == preposition:
            yield from (c for c in child.children if c.dep_ == "pobj")


def _whither(target: "Token", action: Action) -> bool:
    """Whether it tells where something goes ("took the train to Dover") or why ("for the first time")."""
    if target.ent_type_ in TIMES | {"MONEY", "PERCENT"} or target.pos_ == "VERB":
        return True
    if _undertakes(core(target)[0], target):
        return True
    return target.ent_type_ in {"GPE", "LOC", "FAC"} and action.type not in _GIVEN


def _undertakes(first: "Token", target: "Token") -> bool:
    """Of "a Plan to Combat Smuggling": that the parser takes a verb with a capital for part of a name.

    One that stands alone is a verb only behind a name: "the Commission to Monitor and Prevent Waste".
    """
    if first.i == 0 or first.pos_ != "PROPN" or not first.text[0].isupper() or first.nbor(-1).lower_ != "to":
        return False
    named = first.i > 1 and first.nbor(-2).text[:1].isupper() and first.ent_type_ != "PERSON"
    return (first.i != target.i or named) and lexicon().is_verb_form(first.lower_)


def _shared() -> frozenset[str]:
    """Nouns for what is done with somebody."""
    named = english().classes
    return named["partnership"] | named["agreement"] | named["meeting"] | named["joint"]


def _told(clause: Clause) -> "Token | None":
    """Of "directs the Secretary to publish" and "called on Congress to act": who is to do it."""
    verb = clause.verb
    done = clause.complement
    if done is not None and done.pos_ in PREDICATES:
        own = next((c for c in done.lefts if c.dep_ in SUBJECTS and c.i > verb.i), None)
        if own is not None:
            return own
    below = [c for c in verb.rights if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.tag_ in {"VB", "VBG"}]
    for child in verb.rights:
        if child.dep_ == "prep" and (child.lower_ in {"on", "upon"} or (child.lower_ == "for" and below)):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "dobj" and (
            below
            or verb.lemma_ == "ask"
            or any(_kept(verb))
            or any(c.dep_ in {"acl", "relcl", "prep"} for c in child.rights)
        ):
            return child
    return None
