"""The names of members and bodies without what lists and biographies put around them."""

import re
from dataclasses import replace

from gestae.loaders.acting import acting
from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY, NAME
from gestae.ontology.facts import Membership, Mention

__all__ = ["names_people", "tidied"]

_ROLE = re.compile(
    r"(?: of [A-Z][\w.]*(?:,? [A-Z][\w.]*){0,3})?,? (?:Ex[- ]Officio |Designate )?(?:Member|Chair|Vice Chair|Co-Chair|Chairperson)s?$"
)
"""What a list of appointments puts behind a name: "Jane Roe of Ohio, Member"."""
_ITEM_TAIL = re.compile(
    r"(?: \((?:[A-Z]{2}|[A-Z]-[^()]{2,20}|(?:(?:Co|Vice)[- ])?Chair\w*)\))?(?: [-\u2013\u2014](?: .*)?)?$"
)
"""What a list puts behind a name: "Jane Roe (OH) – Co-Chair", "Jane Roe (Chair)"."""
_TWICE = re.compile(r" \([^()]+\) (?:[A-Z]\w+ )?(?P<last>[A-Z][\w'-]+)$")
"""A name with where its bearer is from, and the sentence that begins with it again: "Jane Roe (Oslo, Maine) Roe"."""
_OFFICE = re.compile(r"^(?:(?:Vice |Co-)?Chair(?:man|person)?s?|Members?) of (?:the )?(?=[A-Z])")
_TERM = re.compile(r" for the (?:\d{4}|(?:first|second|current|coming|new) (?:term|year)).*$")
_WITHIN = re.compile(
    r"^(?:[A-Z][\w']*|of|the)(?: (?:[A-Z][\w']*|of|the))* (?:President|Department|Office|Agency) the (?=[A-Z])"
)
"""A body before the one that is meant, where a comma is lost: "within the Office of the President the Council"."""
_OWN = re.compile(r"^(?:her|his|their|its|our|my|other|various)\b", re.I)
_WHOSE = re.compile(
    r"^(?:President|Vice President|First Lady|Governor|Secretary|Mayor|Prime Minister) (?:[A-Z][\w.]* ){0,3}?[A-Z]\w+'s (?=[A-Z]\w* )"
)
"""Who made a body, before its name: "Governor Roe's Harbor Council"."""
_ABBREVIATION = re.compile(r"^(?:[A-Z]\.)+$|^(?:Dr|Mr|Ms|Mrs)\.$")
_COMPANY = re.compile(r"(?:Inc|Ltd|Corp|Co|LLC|LLP|PLC|LP)\.?")
_NUMBERING = frozenset({"Sec", "Section", "Article", "Title"})
"""What begins the next part of an order, not the name of a member."""
_PASSIVE = re.compile(r"^\w+ed by\b")
_PREPOSITION = re.compile(r" (?:of|in|from|with|for|on|at|who|and|to)\b")


