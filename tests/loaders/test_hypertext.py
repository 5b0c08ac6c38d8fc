import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.loaders.hypertext import to_text, tree


def text(html: str) -> str:
    root = tree(html)
    return "" if root is None else to_text(root)


def test_blocks_lists_and_rows() -> None:
    html = (
        "<h2>Acts</h2><p>One\n  <b>line</b>.</p><p>A<br>B<br><br>C</p>"
        "<ul><li>x<ul><li>deep</li></ul></li><li><p>y</p><p>more</p></li></ul><ol start=3><li>c<li>d</ol>"
        "<table><tr><th>k<th>v</tr><tr><td><p>a</p><td>1</tr></table>end"
    )
    assert text(html) == (
        "Acts\n\nOne line.\n\nA\nB\n\nC\n\n- x\n  - deep\n- y\n\n  more\n\n3. c\n4. d\n\nk | v\na | 1\n\nend"
    )


def test_what_surrounds_the_text_is_left_out() -> None:
    html = (
        "<nav>menu</nav><script>x()</script><p>Text<!-- no --> here</p><aside>more</aside><footer>c</footer>"
    )
    assert text(html) == "Text here"
    root = tree(html)
    assert to_text(root, all_parts=True) == "menu\n\nText here\n\nmore\n\nc"


def test_nothing_in_it() -> None:
    for html in ("", "  ", "<!-- only a remark -->", "<table><tr><td></td></tr></table>"):
        assert text(html) == ""


def test_elements_too_deep_to_be_read_whole_are_refused() -> None:
    assert "end" in text("<div>" * 1000 + "end")
    with pytest.raises(ValueError, match="nested too deeply"):
        tree("<div>x" * 3000)


@given(st.text("<>/=\"'!-&;#abdiv pul \n[]", max_size=200))
def test_any_page_can_be_read(html: str) -> None:
    text(html)


@pytest.mark.parametrize("piece", ["<a ", "<!--", '<a b="', "<![CDATA[", "&#", "</a ", "<?"])
def test_malformed_pages_take_no_time(piece: str) -> None:
    text(piece * 100_000)
