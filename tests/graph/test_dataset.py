import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gestae.graph.dataset import Store
from gestae.loaders.triples import quads
from gestae.ontology import iris
from gestae.ontology.errors import NotFound, StoreError
from gestae.ontology.facts import Action, Document, Mention, Quote, Reading
from gestae.ontology.links import Links
from gestae.ontology.terms import GESTAE, SCHEMA

TEXT = "The Harbor Office fined two ferry owners.\r\nIt closed “Pier 4”.\n"


def reading(text: str = TEXT, **about: object) -> Reading:
    document = Document("port/notice", text, **about)  # type: ignore[arg-type]
    office, owners = (
        Mention("Harbor Office", "Harbor Office"),
        Mention("two ferry owners", "two ferry owners"),
    )
    end = text.index(".")
    return Reading(document, (Action(Quote(0, end, text[:end]), office, "fine", "Sanction", owners),))


def put(store: Store, one: Reading) -> str:
    return store.put(one.document, quads(one, Links(), base=store.base))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store", write=True) as store:
        yield store


def names_of_texts(store: Store) -> set[str]:
    return {path.name for path in (store.folder / "texts").iterdir()}


def test_a_document_comes_back_with_its_text_byte_for_byte(store: Store) -> None:
    one = reading(
        title="Notice", date=datetime.date(2031, 5, 4), publisher="Port", url="https://port.example/n"
    )
    assert put(store, one) == "new"
    (document,) = store.documents()
    assert (document.name, document.title, document.date) == ("port/notice", "Notice", "2031-05-04")
    assert (document.publisher, document.url) == ("Port", "https://port.example/n")
    assert store.text(document.sha256) == TEXT
    assert (store.folder / "texts" / f"{document.sha256}.txt").read_bytes() == TEXT.encode()


def test_what_is_unchanged_is_not_written(store: Store) -> None:
    put(store, reading())
    before = set(store.quads)
    assert put(store, reading()) == "unchanged"
    assert set(store.quads) == before


def test_a_new_version_retires_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    other = Reading(Document("other", "Somebody else's words."), ())
    with Store(tmp_path, write=True) as store:
        put(store, other)
        put(store, reading())
        old = store.document("port/notice")
        assert put(store, reading(TEXT + "More.")) == "changed"
        new = store.document("port/notice")
        assert new.iri == old.iri
        assert new.version != old.version
        assert not any(quad.graph_name in old.graphs for quad in store.quads)
        assert store.document("other").sha256 == other.document.sha256
    assert names_of_texts(store) == {f"{new.sha256}.txt", f"{other.document.sha256}.txt"}


def test_new_metadata_of_the_same_text_leave_no_second_document(store: Store) -> None:
    put(store, reading())
    assert put(store, reading(url="https://port.example/notice")) == "changed"
    assert [document.url for document in store.documents()] == ["https://port.example/notice"]


def test_a_document_of_the_same_name_but_other_text_and_address_stays(store: Store) -> None:
    put(store, reading(url="https://port.example/1"))
    put(store, reading("Pier 5 closed. It did.", url="https://port.example/2"))
    assert len(store.documents()) == 2
    with pytest.raises(NotFound, match="names 2 documents"):
        store.document("port/notice")


def test_removing_leaves_nothing_of_a_document(tmp_path: Path) -> None:
    with Store(tmp_path, write=True) as store:
        put(store, Reading(Document("twin", TEXT), ()))
        put(store, reading())
        store.remove("port/notice")
        assert [document.name for document in store.documents()] == ["twin"]
        assert not any("notice" in str(quad) for quad in store.quads)
    # The twin has the same text, which therefore stays.
    assert len(names_of_texts(store)) == 1
    with Store(tmp_path, write=True) as store:
        store.remove("twin")
        assert len(store.quads) == 0
    assert names_of_texts(store) == set()


