"""Who holds an office of a body: whatever the office is called, and wherever it stands beside the name."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Jane Roe, general counsel of the Harbor Agency, signed the letter.", ("Jane Roe", "Harbor Agency")),
        ("Jane Roe, Inspector General of the Department of Ports, found it.", ("Jane Roe", "Department of Ports")),
        ("John Doe, treasurer of the Pilots Union, was charged with theft.", ("John Doe", "Pilots Union")),
        ("Jane Roe, superintendent of the Ulm School District, welcomed the grant.", ("Jane Roe", "Ulm School District")),
        ("Jane Roe, Under Secretary for Ports at the Department of Commerce, led the talks.", ("Jane Roe", "Department of Commerce")),
        ("John Doe, Director General of the Norwegian Ministry of Ports, agreed.", ("John Doe", "Norwegian Ministry of Ports")),
        ("John Doe, a spokesman for the Pilots Union, welcomed the plan.", ("John Doe", "Pilots Union")),
        ("John Doe, a professor of law at Ulm University, was heard.", ("John Doe", "Ulm University")),
        ("Jane Roe, senior official performing the duties of the Administrator, Harbor Agency (HA), came.", ("Jane Roe", "Harbor Agency")),
        ("Lonnie Doe, International President of the Brotherhood of Pilots (BP), praised it.", ("Lonnie Doe", "Brotherhood of Pilots")),
        ("The Harbor Agency was fined. Jane Roe, the Harbor Agency's chief financial officer, resigned.", ("Jane Roe", "Harbor Agency")),
        ("The Harbor Alliance's vice president for policy, Jane Roe, called it overdue.", ("Jane Roe", "Harbor Alliance")),
    ],
)  # fmt: skip
def test_an_office_behind_or_before_a_name(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Harbor Bureau Inspector John Doe arrested two men.", ("John Doe", "Harbor Bureau")),
        ("Pilots Union General Secretary Jane Roe called for talks.", ("Jane Roe", "Pilots Union")),
        ("Ulm University Professor Jane Roe testified.", ("Jane Roe", "Ulm University")),
        ("He met with Central Bank Governor Jane Roe.", ("Jane Roe", "Central Bank")),
        ("He met Jean Poe, Chief of Cabinet for European Council President Jane Roe.", ("Jane Roe", "European Council")),
        ("Commissioner Jane Roe of the Harbor Trade Commission dissented.", ("Jane Roe", "Harbor Trade Commission")),
        ("Executive Director Jane Roe of the Pilots League said so.", ("Jane Roe", "Pilots League")),
        ("Jane Roe, the Harbor Agency administrator, said so.", ("Jane Roe", "Harbor Agency")),
        ("Former Harbor Agency Director John Doe, now a fellow at the Pier Institute, said so.", ("John Doe", "Pier Institute")),
        ("Jane Roe from the Pilots League said so.", ("Jane Roe", "Pilots League")),
        ("Special Agent in Charge John Doe of the FBI's Ulm Field Office said so.", ("John Doe", "Ulm Field Office")),
    ],
)  # fmt: skip
def test_an_office_around_a_name(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Max Logan, Nominee for Member of the Harbor Administration",
        "John Doe, Ambassador to the Union of Ports, arrived.",
        "Jane Roe, an attorney for the Harbor Company, filed the suit.",
        "Council of Governors Ohio Governor Jane Roe",
        "Mayor Roe Launches Next Phase of the Harbor Partnership",
        "Port Institution, co-founder of the Harbor Institute, opened it.",
        "I thank the members of Congress who are here; Mayor Max Webber; and all of you.",
    ],
)
def test_offices_that_tell_of_no_body(told: Told, text: str) -> None:
    assert told(text) == set()
