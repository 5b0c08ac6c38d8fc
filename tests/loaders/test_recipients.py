"""To or for whom something is done."""

from collections.abc import Callable

import pytest

from gestae.loaders.parse import Parsed, pipeline
from gestae.loaders.recipients import recipient_of
from gestae.loaders.rules import propose, scene

Say = Callable[..., Parsed]


def recipients(parsed: Parsed) -> dict[str, str | None]:
    view = scene(parsed.document, pipeline())
    found: dict[str, str | None] = {}
    for proposal in propose(view):
        if proposal.found.clause is not None:
            who = recipient_of(proposal.found.action, proposal.found.clause, view.cast)
            found.setdefault(proposal.found.action.verb, who.name if who else None)
    return found


@pytest.mark.parametrize(
    ("text", "verb", "recipient"),
    [
        ("The order directs the Secretary of Labor to publish the list.", "direct", "Secretary of Labor"),
        ("The mayor urged Congress to pass the bill.", "urge", "Congress"),
        ("The Department of Labor assisted 300 survivors.", "assist", "300 survivors"),
        ("The Department of Labor trained 40 teachers.", "train", "40 teachers"),
        ("The Department of Labor awarded grants to survivors.", "award", "survivors"),
        ("The mayor thanked the volunteers for their work.", "thank", "volunteers"),
        ("The Bureau partnered with Acme Rail.", "partner", "Acme Rail"),
        ("The Bureau provides survivors with shelter.", "provide", "survivors"),
        ("The Secretary of Labor is directed to publish the list.", "direct", "Secretary of Labor"),
        ("The ministry expanded market access for lenders.", "expand", "lenders"),
        ("The ministry supplied meals to millions of teenagers.", "supply", "millions of teenagers"),
        ("The ministry ensured that families could heat their homes.", "ensure", "families"),
        ("The plan invests in mothers and their children.", "invest", "mothers and their children"),
        ("The mayor thanked pilots, sailors and cooks.", "thank", "pilots, sailors and cooks"),
        ("The mayor signed agreements with Acme Rail.", "sign", "Acme Rail"),
        ("The harbor office made funding available to fishermen.", "make", "fishermen"),
        ("The law prohibits officers from disclosing the contents of letters.", "prohibit", "officers"),
        ("The ministry told the owners that the port had closed.", "tell", "owners"),
        ("Agencies shall notify the Attorney General of any delays.", "notify", "Attorney General"),
        ("The order provides that agencies use fixed prices.", "provide", "agencies"),
        ("The office awarded $2.3 million to a dozen towns in FY 2023.", "award", "dozen towns"),
        ("The Board awarded $9 million in grants to health clinics on Tuesday.", "award", "health clinics"),
        (
            "Grants totaling $4 million were awarded to 17 lock districts in Ohio.",
            "award",
            "17 lock districts",
        ),
        (
            "The Board awarded 14 grants worth $2 million to port authorities in rural counties.",
            "award",
            "port authorities",
        ),
        ("Pilots were given early access to the lock.", "give", "Pilots"),
        ("More than $2 billion has gone to small ports since 2021.", "go", "small ports"),
        ("The Board will invest $12 million in three cities in Norway.", "invest", "three cities in Norway"),
        ("Acme Rail announced a $20 billion investment in island schools.", "announce", "island schools"),
        ("Acme Rail will invest $20 billion in piers.", "invest", "piers"),
        ("Acme Rail will invest $20 billion in 2031.", "invest", None),
        ("The Board will increase investments in Norway to $4 million.", "increase", "Norway"),
        ("The Board announced an agreement with Norway on fishing.", "announce", "Norway"),
        ("The Board supplied nets to three libraries.", "supply", "three libraries"),
        ("The Mayor asked Parliament for $50 million.", "ask", "Parliament"),
        ("The Board provided technical assistance to 40 towns.", "provide", "40 towns"),
        ("The Board sent condolences to Norway.", "send", "Norway"),
        ("The Board brought the smuggler to justice.", "bring", None),
        ("The ministry proposed a rule that would give owners more time.", "propose", None),
        ("The Board awarded grants in Norway.", "award", None),
        ("The Board issued a $2 million fine against the refinery.", "issue", "refinery"),
        ("The Bureau provided 1.2 million people with emergency aid.", "provide", "1.2 million people"),
        ("The mayor made $3 million in loans available to island ferries.", "make", "island ferries"),
    ],
)
def test_whoever_is_told_helped_or_given_something_is_the_recipient(
    say: Say, text: str, verb: str, recipient: str | None
) -> None:
    assert recipients(say(text)).get(verb) == recipient


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The Department of Labor updated the list for the first time.", "update"),
        ("The mayor took the train to Dover.", "take"),
        ("The Department of Labor opened a call to action.", "open"),
        ("The Bureau dismantled the ring.", "dismantle"),
        ("The mayor released a National Plan to Combat Smuggling.", "release"),
        ("The mayor established the Harbor Commission to Monitor and Prevent Waste.", "establish"),
        (
            "Mayor Jane Roe established the Harbor Task Force to Monitor and Combat Smuggling of Boats.",
            "establish",
        ),
        ("The Bureau offered timely services.", "offer"),
        ("The council was established pursuant to the Harbour Act.", "establish"),
        ("The Bureau supported a literacy program.", "support"),
    ],
)
def test_a_place_a_time_or_a_thing_is_none(say: Say, text: str, verb: str) -> None:
    assert recipients(say(text))[verb] is None


