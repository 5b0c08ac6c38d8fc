"""Who is named behind a body and an office: "Harbor Council (HC) Deputy Director for Ports Jane Roe".

Or behind an office and its body: "Executive Director and Co-Chair of the Harbor Council Jane Roe".
"""

import re
from collections.abc import Iterator

from gestae.loaders.membership_offices import BODY, CAPITAL, HONORIFIC, NAME

__all__ = ["titled"]

_PLAIN = CAPITAL.replace("'", "")
_LINKED = rf"(?: (?:of|for|on|and|the|&))* {_PLAIN}"
_OFFICE = (
    r"(?:(?:Co-|Vice |Deputy |Acting |Interim |Executive |Associate |Assistant |Managing |Principal |Senior |Under |Former |Chief |Regional |"
    r"Majority |Minority |Democratic |Republican )*"
    r"(?:(?<=Chief )[A-Z]\w+ )?(?:Chair(?:man|woman|person)?|President|CEO|Director(?: General|-General)?|Administrator|Commissioner|Secretary(?:[- ]General)?|"
    r"Member|Coordinator|Counsel|Advis[eo]r|Economist|Scientist|Officer|Leader|Whip|Speaker|Deputy|Counselor|Chief of Staff))"
)
_TITLED = re.compile(
    rf"\b(?!(?:Deputy|Acting|Interim|Assistant|Associate|Principal|Senior|Former|Vice) )(?P<group>(?:{_PLAIN} ){{0,5}}{BODY}(?:(?: (?:of|on|for) (?:the )?){_PLAIN}(?:{_LINKED}){{0,7}}?)?|"
    r"(?<![A-Z] )[A-Z]{3,8})"
    rf"(?: \([A-Z][A-Z&-]{{1,8}}\))?(?:'s)? (?P<role>{_OFFICE})(?: (?:for|of|on) (?:the )?{_PLAIN}(?:{_LINKED}){{0,5}}?)?,? "
    rf"(?P<member>(?:(?:Dr|Mr|Ms|Mrs)\. )?{NAME})"
)
_HEAD_OF = re.compile(
    rf"(?<!to the )\b(?P<role>{_OFFICE}(?:,? and {_OFFICE})?) of the (?P<group>(?:{_PLAIN} ){{0,5}}{BODY})"
    rf"(?: \([A-Z][A-Z&-]{{1,8}}\))? (?P<member>(?!The |His |Her ){NAME})"
)
"""The office before the body; a body with a tail of its own ("Office of Ports") would not be told from the name.

Nor is a name with an honorific believed: it opens the next line of a list whose line breaks are lost."""
_CEO = re.compile(
    rf"\b(?!(?:Former|Founder|President|Chair\w*|Co-\w+|Then|And|But|Our|The|Today|Yesterday|Meanwhile|Now) )(?P<group>{_PLAIN}(?: {_PLAIN}){{0,3}}) "
    rf"(?P<role>(?:(?:Co-)?Founder (?:and|&) |President (?:and|&) |Chair(?:man|woman)? (?:and|&) )?CEO),? (?P<member>{NAME})"
)
"""Of a company no noun need tell that it is one: "Harbor Motors CEO Jane Roe"."""
_NAME_GOES_ON = re.compile(r"\b(?:of|on|for|in|to) (?:the )?(?:[A-Z][\w&'-]* )*$")
_IS_OFFICE = re.compile(rf"\b{_OFFICE}\b")
_NO_PERSON = re.compile(rf"\b(?:{BODY}|{_OFFICE})\b|^{HONORIFIC}$")


def titled(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """The spans of each person and body that are named so, and the office; `text` has plain quotes and no line breaks."""
    for match in (*_TITLED.finditer(text), *_HEAD_OF.finditer(text), *_CEO.finditer(text)):
        before = text[max(0, match.start() - 60) : match.start()]
        if match.re is _CEO and (_IS_OFFICE.search(match["group"]) or _NAME_GOES_ON.search(before)):
            continue
        if not _NO_PERSON.search(match["member"]):
            yield match.span("member"), match.span("group"), match["role"].lower().replace("ceo", "CEO")
