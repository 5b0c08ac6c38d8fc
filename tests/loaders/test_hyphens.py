import pytest

from gestae.loaders.hyphens import mend


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("human traf-\nficking ended", "human trafficking\nended"),
        ("human traf-  \n  ficking, they said", "human trafficking,\nthey said"),
        ("soft\u00adly traf\u00ad\nficking", "softly trafficking\n"),
        ("an anti-\ntrafficking law", "an anti-trafficking\nlaw"),
        ("long-term care and long-\nterm plans", "long-term care and long-term\nplans"),
        ("the decision of making decision-\nmaking hard", "the decision of making decision-making\nhard"),
        ("a law en-\nforcement office, law enforcement", "a law enforcement\noffice, law enforcement"),
        ("a non-\nprofit and a nonprofit", "a nonprofit\nand a nonprofit"),
        ("from 2016-\n2017 and U.S.-\nMexico", "from 2016-\n2017 and U.S.-\nMexico"),
        ("one -\ntwo", "one -\ntwo"),
        ("end-\n\nstart of another paragraph", "end-\n\nstart of another paragraph"),
    ],
)
def test_words_are_put_together_as_the_text_writes_them(text: str, mended: str) -> None:
    assert mend(text) == mended