@pytest.mark.parametrize("called", ["port/notice", "port/notice.md", "notice", "notice.txt"])
def test_a_document_answers_to_its_name_with_or_without_folder_and_suffix(store: Store, called: str) -> None:
    put(store, reading())
    assert store.document(called).name == "port/notice"
    assert store.document(store.document(called).iri).name == "port/notice"


def test_an_unknown_document_is_named_with_one_that_is_like_it(store: Store) -> None:
    put(store, reading())
    with pytest.raises(NotFound, match="no document is called 'port/notise': did you mean 'port/notice'"):
        store.remove("port/notise")


def test_a_statement_of_another_graph_is_a_mistake_of_the_program(store: Store) -> None:
    node = ox.NamedNode("https://example.org/x")
    with pytest.raises(ValueError, match="graphs that are not those"):
        store.put(reading().document, [ox.Quad(node, node, node, node)])
    assert len(store.quads) == 0


@settings(max_examples=25, deadline=None)
@given(
    old=st.text(st.characters(exclude_categories=["Cs"])),
    new=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_text_survives_a_change_in_one_transaction(old: str, new: str) -> None:
    document = Document("any", "text")
    version = ox.NamedNode(iris.version(iris.document("https://example.org/", document), document.sha256))
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"gestae-test-{os.getpid()}"  # noqa: S108
    try:
        with Store(path, write=True, base="https://example.org/") as store:
            for words in (old, new):
                store.put(document, [ox.Quad(version, SCHEMA.name, ox.Literal(words), version)])
            assert [quad.object for quad in store.quads] == [ox.Literal(new)]
    finally:
        shutil.rmtree(path)


def test_authority_data_stand_in_a_graph_of_their_own(store: Store) -> None:
    port = ox.NamedNode("https://w3id.org/gestae/authority/body/port")
    said = [ox.Triple(port, SCHEMA.name, ox.Literal("Port"))]
    assert store.put_authority(said)
    assert not store.put_authority(said)
    assert {quad.graph_name.value for quad in store.quads} == {iris.authority_graph(store.base)}
    assert store.put_authority([])
    assert len(store.quads) == 0


def test_what_a_long_run_puts_does_not_wait_in_memory_for_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gestae.graph.dataset._UNWRITTEN", 100)
    with Store(tmp_path / "store", write=True) as store:
        for number in range(9):
            put(store, reading(TEXT + f"It opened pier {number}.\n", url=f"https://example.org/{number}"))
        assert list((tmp_path / "store" / "oxigraph").glob("*.sst"))


def test_readers_share_a_store_and_keep_writers_out(tmp_path: Path) -> None:
    with Store(tmp_path, write=True) as store:
        put(store, reading())
        with pytest.raises(StoreError, match="another process writes this store"):
            Store(tmp_path)
    with Store(tmp_path) as one, Store(tmp_path) as other:
        assert one.documents() == other.documents()
        with pytest.raises(StoreError, match="another process reads or writes this store"):
            Store(tmp_path, write=True)
    with Store(tmp_path, write=True) as store:
        assert put(store, reading()) == "unchanged"


def test_a_reader_writes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path, write=True) as store:
        put(store, reading())
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    with Store(tmp_path) as store:
        assert len(list(store.quads)) > 20
        assert store.text(store.documents()[0].sha256) == TEXT
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} <= set(tmp_path.rglob("LOG*"))


def test_a_text_that_was_tampered_with_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path, write=True) as store:
        put(store, reading())
        sha256 = reading().document.sha256
        (tmp_path / "texts" / f"{sha256}.txt").write_text("Other words.")
        with pytest.raises(StoreError, match="the text was changed after it was stored"):
            store.text(sha256)
        with pytest.raises(StoreError, match="the text is missing"):
            store.text("0" * 64)


