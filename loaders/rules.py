"""The built-in reader: spaCy's parse, and rules over it that know no particular document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from gestae.loaders.actions import actions
from gestae.loaders.administrations import administrations, term_of
from gestae.loaders.assurance import assured
from gestae.loaders.attribution import source_for
from gestae.loaders.cast import Cast, cast_of
from gestae.loaders.found import Found
from gestae.loaders.grammar import AUXILIARIES, PAST
from gestae.loaders.instruments import Placed, placed_instruments
from gestae.loaders.judging import judged
from gestae.loaders.lists import is_formula, listed
from gestae.loaders.membership_told import tells_members
from gestae.loaders.memberships import memberships
from gestae.loaders.names import kind_of
from gestae.loaders.nominations import is_nomination, nominated
from gestae.loaders.outline import Implied, lines
from gestae.loaders.parse import DEFAULT_PIPELINE, Sentence, parse_titled
from gestae.loaders.parse import pipeline as load
from gestae.loaders.recipients import recipient_of
from gestae.loaders.scene import Proposal, Scene
from gestae.loaders.statistics import statistics
from gestae.loaders.timeline import timeline
from gestae.loaders.topics import topic_of
from gestae.loaders.under import bases, done_under
from gestae.ontology.facts import Action, Document, Fact, Mention, Period, Statistic

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

__all__ = ["Proposal", "Scene", "propose", "read", "scene"]

_LONGEST_SPEAKER = 4
"""Words of the longest name before a turn of a transcript."""
_YEAR = 4
_Told = TypeVar("_Told", Action, Statistic)


def read(document: Document, *, pipeline: str | None = None) -> Iterator[Fact]:
    """The facts of a document, kind by kind."""
    view = scene(document, load(pipeline or DEFAULT_PIPELINE))
    named = placed_instruments(view.parsed, view.cast.authority)
    belong = memberships(view.parsed, view.cast)
    kept = [
        (_spoken(_completed(action, p, named, view.cast), view.cast), p)
        for action, p in judged(view, list(propose(view)))
        if not (_names(p, named) or tells_members(action, belong))
    ]
    yield from (action for action, _ in kept)
    numbers = statistics(
        view.parsed,
        view.cast,
        line=view.times,
        implied=[line.implied.actors for line in view.lines],
        source=lambda sentence, token: _source(token, sentence, view.cast),
        actions=[(action, p.found.clause) for action, p in kept if p.found.clause is not None],
        awaited=[line.pending.actors if line.pending else () for line in view.lines],
    )
    others: Iterator[Fact] = chain(
        (_spoken(number, view.cast) for number in numbers),
        dict.fromkeys(place.instrument for place in named),
        belong,
    )
    yield from map(assured, others)


def _names(proposal: Proposal, named: Sequence[Placed]) -> bool:
    """Whether the verb is a word of the name of a law or order ("Order 7 (Prohibiting Landings)")."""
    verb = proposal.found.clause.verb if proposal.found.clause is not None else None
    if verb is None or not verb.text[:1].isupper():
        return False
    at = proposal.line.sentence.quote(verb, verb).start
    return any(place.start < at < place.end for place in named)


def _spoken(fact: _Told, cast: Cast) -> _Told:
    """A fact with who has the word where it stands, in a transcript."""
    speaker = cast.speaking(fact.quote.start)
    named = speaker and kind_of(speaker, cast.authority) == "person"
    if not speaker or (not named and len(speaker.split()) > _LONGEST_SPEAKER):
        return fact  # "A RECORD OF ACTION ON THE COASTS:" is the label of a paragraph
    return replace(fact, speaker=speaker)


def scene(document: Document, language: "Language") -> Scene:
    """Parse a document and settle what its names, pronouns and times are reckoned from."""
    parsed, title = parse_titled(document, language)
    cast = cast_of(parsed)
    before = administrations(document.text, cast.authority, document.date)
    times = timeline(parsed, _terms(cast), before, _ruling(cast))
    return Scene(
        parsed, cast, times, tuple(lines(parsed, cast, Implied(topic_of(title.sentences, cast)), times))
    )


def propose(view: Scene) -> Iterator[Proposal]:
    """The actions of a document before they are judged, with their time and source."""
    for line in view.lines:
        if is_formula(line.sentence):
            continue
        if is_nomination(line.sentence):
            if entry := nominated(line.sentence, view.cast):
                yield Proposal(entry, line)
            continue
        for found in actions(line.sentence, view.cast, line.implied):
            yield Proposal(_placed(found, line.sentence, view), line)
        if line.pending:
            for found in listed(line.sentence, line.pending, view.cast):
                yield Proposal(found, line)


def _completed(action: Action, proposal: Proposal, named: Sequence[Placed], cast: Cast) -> Action:
    """The action with its recipient, and the law or order that it is done under."""
    clause = proposal.found.clause
    if clause is None:
        return action
    action = replace(action, recipient=recipient_of(action, clause, cast))
    return done_under(action, clause.verb, tuple(bases(proposal.line.sentence, named)))


def _placed(found: Found, sentence: Sentence, view: Scene) -> Found:
    """The action with its time and with who says so."""
    if found.clause is None:
        return found
    verb = found.clause.verb
    own = _own_date(found, sentence, view)
    own = own or _paired(found, sentence, view)
    time = own if own is not None or _laid_down(found, view) else view.times.time_of_act(verb, sentence)
    if time is None and found.subject is not None and verb.tag_ == "VBD":
        subject = sentence.tokens.doc[found.subject.left_edge.i : found.subject.i + 1].text
        time = term_of(subject, view.cast.authority, view.cast.speaker.date)
    source = _source(verb, sentence, view.cast)
    mood = "directed" if _lays_down(found, view) else found.action.modality
    if (time, source, mood) == (found.action.time, found.action.source, found.action.modality):
        return found
    return replace(found, action=replace(found.action, time=time, source=source, modality=mood))


def _paired(found: Found, sentence: Sentence, view: Scene) -> Period | None:
    """Of "made 12 arrests in 2030 and 15 in 2031": when each was done."""
    start = sentence.block.start
    at = sentence.document.text.find(
        found.action.object.text, found.action.quote.start, found.action.quote.end
    )
    return view.times.paired(at - start, sentence) if at >= 0 else None


def _lays_down(found: Found, view: Scene) -> bool:
    """Whether a "should" directs, as it does in an order; elsewhere it is an opinion."""
    return (
        view.times.setting.performs
        and found.clause is not None
        and any(c.dep_ in AUXILIARIES and c.lower_ == "should" for c in found.clause.verb.children)
    )


def _laid_down(found: Found, view: Scene) -> bool:
    """Whether a participle tells what a law once did ("used the powers granted by the Harbor Act"), whenever they are used."""
    return (
        found.clause is not None
        and (found.clause.verb.dep_, found.clause.verb.tag_) == ("acl", "VBN")
        and kind_of(found.action.actor.name, view.cast.authority) == "instrument"
    )


def _own_date(found: Found, sentence: Sentence, view: Scene) -> Period | None:
    """Of "Order 12 of 3 May 1990 established …": the date of the order; the year of an act's name dates nothing."""
    if found.subject is None or found.clause is None or found.clause.verb.tag_ not in PAST:
        return None
    start = found.subject.left_edge.idx
    end = (
        found.clause.verb.idx
        if start < found.clause.verb.idx
        else found.subject.right_edge.idx + len(found.subject.right_edge)
    )
    if kind_of(found.action.actor.name, view.cast.authority) != "instrument":
        return None
    return next(
        (
            m.period
            for m in view.times.mentions(sentence)
            if m.modifier and m.period.earliest == m.period.latest and start <= m.start and m.end <= end
        ),
        None,
    )


def _source(token: "Token", sentence: Sentence, cast: Cast) -> Mention | None:
    span = source_for(token, sentence)
    return cast.resolve(cast.whole(span)) if span is not None else None


def _ruling(cast: Cast) -> str:
    """What the administration of the document's date is called."""
    when = cast.speaker.date
    ruling = cast.authority.administration_on(when) if when else None
    return " ".join((ruling.name, *ruling.names)) if ruling else ""


def _terms(cast: Cast) -> tuple[Period, ...]:
    """The terms of office of the President of the document's date, oldest first."""
    when = cast.speaker.date
    president = cast.authority.president_on(when) if when else None
    if president is None or when is None:
        return ()
    return tuple(
        Period(
            t.since.isoformat(),
            (t.until or t.since.replace(year=t.since.year + _YEAR)).isoformat(),
        )
        for t in cast.authority.tenures(president)
        if t.post and t.post.endswith("us-president") and t.since <= when
    )
