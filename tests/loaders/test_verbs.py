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


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("Officials brought the smugglers to justice.", "bring", "Charge"),
        ("The ministry set back the gang's plans by a year.", "set", "Dismantle"),
        ("The ministry brought down the cost of ferries.", "bring", "Reform"),
        ("The ministry took steps to protect fishermen.", "take", "Assist"),
        ("The ministry is leading efforts to train pilots.", "lead", "Train"),
        ("The port has made large investments to close the gap.", "make", "Fund"),
        ("The ministry provided the families with two million dollars.", "provide", "Fund"),
        ("The Council created a Harbor Advisory Committee.", "create", "Establish"),
        ("The minister stressed the importance of cooperation with ports.", "stress", "Partner"),
        ("The ministry ensures that families can heat their homes.", "ensure", "Assist"),
        ("The ministry made sure that survivors were heard.", "make", "Assist"),
        ("The ministry ensures that ferries run on time.", "ensure", "Other"),
        ("The reform made the ports more attractive.", "make", "Reform"),
        ("The institute led the development of a handbook.", "lead", "Publish"),
        ("The minister cut ten percent of the workforce.", "cut", "Terminate"),
        ("The ministry updated its guidance on ferries.", "update", "Reform"),
        ("The ministry delivered on its promise to the pilots.", "deliver", "Other"),
        ("The minister said that the port should close.", "say", "Request"),
        ("The ministry moved quickly to abolish the toll.", "move", "Terminate"),
        ("The council is working toward abolishing the toll.", "work", "Terminate"),
        ("The council is working with towing partners to mend piers.", "work", "Partner"),
        ("The ministry designated the harbor as a sponsor of smuggling.", "designate", "Sanction"),
        ("The minister emphasized the need to cooperate with ports.", "emphasize", "Partner"),
        ("The ministry cut barriers to ferries.", "cut", "Terminate"),
        ("The ministry cut the price of tickets.", "cut", "Reform"),
        ("The minister conveyed her determination to mend the pier.", "convey", "Commit"),
        ("The minister conveyed that ferries are late.", "convey", "Other"),
        ("The ministry deepened its cooperation with the islands.", "deepen", "Partner"),
        ("The ministry built a partnership with the islands.", "build", "Partner"),
        ("The port launched a dialogue on ferries.", "launch", "Establish"),
        ("The ministry engaged in talks on ferries.", "engage", "Convene"),
        ("The council adopted sanctions against the port.", "adopt", "Sanction"),
        ("The law provides that ferries pay no toll.", "provide", "Direct"),
        ("The meeting focused on the toll.", "focus", "Convene"),
        ("The fisherman focused on the toll.", "focus", "Other"),
        ("The captains shared stories of the storm.", "share", "Convene"),
        ("The port is considering an expansion of the pier.", "consider", "Reform"),
        ("The ministry ensures that Americans can swim.", "ensure", "Assist"),
        ("The ministry ensured that most of the ferries run.", "ensure", "Other"),
        ("The port attracted two million dollars.", "attract", "Fund"),
        ("The fishermen pay higher prices.", "pay", "Other"),
        ("The minister welcomed the verdict.", "welcome", "Honor"),
        ("The island welcomed refugees.", "welcome", "Assist"),
        ("The ministry suspended the tariff.", "suspend", "Terminate"),
        ("The minister stressed hundreds of partnerships.", "stress", "Partner"),
        ("The minister recognized Anna Smith.", "recognize", "Honor"),
        ("The minister recognized that the pilots need rest.", "recognize", "Other"),
        ("We remember the pilots who drowned.", "remember", "Honor"),
        ("We must remember that storms come back.", "remember", "Other"),
        ("The company announced that it will move its boats to the island.", "announce", "Commit"),
        ("The company announced that its ferries have arrived.", "announce", "Publish"),
        ("The company announced plans to sell its boats.", "announce", "Commit"),
        ("The minister announced his intent to nominate Anna Smith.", "announce", "Appoint"),
        ("The report confirms the pier is safe.", "confirm", "Publish"),
        ("Two captains joined Anna Smith at the pier.", "join", "Convene"),
        ("Two captains joined the union.", "join", "Partner"),
        ("The port works in partnership with the fishermen.", "work", "Partner"),
        ("The bank supported two million dollars in loans to fishermen.", "support", "Fund"),
        ("The ministry made funding available to the ports.", "make", "Fund"),
        ("The ministry made the list available to the ports.", "make", "Publish"),
        ("The ministry made meals available to the sailors.", "make", "Assist"),
        ("The ministry made tickets more affordable.", "make", "Reform"),
        ("The minister has made it a priority to mend the pier.", "make", "Commit"),
        ("The port treated the pilots unfairly.", "treat", "Exploit"),
        ("The law spurred the creation of twelve ports.", "spur", "Establish"),
        ("The minister underscored his commitment to the pilots.", "underscore", "Commit"),
        ("The storm underscored the minister's commitment to the pilots.", "underscore", "Other"),
        ("The ministry increased the number of ferries.", "increase", "Reform"),
        ("The number of ferries increased by twelve percent.", "increase", "Other"),
        ("The port has rescue boats in every bay.", "have", "Other"),
        ("The port had a meeting with the pilots.", "have", "Convene"),
        ("The minister emphasized how partnerships help the port.", "emphasize", "Other"),
        ("The bank announced the Harbor Fund.", "announce", "Establish"),
        ("The bank announced funds for the harbor.", "announce", "Fund"),
        ("The barriers kept women from working on ferries.", "keep", "Sanction"),
        ("The plan builds on the promises of the minister.", "build", "Other"),
        ("The law made it harder for pilots to rest.", "make", "Other"),
        ("The minister called the pilots heroes.", "call", "Other"),
        ("The minister called on the island to open its port.", "call", "Request"),
        ("The minister called to raise the toll.", "call", "Request"),
        ("The minister called Anna Smith.", "call", "Convene"),
        ("The pilots need the rest called for by the minister.", "call", "Request"),
        ("The minister made clear that storms are dangerous.", "make", "Other"),
        ("The minister made phone calls from the lighthouse.", "make", "Convene"),
        ("The pilots made forty dollars.", "make", "Other"),
        ("The port has an assessment of the pier.", "have", "Other"),
        ("The bank gave millions of families food.", "give", "Assist"),
        ("The bank gave millions of dollars to the port.", "give", "Fund"),
        ("The ministry rolled out sanctions packages against the port.", "roll", "Sanction"),
        ("The ministry suspended all of the tariffs.", "suspend", "Terminate"),
        ("The ministry suspended visas.", "suspend", "Sanction"),
        ("The court released a man on bail.", "release", "Other"),
        ("The ministers reviewed progress on ferries.", "review", "Convene"),
        ("The inspectors reviewed the records.", "review", "Investigate"),
        ("The ministers raised the importance of ferries.", "raise", "Convene"),
        ("The minister reaffirmed her opposition to the toll.", "reaffirm", "Criticize"),
        ("The minister announced steps to isolate the smugglers.", "announce", "Sanction"),
        ("The minister announced a set of steps to isolate the smugglers.", "announce", "Sanction"),
        ("The minister announced the second round of grants.", "announce", "Fund"),
        ("The union built a strong middle class.", "build", "Reform"),
        ("The smugglers murdered two pilots.", "murder", "Exploit"),
        ("The robber stabbed a fisherman.", "stab", "Exploit"),
        ("The storm claimed forty lives.", "claim", "Exploit"),
        ("The plan attacks the causes of storms.", "attack", "Other"),
        ("The smugglers put sailors at risk.", "put", "Exploit"),
        ("The notice states that the pier is closed.", "state", "Publish"),
        ("The minister outlined the toll of the storm.", "outline", "Publish"),
        ("The minister highlighted the new ferries.", "highlight", "Publish"),
        ("The minister highlighted the cost of storms.", "highlight", "Other"),
        ("The minister made an announcement.", "make", "Publish"),
        ("The minister visited the harbor.", "visit", "Convene"),
        ("The fishermen applied for licenses.", "apply", "Request"),
        ("The island retained its tariff on ferries.", "retain", "Sanction"),
        ("The ministry set a cap on tolls.", "set", "Sanction"),
        ("The ministry strengthened its partnership with the islands.", "strengthen", "Partner"),
        ("The ministry elevated its relations with the islands.", "elevate", "Partner"),
        ("The ministry expanded its partnership with the islands.", "expand", "Reform"),
        ("The port deployed two million dollars.", "deploy", "Fund"),
        ("The bank forgave the debt of the fishermen.", "forgive", "Fund"),
        ("The ministry announced a $5 million pier.", "announce", "Fund"),
        ("The ministry announced a pier.", "announce", "Establish"),
        ("The port used its funds to mend the pier.", "use", "Other"),
        ("The port employs forty workers.", "employ", "Appoint"),
        ("The minister recognized the role of the pilots.", "recognize", "Honor"),
        ("The port signed the pledge.", "sign", "Commit"),
        ("The captain offered to carry the mail.", "offer", "Commit"),
        ("The storm disrupted transportation.", "disrupt", "Other"),
        ("The patrols disrupted the ring.", "disrupt", "Dismantle"),
        ("The schools confronted hatred.", "confront", "Other"),
        ("The ministry made progress on ferries.", "make", "Other"),
        ("The port released forty barrels of oil.", "release", "Other"),
        ("The ferries halved the price of tickets.", "halve", "Reform"),
        ("The council will build on its charts.", "build", "Reform"),
        ("The ministry is re-focusing the patrols.", "re-focus", "Reform"),
        ("The turbines power forty homes.", "power", "Assist"),
        ("The ferry brought jobs to the island.", "bring", "Establish"),
        ("The academy produces engineers.", "produce", "Train"),
        ("The island became a member of the league.", "become", "Partner"),
        ("The pilots suppressed the fire.", "suppress", "Dismantle"),
        ("The clinic suspended its services.", "suspend", "Terminate"),
        ("The prosecutor charged the captain with theft.", "charge", "Charge"),
        ("The minister charged the office with mending the pier.", "charge", "Direct"),
        ("The ministry ensures that its policies serve the islands.", "ensure", "Reform"),
        ("The ministry ensures that the ferries have lifeboats.", "ensure", "Assist"),
        ("The ministry respects the heritage of the islands.", "respect", "Honor"),
        ("The fishermen voiced frustration over the toll.", "voice", "Criticize"),
        ("The plan led to the recovery of the economy.", "lead", "Other"),
        ("The council held elections.", "hold", "Other"),
        ("The law empowers the agencies to close ports.", "empower", "Direct"),
        ("The law empowers sailors.", "empower", "Assist"),
        ("The law helps ensure the pier is safe.", "help", "Assist"),
        ("The ministry issued visas to the pilots.", "issue", "Other"),
        ("The ministry notified the port.", "notify", "Publish"),
        ("The port employs forty pilots.", "employ", "Other"),
        ("The council declared May 2 as Harbor Day.", "declare", "Sign"),
        ("The minister's announcement of seventy million dollars pleased the ports.", "announce", "Fund"),
        ("Receipts of the port grew by nine million crowns.", "grow", "Other"),
        ("The minister provided the assurance that the pier is safe.", "provide", "Assist"),
        ("The minister added that the pier is safe.", "add", "Other"),
        ("The pilots learned that the pier is closed.", "learn", "Other"),
        ("The pilots learned to swim.", "learn", "Train"),
        ("The council confirmed Anna Smith.", "confirm", "Appoint"),
        ("The charter charges the council to mend the pier.", "charge", "Direct"),
        ("The law lifted families out of poverty.", "lift", "Assist"),
        ("The ministry designated the reef as a national monument.", "designate", "Establish"),
        ("The island released two citizens.", "release", "Rescue"),
        ("The ministry expanded its sanctions against the port.", "expand", "Sanction"),
        ("The meeting took place at the pier.", "take", "Convene"),
        ("The pilots laid down their lives.", "lay", "Other"),
        ("Harbor Council Expands Penalties", "expand", "Sanction"),
        ("The storm took place at the pier.", "take", "Other"),
    ],
)
def test_words_around_a_verb_make_it_another(
    say: Callable[..., Parsed], text: str, verb: str, kind: str
) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    told = {(f.action.verb.split()[0], f.action.type) for s in parsed.sentences for f in actions(s, cast)}
    assert (verb, kind) in told


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("I had the honor of opening the pier.", {"open"}),
        ("The council will have the chance to open the pier.", {"open"}),
        ("The council has a pier.", {"have"}),
        ("The Warden, acting through the Board, shall open the pier.", {"open"}),
    ],
)
def test_what_only_leads_to_an_act_is_none(say: Callable[..., Parsed], text: str, verbs: set[str]) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    assert {f.action.verb for s in parsed.sentences for f in actions(s, cast)} == verbs


def test_who_works_with_others_to_do_something_works_with_them_and_does_it(
    say: Callable[..., Parsed],
) -> None:
    parsed = say("The agency will work with the states to mend roads.")
    cast = cast_of(parsed)
    told = {(f.action.verb, f.action.object.text) for s in parsed.sentences for f in actions(s, cast)}
    assert {("work", "states"), ("work to mend", "roads")} <= told