def test_no_store_a_foreign_folder_and_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no gestae store here: `gestae build` makes one"):
        Store(tmp_path / "none")
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="a folder with other things in it"):
        Store(tmp_path, write=True)
    with pytest.raises(StoreError, match=r"notes\.txt"):
        Store(tmp_path / "notes.txt", write=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt"]


def test_a_store_of_another_format_or_base_is_refused(tmp_path: Path) -> None:
    Store(tmp_path, write=True, base="https://example.org/").close()
    with pytest.raises(StoreError, match=r"live under \S+example.org/, not under \S+example.com/"):
        Store(tmp_path, write=True, base="https://example.com/")
    Store(tmp_path, write=True).close()
    (tmp_path / "gestae-store.json").write_text(json.dumps({"format": 99, "base": "https://example.org/"}))
    with pytest.raises(StoreError, match="a store of format 99, and this gestae reads format 1"):
        Store(tmp_path)
    (tmp_path / "gestae-store.json").write_text("{")
    with pytest.raises(StoreError, match="damaged"):
        Store(tmp_path)


@pytest.mark.parametrize("base", ["no iri", "https://example.org/x", "https://example.org/a b/", "<>"])
def test_a_base_that_cannot_be_one_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(StoreError, match="cannot be the base of IRIs"):
        Store(tmp_path / "store", write=True, base=base)
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("damaged", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_damaged_database_is_said_to_be_damaged(tmp_path: Path, damaged: str) -> None:
    for text in (TEXT, TEXT + "More."):
        with Store(tmp_path, write=True) as store:
            put(store, reading(text))
    files = list((tmp_path / "oxigraph").glob(damaged))
    assert files
    for file in files:
        file.write_bytes(b"broken")
    for write in (True, False):
        with pytest.raises(StoreError, match="the store is damaged: restore a copy") as caught:
            Store(tmp_path, write=write)
        assert "\n" not in str(caught.value)


def test_a_store_of_which_only_the_card_was_written_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "gestae-store.json.new").write_text('{"form')
    Store(tmp_path, write=True).close()
    shutil.rmtree(tmp_path / "oxigraph")
    with Store(tmp_path) as store:
        assert store.documents() == []


def test_rdflib_reads_the_same_graph(store: Store) -> None:
    import rdflib

    put(store, reading())
    dataset = store.rdflib()
    version = store.documents()[0].version
    graph = dataset.graph(rdflib.URIRef(version))
    assert [str(verb) for verb in graph.objects(None, rdflib.URIRef(GESTAE.verb.value))] == ["fine"]
    assert len(graph) > 20
    assert dataset.namespace_manager.expand_curie("id:x") == rdflib.URIRef(store.base + "x")


def test_a_process_killed_at_any_moment_leaves_each_document_whole(tmp_path: Path) -> None:
    """Two texts take turns as long as the process lives; afterwards one of them is there, and all of it."""
    script = tmp_path / "turns.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys
            from gestae.graph.dataset import Store
            from gestae.loaders.triples import quads
            from gestae.ontology.facts import Action, Document, Mention, Quote, Reading
            from gestae.ontology.links import Links

            def reading(n):
                text = f"Clerk {n} acted. " * 40
                who = Mention(f"Clerk {n}", f"Clerk {n}")
                facts = [Action(Quote(i, i + 9, text[i : i + 9]), who, "act", "Other", who) for i in range(9)]
                return Reading(Document("turns", text), tuple(facts))

            with Store(sys.argv[1], write=True) as store:
                print("open", flush=True)
                n = 0
                while True:
                    n = 1 - n
                    store.put(reading(n).document, quads(reading(n), Links(), base=store.base))
            """
        )
    )
    sizes = set()
    for delay in (0.0, 0.05, 0.13, 0.29, 0.4):
        command = [sys.executable, str(script), str(tmp_path / "store")]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        with Store(tmp_path / "store") as store:
            documents = store.documents()
            assert len(documents) <= 1
            if documents:
                store.text(documents[0].sha256)
                sizes.add(len(store.quads))
                assert {quad.graph_name for quad in store.quads} <= set(documents[0].graphs)
    assert len(sizes) == 1
