"""Acts that happen once to what they are done to: on which day, by whom, and by which order.

Which acts these are, and of what, is data: `gestae:onceVerb` and `gestae:onceTo` of the action types. An order is signed once and a body
established once, so claims of it tell of one event, whatever they say of its day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding
from gestae.graph.known import Known
from gestae.graph.voices import Voices
from gestae.ontology.lexicon import Lexicon
from gestae.ontology.terms import GESTAE, ORG, SCHEMA

__all__ = ["Events", "actors", "dates", "events", "instruments"]

Events = Mapping[tuple[str, str], tuple[Comparable, ...]]
"""Claims of one event: by type and object."""


def events(actions: Iterable[Comparable], known: Known, words: Lexicon) -> Events:
    """The claims of each act that happens once, denials left out."""
    found: defaultdict[tuple[str, str], list[Comparable]] = defaultdict(list)
    for told in actions:
        thing = told.links.get("object", "")
        if (
            told.negated
            or told.words.get("verb") not in words.once.get(told.type, ())
            or not known.shared(thing)
        ):
            continue
        classes = {cls.value for cls in known.classes(thing)}
        if classes.isdisjoint(words.once_to.get(told.type, ())) or not _acts(told, known):
            continue
        if not known.surely(told, "object"):
            continue
        found[told.type, thing].append(told)
    return {key: tuple(claims) for key, claims in sorted(found.items())}


def dates(found: Events, known: Known, voices: Voices) -> Iterator[Finding]:
    """On which day: a conflict where days are told that cannot be one, else a corroboration by two voices."""
    for (kind, thing), claims in found.items():
        dated = sorted((told for told in claims if told.days), key=_precision)
        day = known.date(thing) if kind == "Sign" else ""
        answers = list(_by_day(dated, day, thing))
        question = f"{claims[0].words['verb']} · {known.label(thing)} · when"
        kept = (kind, thing)
        if len(answers) > 1:
            yield Finding("conflict", "date", kept, question, (thing,), tuple(answers))
        elif answers and voices.several(answers[0].told):
            yield Finding("corroboration", "date", kept, question, (thing,), tuple(answers))


def actors(found: Events, known: Known) -> Iterator[Finding]:
    """By which person: a conflict where two are named, or another than authority data know."""
    for (kind, thing), claims in found.items():
        if kind != "Sign":
            continue
        signer = known.signer(thing)
        told: defaultdict[str, list[Comparable]] = defaultdict(list)
        for claim in claims:
            who = claim.links.get("actor", "")
            if (
                SCHEMA.Person in known.classes(who)
                and known.shared(who)
                and _by_name(claim, known.label(who))
            ):
                told[who].append(claim)
        if not told or (len(told) == 1 and signer in {"", *told}):
            continue
        answers = tuple(
            Answer(known.label(who), tuple(told.get(who, ())), thing if who == signer else "")
            for who in sorted({*told, *filter(None, (signer,))}, key=known.label)
        )
        question = f"{claims[0].words['verb']} · {known.label(thing)} · by whom"
        yield Finding("conflict", "actor", (kind, thing), question, (thing,), answers)


def instruments(found: Events, known: Known) -> Iterator[Finding]:
    """By which order a body was established: a conflict where two orders are named."""
    for (kind, thing), claims in found.items():
        told: defaultdict[str, list[Comparable]] = defaultdict(list)
        for claim in claims if kind == "Establish" else ():
            by = claim.links.get("actor", "")
            if GESTAE.Order in known.classes(by) and known.shared(by):
                told[by].append(claim)
        if len(told) > 1:
            answers = tuple(Answer(known.label(by), tuple(told[by])) for by in sorted(told, key=known.label))
            question = f"{claims[0].words['verb']} · {known.label(thing)} · by which order"
            yield Finding("conflict", "instrument", (kind, thing), question, (thing,), answers)


def _by_day(dated: Iterable[Comparable], day: str, thing: str) -> Iterator[Answer]:
    """An answer for each stretch of time that no other meets; `dated` begins with the most precise."""
    groups: list[tuple[tuple[str, str], list[Comparable]]] = []
    if day:
        groups.append(((day, day), []))
    for told in dated:
        days = told.days or ("", "")
        same = next(
            (claims for (first, last), claims in groups if days[0] <= last and first <= days[1]), None
        )
        if same is None:
            groups.append((days, [told]))
        else:
            same.append(told)
    if not any(claims for _, claims in groups):
        return
    for days, claims in sorted(groups):
        text = claims[0].words["edtf"] if claims else day
        authority = thing if day and days == (day, day) else ""
        yield Answer(day if authority else text, tuple(claims), authority)


def _precision(told: Comparable) -> tuple[int, str, str]:
    first, last = told.days or ("", "")
    length = sum(
        (int(b) - int(a)) * n for a, b, n in zip(first.split("-"), last.split("-"), (365, 30, 1), strict=True)
    )
    return length, first, told.claim


def _acts(told: Comparable, known: Known) -> bool:
    """Whether whoever acts can be who does it: for a signature a person or nobody named, else anyone."""
    who = told.links.get("actor", "")
    if told.type != "Sign":
        return True
    if not who:
        return "actorMention" not in told.words
    return not known.classes(who).isdisjoint({SCHEMA.Person, ORG.Post})


def _by_name(told: Comparable, label: str) -> bool:
    """Whether the words for an actor hold the last name of whom they were taken to stand for."""
    names = [word for word in label.replace(",", " ").split() if len(word) > 2 and not word.endswith(".")]
    written = told.words.get("actorText") or told.words.get("actorMention", "")
    return bool(names) and names[-1] in written
