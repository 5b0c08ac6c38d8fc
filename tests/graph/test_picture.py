"""The picture: a page that is whole in itself, tried in a real Chromium; hostile words stay words."""

import base64
import hashlib
import html
import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gestae.graph.network_claims import Evidence, Source
from gestae.graph.picture import picture
from gestae.graph.picture_layout import WIDER, layout

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

HOSTILE = [
    "<script>window.hurt = 1</script>",
    '<img src="x" onerror="window.hurt = 2">',
    '<a href="https://example.org/steal" onclick="window.hurt = 3">href</a>',
    "</script><script>window.hurt = 4</script>",
    "<!-- <script> \u2028 ${window.hurt = 5} `",
    "'); window.hurt = 6; ('",
    "שלום \u202e<b>fet</b> \u0660",
    "{data} {title} &lt;b&gt; &amp;",
    "__proto__",
    "\ud800",
]


def sheet(title: str = "Fact sheet on harbors", url: str = "https://example.org/sheet") -> Source:
    return Source("https://example.org/id/" + title, title, title, "2019-03-01", "Harbor Office", url)


def drawn(
    actors: int = 3,
    each: int = 2,
    words: Callable[[int], str] = "{}".format,
    url: str = "https://example.org/sheet",
) -> "networkx.MultiDiGraph[str]":
    """Offices that each do a few things, every other one of them to the next office."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for one in range(actors):
        name = f"Office {words(one)}"
        graph.add_node(
            f"o{one}", kind="government", type="Government body", label=name, name=name,
            title=f"{name}\nGovernment body", documents=("sheet",), others=(f"O{one}",),
        )  # fmt: skip
    for one in range(actors):
        for act in range(each):
            node, label = f"a{one}-{act}", f"fund project {words(one)} {act}"
            quote = f"Office {words(one)} funded project {act}."
            graph.add_node(
                node, kind="action", type="Fund" if act % 2 else "Train", label=label, name=label,
                title=f"Fund · factual\n\n“{quote}”", modality="planned" if act % 3 == 1 else "factual",
                negated=act % 4 == 3, attributed=False, earliest="2018-01-01", latest="2018-12-31", documents=("sheet",),
                evidence=(Evidence(f"s{node}", quote, 0, sheet(f"Sheet {words(one)}", url)),),
            )  # fmt: skip
            graph.add_edge(f"o{one}", node, key="ACTOR", kind="ACTOR")
            if act % 2 and actors > 1:
                graph.add_edge(node, f"o{(one + act) % actors}", key="RECIPIENT", kind="RECIPIENT")
    return graph


def data_of(page: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    parsed: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return parsed


# ---- the page as text


def test_a_page_is_ascii_and_names_no_address_to_load_from() -> None:
    page = picture(drawn(words=lambda number: f"Ärger {number} – 北京"), title="Häfen – 北京")
    assert page.isascii()
    assert "Häfen – 北京" in html.unescape(re.findall(r"<title>(.*?)</title>", page)[0])
    assert not re.findall(
        r"<(?:link|iframe|object|embed|img|base)\b", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    )
    assert not re.findall(r"<script[^>]*\bsrc\b", page)
    assert "@import" not in page
    assert "url(" not in re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0]


def test_the_policy_of_the_page_allows_its_own_scripts_and_nothing_else() -> None:
    page = picture(drawn(), title="t")
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0]
    assert "default-src 'none'" in policy
    allowed = re.findall(r"sha256-([^']+)'", policy)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert allowed == [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in scripts]
    assert len(scripts) == 2


def test_the_same_graph_gives_the_same_page() -> None:
    assert picture(drawn(9, 5), title="t") == picture(drawn(9, 5), title="t")


def test_an_empty_graph_says_so() -> None:
    page = picture(networkx.MultiDiGraph(), title="<b>Nothing</b>")
    assert "nothing to show" in page
    assert "<b>Nothing</b>" not in page
    assert len(page) < 20_000


@pytest.mark.parametrize("words", HOSTILE)
def test_words_come_back_from_the_page_as_they_were(words: str) -> None:
    page = picture(drawn(1, 1, lambda _: words), title=words)
    node = data_of(page)["nodes"][0]
    assert node["label"] == f"Office {words}"
    body = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert "<img" not in body
    assert "onerror=" not in body.replace(html.escape(words), "")


# ---- where nodes stand


@st.composite
def graphs(draw: st.DrawFn) -> "networkx.Graph[int]":
    size = draw(st.integers(1, 40))
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(size))
    ends = st.integers(0, size - 1)
    graph.add_edges_from(
        draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), max_size=60))
    )
    return graph


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_every_node_has_a_place_of_its_own(graph: "networkx.Graph[int]") -> None:
    places = layout(graph, dict.fromkeys(graph, 10.0))
    assert set(places) == set(graph)
    assert all(math.isfinite(number) for place in places.values() for number in place)
    assert len({(round(x), round(y)) for x, y in places.values()}) == len(graph)
    assert places == layout(graph, dict.fromkeys(graph, 10.0))


@pytest.mark.parametrize(("actors", "each"), [(5, 8), (40, 11), (100, 19)])
def test_hardly_any_two_nodes_overlap(actors: int, each: int) -> None:
    graph: networkx.Graph[str] = networkx.Graph(drawn(actors, each))
    places = list(layout(graph, dict.fromkeys(graph, 10.0)).values())
    near = sum(
        math.dist((x / WIDER, y), (u / WIDER, v)) < 18
        for number, (x, y) in enumerate(places)
        for u, v in places[:number]
    )
    assert near <= len(places) * 0.02
    width = max(x for x, _ in places) - min(x for x, _ in places)
    height = max(y for _, y in places) - min(y for _, y in places)
    assert 0.8 < width / height < 3.5
    assert width * height / len(places) < 12_000


# ---- in a browser


class Shown:
    """A page in a browser that has no network, with what it asked for and complained of."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.context.on("request", lambda request: self.asked.append(request.url))
        self.sent: list[str] = []
        page.context.route(re.compile("^(?!file:)"), self._refuse)

    def _refuse(self, route: "Route") -> None:
        self.sent.append(route.request.url)
        route.abort()

    def counts(self) -> str:
        return self.page.inner_text("#counts")

    def at(self, number: int) -> tuple[float, float]:
        """Where a node stands in the window."""
        x, y = self.page.evaluate(
            "number => { const spot = window.gestae.spot(number); return [spot.x, spot.y]; }", number
        )
        return x, y

    def search(self, words: str) -> None:
        self.page.fill("#search", words)

    def panel(self) -> str:
        return self.page.inner_text("#panel")