_HONORIFIC = re.compile(r"^(?:(?:The )?Honorable|T\.H\.|M(?:r|rs|s)\.) (?=[A-Z][\w.'-]* (?:.* )?[A-Z])")
_AROUND = re.compile(r"\n, | and .*\n$|, \n$|(?:Justice|Chair(?:man|woman)?|CEO) \n$")
"""What a name may have taken in: an apposition, another name, an office (the name itself stands at the line break)."""
_WHEN = re.compile(
    r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$| (?:in|on) (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b.*$"
)
_POST_OF = re.compile(
    r"^(?:[A-Z][\w-]* (?:and )?){0,5}(?:CEO|Chief Executive Officer|President|Director|Secretary|Chair(?:man|woman)?|Member|Trustee|Administrator|Commissioner|Commander|Head|Chief|Coordinator|Dean|Chancellor|Manager|Editor) of (?:the )?(?=[A-Z])"
)
_OFFICES = re.compile(
    r"\b(?:Secretary|Secretaries|Administrator|Ambassador) (?:of|to)\b|^(?:State|War) (?:for|and) (?:the )?"
)
_BODY = re.compile(rf"\b{BODY}\b")
_SENT_BY = re.compile(rf"(?P<name>{NAME}) of (?:the )?(?:[A-Z][\w'&-]* )*{BODY}\b")
"""A name and the body that it is of, in a list of the members of another: "Jane Roe of the Harbor Union"."""
_GENERATION = re.compile(r", (?:Jr|Sr|I{2,3}|IV)\b")
_AND_POST = re.compile(r" and (?:[A-Z]\w* )?(?:President|Chair(?:man|woman)?|CEO|Director)$")
_STATE_FOR = re.compile(r"^State for (?:the )?(?=[A-Z])")
"""The end of an office before its body: "Assistant Secretary of State for the Bureau of …"."""


_DANGLING = re.compile(r"(?: (?:in|of|for|on|to|and|the|at|&))+$|\?$")
"""What a name has taken with it of what follows: "Harbor Forum on Mining in"."""


def tidied(found: Membership) -> Membership | None:
    """The membership under plain names; nothing where the member or the body is no name and no people."""
    named = found.member
    before = named.name.removesuffix(f" {named.text}")
    held = before != named.name and _BODY.search(before) and is_held(before.split()[-1])
    if (
        " " in named.text
        and named.text != named.name
        and (held or f"{found.group.text} " in f"{named.name} " or f"{found.group.text}'s " in named.name)
    ):
        # "Harbor Union President Jane Roe", "Warden Jane Roe of the Harbor Union"
        named = Mention(named.text, named.text)
    member = _plain(_plain(_plain(_alone(_named_alone(named)), _ITEM_TAIL), _ROLE), _HONORIFIC)
    group = _without(_unheld(_alone(found.group)), _POST_OF)
    sent = _SENT_BY.match(member.text)
    if sent and not _BODY.search(sent["name"]) and not is_held(sent["name"].split()[-1]):
        member = Mention(sent["name"], sent["name"])
    twice = _TWICE.search(member.name)
    if twice and member.name[: twice.start()].endswith(twice["last"]):
        member = Mention(member.name[: twice.start()], member.name[: twice.start()])
    if not member.name.strip() or not group.name.strip():
        return None
    member, group = _plain(member, _DANGLING), _plain(group, _DANGLING)
    for around in (_WHOSE, _OFFICE, _TERM, _WHEN, _STATE_FOR, _AND_POST):
        group = _plain(group, around)
    group = _before_next_line(group, member)
    if _OFFICES.search(group.name):
        return None
    inside = _WITHIN.sub("", group.name)
    if inside != group.name:
        group = Mention(inside, inside)
    if member.name.split()[-1] in group.name and "," in group.name:
        own = _POST_OF.sub("", group.name.rpartition(", ")[2])  # of "Jane Roe, Founder, Acme": "Acme"
        group = group if _COMPANY.fullmatch(own) else Mention(own, own)
    if member.name.count("(") != member.name.count(")"):
        return None
    if member.name in _NUMBERING or _WITHIN.match(member.name):
        return None
    if _OWN.match(group.name) or _ABBREVIATION.match(group.name) or _ABBREVIATION.match(member.name):
        return None
    if not any(c.isupper() for c in member.name) and not _are_people(member.name):
        return None
    return replace(found, member=member, group=group)


def _alone(mention: Mention) -> Mention:
    """A mention whose name took in what stands beside it, under its own words: "Harbor Council, Jane Roe"."""
    around = mention.name.replace(mention.text, "\n", 1)
    several = " " in mention.text or mention.name.endswith(f" and {mention.text}")
    if mention.name != mention.text and several and _AROUND.search(around):
        return Mention(mention.text, mention.text)
    return mention


def _unheld(mention: Mention) -> Mention:
    """A body whose name took in the office before it, under its own words: "Executive Director Harbor Bureau"."""
    before = mention.name.removesuffix(mention.text).split()
    if mention.text and before and mention.name.endswith(f" {mention.text}") and is_held(before[-1]):
        return Mention(mention.text, mention.text)
    return mention


def _named_alone(mention: Mention) -> Mention:
    """A surname under its own words where the name that it was taken to stand for began before a comma."""
    if ", " not in mention.name or "," in mention.text or _GENERATION.search(mention.name):
        return mention
    return Mention(mention.text, mention.text)


def _without(mention: Mention, pattern: re.Pattern[str]) -> Mention:
    name = pattern.sub("", mention.name)
    return mention if name == mention.name else Mention(name, name)


def _before_next_line(group: Mention, member: Mention) -> Mention:
    """The body whose name swallowed the next line, which begins with the member again: "… on the Arts Jane Roe"."""
    at = group.name.find(f" {member.name.split()[0]} ")
    if at < 0 and group.name.endswith(f" {member.name.split()[0]}"):
        at = group.name.rfind(" ")
    if group.name.endswith((" of", " for", " on"), 0, max(at, 0)):
        return group
    if at > 0 and (re.search(r" (?:of|for|on) ", group.name[at:]) or _BODY.search(group.name[at:])):
        return group
    name = re.sub(r" (?:A|An|The)$", "", group.name[:at] if at > 0 else group.name)
    return group if name == group.name or not name else Mention(name, name)


def _plain(mention: Mention, around: re.Pattern[str]) -> Mention:
    """A mention without what a pattern finds in its name; one that stands for another name is left alone."""
    if mention.name != mention.text:
        return mention
    name = around.sub("", mention.name).strip(" ,")
    return Mention(name, name) if name else mention


def names_people(words: str) -> bool:
    """Whether words are a name, or without a capital speak of people or bodies by what they are or do."""
    head = _PREPOSITION.split(words)[0].split()
    return words[:1].isupper() or (bool(head) and acting(head[-1].removesuffix("s")))


def _are_people(words: str) -> bool:
    """Whether words without a capital may speak of people or bodies: several, or of a kind that acts."""
    if _PASSIVE.match(words) or words.startswith(("diverse ", "heads of ")):
        return False
    head = _PREPOSITION.split(words.lower())[0].split()
    return bool(head) and (acting(head[-1].removesuffix("s")) or head[-1].endswith("s"))
