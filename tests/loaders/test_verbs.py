from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("The agency opened an investigation into the port.", "open", "Investigate"),
        ("The agency issued guidance for pilots.", "issue", "Publish"),
        ("The minister issued an order on ports.", "issue", "Sign"),
        ("The agency provided $4 million to the shelters.", "provide", "Fund"),
        ("The agency provided services to sailors.", "provide", "Assist"),
        ("The patrols resulted in forty arrests.", "result", "Arrest"),
        ("The gang engaged in trafficking.", "engage", "Exploit"),
        ("The ministry announced hundreds of grants.", "announce", "Fund"),
        ("The ministry announced that it will sanction two banks.", "announce", "Sanction"),
        ("The treaty facilitated the prosecution of smugglers.", "facilitate", "Charge"),
        ("The law made ferries safer.", "make", "Reform"),
        ("The clinic serves veterans.", "serve", "Assist"),
    ],
)
def test_a_verb_with_what_stands_under_it_names_a_type(
    say: Callable[..., Parsed], text: str, verb: str, kind: str
) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    told = {(f.action.verb.split()[0], f.action.type) for s in parsed.sentences for f in actions(s, cast)}
    assert (verb, kind) in told