@pytest.fixture
def show(chromium: "Browser", tmp_path: Path) -> "Iterator[Callable[..., Shown]]":
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, offline=True, reduced_motion="reduce"
    )

    def shown(graph: "networkx.MultiDiGraph[str]", title: str = "Harbors") -> Shown:
        path = tmp_path / "picture.html"
        path.write_text(picture(graph, title=title), encoding="ascii")
        result = Shown(context.new_page())
        result.page.goto(path.as_uri())
        if graph:
            result.page.wait_for_selector("html[data-ready]", timeout=20_000)
        return result

    yield shown
    context.close()


@pytest.mark.browser
def test_it_opens_without_a_network_and_asks_for_nothing(show: Callable[..., Shown]) -> None:
    shown = show(drawn(30, 10))
    shown.page.wait_for_timeout(500)
    assert [url for url in shown.asked if not url.startswith("file:")] == []
    assert len(shown.asked) == 1
    assert shown.complaints == []
    assert shown.counts() == "300 actions, 0 numbers, 30 participants from 30 documents"
    assert shown.page.inner_text("h1") == "Harbors"


@pytest.mark.browser
def test_an_empty_page_opens(show: Callable[..., Shown]) -> None:
    shown = show(networkx.MultiDiGraph())
    assert "nothing to show" in shown.page.inner_text("main")
    assert shown.complaints == []


