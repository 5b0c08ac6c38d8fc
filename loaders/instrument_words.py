"""The words by which English names laws, orders and other instruments, and which kind each names."""

import re

from gestae.ontology.facts import InstrumentKind

__all__ = [
    "ANNOUNCING",
    "BODIES",
    "DESCRIBED",
    "GENERIC",
    "HEADS",
    "OWN_KINDS",
    "PLAIN",
    "PRAISING",
    "PREPOSITIONS",
    "kind_of",
]

HEADS: dict[str, InstrumentKind] = {
    "act": "law", "law": "law", "bill": "law", "code": "law", "statute": "law", "regulation": "law",
    "regulations": "law", "ordinance": "law", "resolution": "law",
    "order": "order", "directive": "order", "instruction": "order",
    "proclamation": "proclamation",
    "memorandum": "memorandum", "determination": "memorandum",
    "treaty": "treaty", "convention": "treaty", "protocol": "treaty", "agreement": "treaty", "accord": "treaty",
    "accords": "treaty", "pact": "treaty", "covenant": "treaty", "charter": "treaty", "deal": "treaty",
    "compact": "treaty",
    "report": "report", "estimate": "report", "assessment": "report", "analysis": "report", "study": "report",
    "survey": "report", "review": "report", "guide": "report", "outlook": "report",
    "guidelines": "report", "handbook": "report", "guidebook": "report", "manual": "report",
    "rule": "order",
    "plan": "plan", "strategy": "plan", "agenda": "plan", "framework": "plan", "roadmap": "plan",
    "blueprint": "plan", "declaration": "plan", "playbook": "plan",
    "guidance": "plan",
}  # fmt: skip
"""Head nouns of names, in lower case."""

OWN_KINDS: dict[str, InstrumentKind] = {
    "executive order": "order",
    "order": "order",
    "proclamation": "proclamation",
    "memorandum": "memorandum",
    "presidential memorandum": "memorandum",
    "national security memorandum": "memorandum",
    "national security presidential memorandum": "memorandum",
    "presidential determination": "memorandum",
    "determination": "memorandum",
}
"""What a document that is itself an instrument calls itself."""

DESCRIBED: dict[str, InstrumentKind] = OWN_KINDS | {
    "presidential proclamation": "proclamation",
    "national security directive": "order",
}

GENERIC = frozenset({
    "public law", "federal law", "state law", "international law", "criminal law", "civil law", "common law",
    "executive order", "court order", "presidential memorandum", "presidential proclamation", "final report",
    "annual report", "news report", "fact sheet", "police report", "press report",
    "presidential determination", "state plan", "business plan", "health plan", "security agreement",
    "trade agreement", "trade deal", "dress code", "zip code", "area code", "bar code", "martial law",
    "family law", "labor law", "case law", "federal budget", "family plan", "game plan", "world order",
    "policy review", "case study", "rule order", "united states code", "code of federal regulations",
    "fraternal order", "law review", "political report", "geological survey",     "international order", "political strategy", "news agency report", "congressional bill", "senate bill", "house bill", "joint resolution", "concurrent resolution",
    "continuing resolution", "house resolution", "senate resolution", "security council resolution",
    "dispute resolution", "national strategy", "new world order", "project labor agreement", "strategic plan", "implementation guidelines", "free trade agreement", "action plan", "joint agreement",
    "national security strategy review", "economic outlook", "fiscal outlook", "budget outlook", "job outlook",
})  # fmt: skip
"""Names in capitals that name a sort and no single instrument, in lower case."""

PREPOSITIONS = frozenset({
    "of", "for", "to", "in", "on", "by", "from", "against", "with", "through", "between",
})  # fmt: skip
"""What joins the capitalised words of one name."""

ANNOUNCING = frozenset({
    "announces", "announce", "announced", "announcing", "releases", "release", "released", "releasing",
    "launches", "launch", "launched", "launching", "unveils", "unveil", "unveiled", "unveiling", "issues",
    "issue", "issued", "issuing", "signs", "sign", "signed", "signing", "publishes", "publish", "published",
    "publishing", "adopts", "adopt", "adopted", "proclaims", "enacts", "enacted", "submits", "submitted",
    "implements", "implementing", "passes", "passed", "passing", "presents", "presented", "approves",
    "approved", "endorses", "endorsed", "develops", "developed", "introduces", "introduced", "establishes",
    "strikes", "struck", "reach", "reaches", "shows", "delivers", "secures", "secured", "reached", "finalizes", "finalized", "concludes", "concluded", "celebrates", "outlines", "outlined", "details",
    "how", "why", "when", "that", "fact", "sheet",
})  # fmt: skip
"""Words of a headline that stand before the name of an instrument and do not belong to it."""


PLAIN = frozenset({
    "final", "new", "federal", "state", "public", "annual", "u.s.", "comprehensive", "joint", "detailed",
    "massive", "major", "landmark", "bold", "ambitious", "unprecedented", "latest", "strong",
    "special", "draft", "updated", "proposed", "covered", "applicable", "relevant", "existing", "current",
    "first", "second", "historic", "national", "international", "american", "presidential", "president",
    "secretary", "senator", "congress", "administration", "department", "house", "senate",
})  # fmt: skip
"""Modifiers that by themselves make no name of a noun, in lower case."""

PRAISING = frozenset({
    "massive", "major", "landmark", "bold", "ambitious", "unprecedented", "latest", "strong", "historic", "new",
    "comprehensive", "final", "first",
})  # fmt: skip
"""What only praises or places in time what a noun tells, in lower case."""

_YEAR = re.compile(r"(?: of|,) (?:19|20)\d\d$")
_TWO_SIDED = (["understanding"], ["cooperation"], ["agreement"], ["intent"])
"""What a memorandum is of that two sides sign."""

BODIES = frozenset({
    "panel", "office", "department", "bureau", "committee", "council", "commission", "board", "center",
    "subcommittee", "agency", "administration", "division", "team", "group", "caucus", "force", "institute",
    "advisor", "director",
})  # fmt: skip
"""Head nouns of bodies, in lower case."""


def kind_of(name: str) -> InstrumentKind | None:
    """The kind that the head noun of a name tells: its last noun before a preposition, or else its last."""
    words = _YEAR.sub("", name.lower()).replace(",", " ").split()
    if words[-1:] == ["act"] and "the" not in words:
        return "law"  # "Supporting Expanded Review for Miners Act"
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in HEADS and (not following or following in PREPOSITIONS or following[0].isdigit()):
            if word == "declaration":
                return "law" if "independence" in words else "treaty" if following else "plan"
            if word == "memorandum" and words[place + 1 : place + 3][-1:] in _TWO_SIDED:
                return "treaty"
            return HEADS[word]
    return None
