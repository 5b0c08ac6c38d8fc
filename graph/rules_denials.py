"""What one statement asserts and another denies: the same actor, act and object, and a time that both cover."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding
from gestae.graph.known import Known

__all__ = ["denials"]


def denials(
    actions: Iterable[Comparable], known: Known, once: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """Conflicts between what is asserted and what is denied, both in the document's own words.

    A denial without a time of its own holds up to its document's date. It meets what happened before that
    only where such an act happens once: who did not meet somebody by June may have met him in July.
    """
    groups: defaultdict[tuple[str, str, str], list[Comparable]] = defaultdict(list)
    for told in actions:
        actor, thing = told.links.get("actor", ""), told.links.get("object", "")
        if known.shared(actor) and known.shared(thing) and not told.source and known.surely(told, "object"):
            groups[actor, told.words.get("verb", ""), thing].append(told)
    for key, claims in sorted(groups.items()):
        denied = [told for told in claims if told.negated]
        asserted = [told for told in claims if not told.negated]
        against = [told for told in denied if any(_meet(claim, told, once) for claim in asserted)]
        if against:
            held = [claim for claim in asserted if any(_meet(claim, told, once) for told in denied)]
            actor, verb, thing = key
            question = f"{known.label(actor)} · {verb} · {known.label(thing)} · whether"
            answers = (Answer("asserted", tuple(held)), Answer("denied", tuple(against)))
            yield Finding("conflict", "denial", key, question, (actor, thing), answers)


def _meet(asserted: Comparable, denied: Comparable, once: Mapping[str, frozenset[str]]) -> bool:
    """Whether an assertion and a denial speak of one time."""
    if asserted.days and denied.days:
        return asserted.days[0] <= denied.days[1] and denied.days[0] <= asserted.days[1]
    happens_once = asserted.words.get("verb") in once.get(asserted.type, ())
    day = asserted.days[1] if asserted.days else asserted.document.date
    return happens_once and not denied.days and "" < day <= denied.document.date