@pytest.mark.browser
def test_the_legend_hides_and_shows_kinds_modes_arrows_and_types(show: Callable[..., Shown]) -> None:
    shown = show(drawn(3, 6))
    click = shown.page.click
    assert shown.counts().startswith("18 actions, 0 numbers, 3 participants")
    click("#kinds button:has-text('Government body')")
    assert shown.counts().startswith("18 of 21 nodes shown: 18 actions, 0 numbers, 0 participants")
    click("#reset button, #reset")
    click("#modes button:has-text('planned')")
    assert "12 actions" in shown.counts()
    click("#modes button:has-text('negated')")
    assert "9 actions" in shown.counts()
    click("#reset")
    shown.page.hover("#types li:has-text('Train')")
    click("#types li:has-text('Train') .only")
    assert "9 actions" in shown.counts()
    assert shown.page.get_attribute("#types button:has-text('Fund')", "aria-pressed") == "false"
    click("#reset")
    click("#ties button:has-text('acts')")
    assert shown.page.get_attribute("#ties button:has-text('acts')", "aria-pressed") == "false"
    click("#kinds button:has-text('Action')")
    assert shown.page.is_visible("#nothing")
    click("#reset")
    assert shown.counts().startswith("18 actions")
    assert not shown.page.is_visible("#nothing")
    assert shown.complaints == []


@pytest.mark.browser
def test_search_finds_names_other_names_and_words_of_quotes_by_keyboard(show: Callable[..., Shown]) -> None:
    shown = show(drawn(12, 3))
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("o7")
    assert shown.page.locator("#matches li").count() == 1
    shown.page.keyboard.press("ArrowDown")
    assert shown.page.get_attribute("#search", "aria-activedescendant") == "match-0"
    shown.page.keyboard.press("Enter")
    assert shown.page.inner_text("#panel h2") == "Office 7"
    canvas = shown.page.locator("#canvas").bounding_box()
    assert canvas
    x, y = shown.at(7)
    assert abs(x - canvas["x"] - canvas["width"] / 2) < 20
    assert abs(y - canvas["y"] - canvas["height"] / 2) < 20
    shown.page.keyboard.press("Escape")
    assert not shown.page.is_visible("#panel")
    shown.search("Office 4 funded project 2")
    assert shown.page.inner_text("#matches li span") == "Office 4: fund project 4 2"
    shown.search("no such words")
    assert "Nothing found" in shown.page.inner_text("#matches")
    assert shown.complaints == []


@pytest.mark.browser
def test_pointing_at_a_node_shows_its_quote_and_a_click_its_evidence(show: Callable[..., Shown]) -> None:
    shown = show(drawn(2, 2))
    shown.page.mouse.move(*shown.at(2))
    shown.page.wait_for_selector("#tip:visible")
    assert "“Office 0 funded project 0.”" in shown.page.inner_text("#tip")
    shown.page.mouse.click(*shown.at(2))
    panel = shown.panel()
    assert "Action: Train · 2018-01-01 to 2018-12-31" in panel
    assert "Office 0 funded project 0." in panel
    assert "Sheet 0, Harbor Office, 2019-03-01" in panel
    assert shown.page.get_attribute("#panel cite a", "href") == "https://example.org/sheet"
    shown.page.click("#panel li button:has-text('Office 0')")
    assert shown.page.inner_text("#panel h2") == "Office 0"
    assert "Office 0 funded project 1." in shown.panel()
    shown.page.mouse.click(*shown.at(3))
    assert "planned" in shown.page.inner_text("#panel .mark")


@pytest.mark.browser
@pytest.mark.parametrize(
    "url", ["javascript:window.hurt=7", "data:text/html,<script>", "file:///etc/passwd", ""]
)
def test_only_addresses_of_the_web_become_links(show: Callable[..., Shown], url: str) -> None:
    shown = show(drawn(1, 1, url=url))
    shown.search("project")
    shown.page.keyboard.press("Enter")
    assert "Sheet 0" in shown.panel()
    assert shown.page.locator("#panel a").count() == 0


