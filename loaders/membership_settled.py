"""The memberships of a document once all are found: members under their full names, each pair once."""

import re
from collections.abc import Iterable
from dataclasses import replace

from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY
from gestae.loaders.membership_names import tidied
from gestae.loaders.membership_people import PERSONAL, kind
from gestae.loaders.resolver import Resolver
from gestae.ontology.facts import Membership, Mention

__all__ = ["settled"]

_GENERATION = re.compile(r",? (?:Jr\.|Sr\.|II|III|IV)$")
_STYLED = re.compile(r"(?:M(?:r|rs|s)\.|Dr\.|Col\.|Gen\.|Judge|Justice|Professor|Ambassador) [A-Z][\w'-]+")
"""A surname behind a form of address."""
_TITLE = re.compile(r"^(?:(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Rev|Hon)\. )+(?=\S+ )")
"""A title before a full name, with which the name is the same."""
_HAS_BODY = re.compile(rf"\b{BODY}\b")
_AFTER_BODY = re.compile(rf"\b{BODY} (?P<name>(?:Dr\. )?[A-Z][\w'-]+ (?:[A-Z]\.? )?[A-Z][\w'-]+)$")
"""The name that the line after a body's begins with: "… Harbor Council Jane Roe"."""
_BOARD_OF = re.compile(r"(?:Board|Council) of [A-Z]\w+ of (?:the )?(?P<over>[A-Z].+)")
"""A board that is named with the body over it: who sits on it is told once."""
_PRONOUNS = PERSONAL | {"i'm", "it", "they", "we", "i", "who", "which", "you", "him", "her", "them", "us"}


def settled(told: Iterable[Membership], listed: Iterable[str], cast: Resolver) -> list[Membership]:
    """The memberships that hold, each pair once, in the order of the text; `listed` are names that the document lists."""
    found: dict[tuple[str, str], Membership] = {}
    names = _by_surname(listed)
    for fact in told:
        plain = tidied(fact)
        if plain is not None:
            plain = replace(plain, member=_in_full(plain.member, names))
        if plain is None or _is_nobody(plain, cast) or plain.member.name.endswith(f" {plain.group.name}"):
            continue
        key = (_TITLE.sub("", plain.member.name).lower(), plain.group.name.lower())
        if key[0] != key[1]:
            known = found.setdefault(key, plain)
            found[key] = known if known.role else replace(known, role=plain.role)
    return _apart(sorted(found.values(), key=lambda m: m.quote.start))


def _by_surname(names: Iterable[str]) -> dict[str, str]:
    """The full name of each of those whom a document lists, by a surname that only one of them bears."""
    full: dict[str, set[str]] = {}
    for name in names:
        full.setdefault(_GENERATION.sub("", name).split()[-1], set()).add(name)
    return {last: next(iter(known)) for last, known in full.items() if len(known) == 1}


def _in_full(member: Mention, names: dict[str, str]) -> Mention:
    """A member under the full name of `_by_surname`, where only the surname stands, or words before the name went into it."""
    full = names.get(member.name.split()[-1])
    if full is not None and _STYLED.fullmatch(member.name):
        return Mention(member.text, full)
    more = member.name.endswith(f" {full}") or ", " in member.name or _HAS_BODY.search(member.name)
    if full is not None and (more or " " not in member.name):
        return Mention(member.text, full)
    line = _AFTER_BODY.search(member.name)
    if line and " " not in member.text and not _HAS_BODY.search(line["name"]):
        return Mention(member.text, line["name"])
    return member


def _is_nobody(found: Membership, cast: Resolver) -> bool:
    """Whether a member or a group is only a pronoun or an office, and a pronoun not the holder of one who goes unnamed."""
    member = found.member
    return (
        bool({member.name.lower(), found.group.name.lower()} & _PRONOUNS)
        or (is_held(member.name) and not _any_of(member.name, found.quote.text))
        or (member.text.lower() in PERSONAL and kind(cast, member.name) == "post")
    )


def _any_of(office: str, quote: str) -> bool:
    """Whether an office is named as one that a body has: "a board composed of a chair and two members"."""
    return office.islower() and bool(re.search(rf"\b(?:of|comprising) an? {re.escape(office)}\b", quote))


def _apart(found: list[Membership]) -> list[Membership]:
    """The memberships without those of a body whose name only swallowed the words of the next line."""
    groups = {fact.group.name for fact in found}
    boards = {
        over["over"]: fact.group.name for fact in found if (over := _BOARD_OF.fullmatch(fact.group.name))
    }
    return [
        f
        for f in found
        if not any(f.group.name.startswith(f"{g} ") and _again(f, g, found) for g in groups)
        and not (f.group.name in boards and f.role is None and _again(f, boards[f.group.name], found))
    ]


def _again(fact: Membership, group: str, found: list[Membership]) -> bool:
    return any(f.group.name == group and f.member.name == fact.member.name for f in found)
