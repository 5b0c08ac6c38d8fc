"""A server that speaks TLS alone: who gets in, and what is said to who does not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from gestae.graph.neo4j_connection import Address, Connection
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_settings import Certificate, Settings
from gestae.ontology.errors import ServerError

pytestmark = pytest.mark.neo4j

SMALL = Settings(heap="400m", page_cache="32m")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def guarded(
    neo4j_server: Server, authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    assert neo4j_server  # without a Java runtime there is none of these either
    folder = tmp_path_factory.mktemp("tls")
    own = authority.issue_cert("127.0.0.1")
    certificate, key = folder / "server.pem", folder / "server.key"
    certificate.write_bytes(b"".join(blob.bytes() for blob in own.cert_chain_pems))
    own.private_key_pem.write_to_path(str(key))
    server = Server(folder / "neo4j")
    server.up(replace(SMALL, certificate=Certificate(certificate, key)))
    yield server
    server.down()


def test_a_key_of_another_certificate_is_refused_before_a_server_starts(
    authority: trustme.CA, tmp_path: Path
) -> None:
    certificate, key, torn = (tmp_path / name for name in ("server.pem", "other.key", "torn.key"))
    certificate.write_bytes(authority.issue_cert("127.0.0.1").cert_chain_pems[0].bytes())
    authority.issue_cert("127.0.0.1").private_key_pem.write_to_path(str(key))
    torn.write_text("-----BEGIN PRIVATE KEY-----\n")
    for wrong in (key, torn):
        with pytest.raises(ServerError, match=f"{certificate} and {wrong} are no certificate and its key"):
            Server(tmp_path / "neo4j").up(replace(SMALL, certificate=Certificate(certificate, wrong)))
    assert not (tmp_path / "neo4j").exists()


def refused(address: Address) -> str:
    with pytest.raises(ServerError) as wrong, Connection(address, patience=2):
        pass
    return str(wrong.value)


def by(scheme: str, server: Server) -> Address:
    address = server.address()
    assert address is not None
    return replace(address, uri=f"{scheme}://{address.uri.partition('://')[2]}")


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_of_an_authority_that_is_trusted_lets_in(
    guarded: Server, authority: trustme.CA, scheme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with Connection(by(scheme, guarded)) as connection:
        assert connection.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_of_a_stranger_is_called_that(guarded: Server, scheme: str) -> None:
    said = refused(by(scheme, guarded))
    assert "certificate is not trusted" in said and "SSL_CERT_FILE" in said


def test_its_own_machine_reaches_it_without_more(guarded: Server) -> None:
    address = guarded.address()
    assert address is not None and address.uri.startswith("bolt+ssc://127.0.0.1:")
    assert str(guarded.browser()).startswith("https://127.0.0.1:")
    with Connection(address) as connection:
        assert connection.read("RETURN 1 AS one") == [{"one": 1}]


def test_nothing_is_sent_in_the_clear(guarded: Server) -> None:
    assert "where the server wants TLS, with bolt+s:// or neo4j+s://" in refused(by("bolt", guarded))


def test_tls_where_there_is_none_is_said_to_be_that(neo4j_server: Server) -> None:
    assert neo4j_server.address() or neo4j_server.up(SMALL)
    for scheme in ("bolt+s", "bolt+ssc"):
        assert "is for a server without TLS" in refused(by(scheme, neo4j_server))