@pytest.mark.browser
def test_hostile_words_are_shown_and_do_nothing(show: Callable[..., Shown]) -> None:
    shown = show(drawn(len(HOSTILE), 2, lambda number: HOSTILE[number]), title=HOSTILE[1] + HOSTILE[3])
    assert shown.page.inner_text("h1") == HOSTILE[1] + HOSTILE[3]
    before = shown.page.evaluate("document.querySelectorAll('script, img, a, b').length")
    for number, words in enumerate(HOSTILE):
        shown.page.evaluate("number => window.gestae.choose(number)", number)
        visible = " ".join(words.replace("\u2028", " ").split())
        assert visible in " ".join(shown.page.inner_text("#panel h2").replace("\u2028", " ").split())
        shown.page.evaluate("() => window.gestae.choose(null)")
        shown.search(words[:40])
        shown.page.mouse.move(*shown.at(number))
        shown.page.wait_for_timeout(60)
    shown.page.evaluate("() => window.gestae.choose(null)")
    shown.search("")
    assert shown.page.evaluate("document.querySelectorAll('script, img, a, b').length") == before
    assert shown.page.evaluate("window.hurt") is None
    assert shown.page.evaluate("({}).hurt") is None
    assert shown.complaints == []
    assert len(shown.asked) == 1


@pytest.mark.browser
def test_even_a_page_that_lets_markup_in_runs_and_loads_nothing(show: Callable[..., Shown]) -> None:
    shown = show(drawn(1, 1))
    shown.page.evaluate(
        """() => { document.querySelector('#panel').innerHTML =
             `<img src="https://example.org/x.png" onerror="window.hurt = 8"><iframe src="https://example.org/"></iframe>`;
             const script = document.createElement('script'); script.textContent = 'window.hurt = 9';
             document.body.append(script); }"""
    )
    shown.page.wait_for_timeout(300)
    assert shown.page.evaluate("window.hurt") is None
    assert shown.sent == []


@pytest.mark.browser
def test_everything_is_in_sight_at_first_and_names_stand_apart(show: Callable[..., Shown]) -> None:
    shown = show(drawn(12, 6))
    box = shown.page.locator("#canvas").bounding_box()
    assert box
    for number in range(12 + 72):
        x, y = shown.at(number)
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]
    boxes = shown.page.evaluate("window.gestae.labels()")
    assert len(boxes) >= 12
    assert not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for number, a in enumerate(boxes)
        for b in boxes[:number]
    )


@pytest.mark.browser
def test_two_thousand_nodes_are_ready_soon(show: Callable[..., Shown]) -> None:
    shown = show(drawn(100, 19))
    # The benchmark measures about a second; a loaded machine may take longer.
    assert int(shown.page.get_attribute("html", "data-ready") or "") < 6_000
    assert shown.counts().startswith("1,900 actions")


@pytest.mark.browser
def test_a_narrow_window_has_its_legend_behind_a_button(show: Callable[..., Shown]) -> None:
    shown = show(drawn(3, 3))
    shown.page.set_viewport_size({"width": 420, "height": 760})
    assert not shown.page.is_visible("#legend")
    shown.page.click("#menu")
    assert shown.page.is_visible("#legend")


def test_a_node_stands_where_it_stood_in_every_process() -> None:
    code = (
        "import networkx; from gestae.graph.picture_layout import layout\n"
        "graph = networkx.Graph((f'{n}', f'{(n * 5 + k) % 97}') for n in range(97) for k in (1, 2, 11))\n"
        "graph.remove_edges_from(list(networkx.selfloop_edges(graph)))\n"
        "print(sorted(layout(graph, {node: 6 + 1.3 * (int(node) % 7) for node in graph}).items()))"
    )
    # The order of sets of text is another for each of these, which used to show.
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in range(1, 8)
    }
    assert len(drawn) == 1
