"""What a question is about, looked up before it is asked: Oxigraph would join every claim with all that is known of it first.

That is minutes over some thousand documents, where a question that begins with what it is about takes a second.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice

import pyoxigraph as ox

__all__ = ["Result", "Term", "looked_up", "run"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_CALLED = re.compile(
    r"^(?P<indent> *)\?(?P<sought>entity) \S+ \?known \.\n"
    r" *FILTER\(LCASE\(STR\(\?known\)\) = LCASE\(STR\(\?(?P<name>\w+)\)\) \|\| STR\(\?entity\) = STR\(\?(?P=name)\)\)\n",
    re.MULTILINE,
)
"""How a question asks what is called by a value, by any of its names or its IRI."""
_CHOSEN = re.compile(
    r"^(?P<indent> *)FILTER\(\?(?P<name>\w+) = \"\" \|\| (?P<says>STRAFTER\(STR\(\?(?P<sought>\w+)\), \"[^\"\n]*\"\)) = \?(?P=name)\)\n",
    re.MULTILINE,
)
"""How a question keeps one of a few concepts by the end of its IRI, where it is given one."""
_SPANNED = re.compile(
    r"^(?P<indent> *)\?(?P<sought>\w+) a \S+ ; (?P<from>\S+) \?earliest ; \S+ \?latest \.\n(?: *(?:FILTER\(\?(?:since|until) = |#).*\n)+",
    re.MULTILINE,
)
"""How a question keeps what lies between two days, where it is given one."""
_MOST = 100_000
"""How many terms are put into a question: more are nearly all there are, and are faster found on the way."""


def run(
    store: ox.Store, text: str, bindings: Mapping[ox.Variable, Term], prefixes: Mapping[str, str]
) -> Result:
    """Run a query over the union of all graphs."""
    return store.query(
        text, prefixes=dict(prefixes), use_default_graph_as_union=True, substitutions=dict(bindings)
    )


def looked_up(
    store: ox.Store, text: str, bindings: Mapping[ox.Variable, Term], prefixes: Mapping[str, str]
) -> str:
    """The query with what is called so, or ends so, in place of each search for it."""

    @cache  # each branch of a question may look for the same
    def terms(sought: str, name: ox.Variable, where: str) -> str:
        search = f"SELECT DISTINCT ?{sought} {name} WHERE {{ {where} }}"
        rows = run(store, search, {name: bindings[name]}, prefixes)
        return " ".join(sorted({str(row[sought]) for row in rows}))  # type: ignore[union-attr]  # of a SELECT

    def found(match: re.Match[str], where: str) -> str:
        sought = match["sought"]
        return f"{match['indent']}VALUES ?{sought} {{ {terms(sought, ox.Variable(match['name']), ' '.join(where.split()))} }}\n"

    def chosen(match: re.Match[str]) -> str:
        given = bindings.get(ox.Variable(match["name"]))
        told = re.search(rf"[\w-]+:[\w-]+(?= \?{match['sought']}\b)", text)
        if given is None or given == ox.Literal("") or told is None:
            return match[0]
        return found(match, f"?any {told[0]} ?{match['sought']} . FILTER({match['says']} = ?{match['name']})")

    def spanned(match: re.Match[str]) -> str:
        days = {ox.Variable(name): bindings.get(ox.Variable(name)) for name in ("since", "until")}
        given = {name: day for name, day in days.items() if day is not None}
        if len(given) < len(days) or all(day == ox.Literal("") for day in given.values()):
            return match[0]
        sought = match["sought"]
        rows = run(store, f"SELECT ?{sought} ?since ?until WHERE {{ {match[0]} }}", given, prefixes)
        kept = [str(row[sought]) for row in islice(rows, _MOST + 1)]  # type: ignore[arg-type]  # of a SELECT
        if len(kept) > _MOST:
            return match[0]
        return f"{match['indent']}VALUES ?{sought} {{ {' '.join(kept)} }}\n{match['indent']}?{sought} {match['from']} ?earliest .\n"

    def called(match: re.Match[str]) -> str:
        return found(match, match[0]) if ox.Variable(match["name"]) in bindings else match[0]

    return _SPANNED.sub(spanned, _CHOSEN.sub(chosen, _CALLED.sub(called, text)))