@pytest.mark.parametrize(
    ("text", "verb", "recipient"),
    [
        ("The mayor honored the pilots on Monday.", "honor", "pilots"),
        ("The mayor is investing in our future.", "invest", None),
        ("The mayor is investing in ferries.", "invest", "ferries"),
        ("Today we celebrate millions of sailors.", "celebrate", "millions of sailors"),
        ("The mayor announced $9 million in funding for sailors and their families.", "announce", "sailors and their families"),
        ("The ministry protected the pensions of 300 sailors.", "protect", "300 sailors"),
        ("The ministry protected women's health.", "protect", "women"),
        ("The plan provides incentives for pilots to train sailors.", "provide", "pilots"),
        ("The mayor approved a disaster declaration for California.", "approve", "California"),
        ("The mayor announced $4 million in aid to Chile.", "announce", "Chile"),
        ("The ministry sent two crews to Chile.", "send", "Chile"),
        ("Norway joined more than 40 nations.", "join", "more than 40 nations"),
    ],
)  # fmt: skip
def test_whom_it_is_for_stands_farther_off(say: Say, text: str, verb: str, recipient: str | None) -> None:
    assert recipients(say(text))[verb] == recipient


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The mayor discussed opportunities for women.", "discuss"),
        ("Today we celebrate Passover.", "celebrate"),
        ("The ministry gave permission for the boats to be moored.", "give"),
        ("The ministry shifted two boats from Norway to Chile.", "shift"),
        ("The mayor travelled to Chile.", "travel"),
        ("Norway joined the League of Ports.", "join"),
        ("The Mayor co-chaired the Harbor Council.", "co-chair"),
    ],
)
def test_what_is_joined_or_moved_gets_nothing(say: Say, text: str, verb: str) -> None:
    assert recipients(say(text)).get(verb) is None


@pytest.mark.parametrize(
    ("text", "verb", "recipient"),
    [
        (
            "I hereby delegate to the Warden of Ports the authority under section 614 of the Act.",
            "delegate",
            "Warden of Ports",
        ),
        ("The ministry stands with the sailors of Norway.", "stand", "sailors of Norway"),
        ("The Bureau is asking billionaires and large importers to pay more.", "ask", "billionaires"),
        ("Acme Rail donated blankets and food to those in need.", "donate", "those in need"),
        ("The bank provided additional support to 9,000 bakeries.", "provide", "9,000 bakeries"),
        ("The harbor office is assisting refugees with housing and jobs.", "assist", "refugees"),
        ("The Bureau will coordinate with agencies on safety drills.", "coordinate", "agencies"),
        ("The agency waived fees for veterans.", "waive", "veterans"),
        ("The mayor sent her wishes to those who mend piers.", "send", "those who mend piers"),
        ("The charter will provide firms that win new contracts with a ready crew.", "provide", "firms"),
        ("The bank provided doctors to fishermen.", "provide", "fishermen"),
    ],
)
def test_whoever_gets_a_power_or_help_is_told_without_what_he_gets(
    say: Say, text: str, verb: str, recipient: str
) -> None:
    told = recipients(say(text))[verb] or ""
    assert told == recipient or (verb == "ask" and told.startswith(recipient))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The task force shall be chaired by the Assistant to the President for Ports.", "chair"),
        ("The hospital halted prescriptions of the drug for minors.", "halt"),
        ("The law would roll back protections for people with disabilities.", "roll back"),
        ("Parliament ratified the 26th Amendment to the Constitution in 1971.", "ratify"),
        ("The order adds several goods to Annex II of Executive Order 14257.", "add"),
        ("The two ministries reached a Cooperation Agreement on Reciprocal Trade.", "reach"),
        ("The Governor supports the Safe Ports Act.", "support"),
        ("The Secretary emphasized the importance of partnership across governments.", "emphasize"),
        ("The committee asked questions about the pier.", "ask"),
        ("The mayor stood by his word.", "stand"),
        ("President Hall Delivers Big Wins", "deliver"),
        ("The ministry gave rise to doubts.", "give"),
        ("The charter provides authority to ban imports.", "provide"),
        ("The charter provides 40 nurses.", "provide"),
    ],
)
def test_a_title_a_text_or_what_is_ended_names_none(say: Say, text: str, verb: str) -> None:
    assert recipients(say(text)).get(verb) is None
