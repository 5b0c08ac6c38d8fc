"""How a server of one's own is set up: what a user may choose, and the lines of `neo4j.conf` that follow."""

from dataclasses import dataclass
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

from gestae.ontology.errors import ServerError

__all__ = ["LOOPBACK", "Certificate", "Settings", "configuration", "in_uri"]

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Certificate:
    """Files in PEM: a certificate, the server's own first, and its private key without a password."""

    chain: Path
    private_key: Path

    def check(self) -> None:
        """Raises ServerError where the certificate is none, or the key is not that of it."""
        context = SSLContext(PROTOCOL_TLS_SERVER)
        try:
            context.load_cert_chain(self.chain, self.private_key, password="")
        except (OSError, ValueError) as error:
            raise ServerError(
                f"{self.chain} and {self.private_key} are no certificate and its key in PEM: {error}"
            ) from error


@dataclass(frozen=True)
class Settings:
    """Memory as Java writes it, address to listen on, ports (0: the usual one, or else a free one).

    With a certificate the server speaks TLS alone.
    """

    heap: str = "1g"
    page_cache: str = "256m"
    listen: str = LOOPBACK
    bolt_port: int = 0
    http_port: int = 0
    certificate: Certificate | None = None


def configuration(settings: Settings, base: Path) -> dict[str, str]:
    """What stands in `neo4j.conf`: names and values; `base` is a folder of the server's that is there."""
    return {
        "server.default_listen_address": settings.listen,
        "server.bolt.listen_address": f"{in_uri(settings.listen)}:{settings.bolt_port}",
        **_web(settings, base),
        # Twice this is waited for on every stop, with nothing left to do; usually five seconds.
        "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
        "server.memory.pagecache.size": settings.page_cache,
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.retention_policy": "1 files",
        "dbms.usage_report.enabled": "false",
    }


def in_uri(host: str) -> str:
    """A host as it stands before a port: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def _web(settings: Settings, base: Path) -> dict[str, str]:
    """Where Browser's endpoint listens, and with what the two protocols are encrypted."""
    listens = f"{in_uri(settings.listen)}:{settings.http_port}"
    if settings.certificate is None:
        return {"server.http.listen_address": listens, "server.https.enabled": "false"}
    return {
        "server.bolt.tls_level": "REQUIRED",
        "server.http.enabled": "false",
        "server.https.enabled": "true",
        "server.https.listen_address": listens,
        **_policy("bolt", base, settings.certificate),
        **_policy("https", base, settings.certificate),
    }


def _policy(scope: str, base: Path, certificate: Certificate) -> dict[str, str]:
    prefix = f"dbms.ssl.policy.{scope}."
    # A backslash is an escape in this file.
    return {
        f"{prefix}enabled": "true",
        f"{prefix}base_directory": base.as_posix(),
        f"{prefix}client_auth": "NONE",
        f"{prefix}private_key": certificate.private_key.as_posix(),
        f"{prefix}public_certificate": certificate.chain.as_posix(),
    }
