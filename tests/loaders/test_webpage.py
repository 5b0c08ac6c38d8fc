import datetime

import pytest

from gestae.loaders.formats import Source
from gestae.loaders.webpage import extract
from gestae.ontology.errors import BrokenInput

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ending forced labor | Office of Trials</title>
<meta property="article:published_time" content="2019-05-02T10:00:00Z"></head>
<body><header><nav><ul><li><a href="/">Start</a></li><li><a href="/n">All news</a></li></ul></nav></header>
<main><article><h1>Ending forced labor</h1>
<p>Last year the <strong>Office of Trials</strong> opened two shelters for survivors of forced labor.</p>
<h2>In the courts</h2><p>The office also:</p>
<ul><li>charged <a href="/x">27 managers</a> of a fishing fleet;</li><li>trained 140 inspectors.</li></ul>
<table><tr><th>Year</th><th>Convictions</th></tr><tr><td>2018</td><td>31</td></tr></table>
</article></main><footer><p>Copyright of the office. Subscribe to our letter.</p></footer></body></html>"""


def read(page: str | bytes) -> str:
    return extract(Source("a.html", page if isinstance(page, bytes) else page.encode(), 10**6)).text


def test_the_main_text_without_what_surrounds_it() -> None:
    assert read(PAGE) == (
        "Ending forced labor\n\n"
        "Last year the Office of Trials opened two shelters for survivors of forced labor.\n\n"
        "In the courts\n\nThe office also:\n\n"
        "- charged 27 managers of a fishing fleet;\n- trained 140 inspectors.\n\n"
        "Year | Convictions\n2018 | 31"
    )


def test_what_the_page_says_of_itself() -> None:
    said = extract(Source("a.html", PAGE.encode(), 10**6)).said
    assert said == {"title": "Ending forced labor | Office of Trials", "date": datetime.date(2019, 5, 2)}


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>The office opened a shelter.</p>", "The office opened a shelter."),
        ("The office opened a shelter.", "The office opened a shelter."),
        ("<ul><li>One shelter<li>Two nurses</ul>", "- One shelter\n- Two nurses"),
        ("<html><body></body></html>", ""),
        ("", ""),
    ],
)
def test_pages_too_short_to_tell_main_text_from_the_rest(page: str, text: str) -> None:
    assert read(page) == text


def test_a_page_may_declare_its_encoding() -> None:
    page = "<html><head><meta charset='{}'></head><body><p>The café of the office – closed.</p></body></html>"
    for name in ("windows-1252", "ISO-8859-1"):
        assert read(page.format(name).encode("cp1252")) == "The café of the office – closed."
    assert read(page.format("windows-1252").encode()) == "The café of the office – closed."


@pytest.mark.parametrize("name", ["utf-8", "no-such-charset", "ascii-armor", "base64", "utf-7"])
def test_a_page_in_another_encoding_than_it_declares_is_refused(name: str) -> None:
    with pytest.raises(BrokenInput, match="save it as UTF-8"):
        read(f"<meta charset={name}><p>caf".encode() + b"\xe9 \x81</p>")


def test_scripts_and_control_characters_do_not_get_through() -> None:
    text = read("<p>The office&#7; acted.</p><script>document.write('x')</script><style>p{}</style>")
    assert text.split() == ["The", "office", "acted."]


def test_a_page_nested_too_deeply_is_refused() -> None:
    with pytest.raises(BrokenInput, match="nested too deeply"):
        read("<div>x" * 3000)


def test_nothing_is_written_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    read("<html><body><<<p>&bad; </div></p>" + "<table>" * 50)
    assert capfd.readouterr() == ("", "")
