"""Where a command writes: a file whole or not at all, a device or pipe as it comes, standard output."""

import errno
import secrets
import signal
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import BinaryIO, NoReturn

__all__ = ["writer"]

_STANDARD_OUTPUT = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})


@contextmanager
def writer(target: str) -> Iterator[BinaryIO]:
    """A binary stream on standard output, on a device or pipe that is there, or on a file.

    A file appears under its name only when it is whole; one that is replaced keeps its mode, and a symbolic
    link stays one.

    :raises OSError: named for the file that was asked for, if it is a folder or cannot be written.
    """
    if target in _STANDARD_OUTPUT:
        yield sys.stdout.buffer
    elif not target or target.endswith("/") or Path(target).is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder, and a file is needed to write to", target or "''")
    elif _as_it_comes(Path(target)):
        with Path(target).open("wb") as out:
            yield out
    else:
        with _whole(target) as out:
            yield out


def _as_it_comes(path: Path) -> bool:
    """Whether a path stands for something that must not be replaced: a device, a pipe, an open descriptor."""
    if path.exists() and not path.is_file():
        return True
    parent = path.absolute().parent
    return parent == Path("/dev") or (parent.name == "fd" and parent.resolve().is_relative_to("/proc"))


@contextmanager
def _whole(target: str) -> Iterator[BinaryIO]:
    path = Path(target).resolve()
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder to write to", target)
    pending = path.with_name(f".gestae-{secrets.token_hex(4)}.part")
    try:
        with _ended_by_exception():
            try:
                with pending.open("xb") as out:
                    yield out
                with suppress(FileNotFoundError):
                    pending.chmod(stat.S_IMODE(path.stat().st_mode))
                pending.replace(path)
            finally:
                pending.unlink(missing_ok=True)
    except OSError as error:
        if str(error.filename) == str(pending):
            raise OSError(error.errno, error.strerror, target) from error
        raise


@contextmanager
def _ended_by_exception() -> Iterator[None]:
    """Let what ends the process be raised here, so that it leaves no unfinished file behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = {signal.SIGTERM: _leave, signal.SIGINT: signal.default_int_handler}
    before = {number: signal.getsignal(number) for number in ours}
    # None is a handler that is not Python's; what is ignored, as behind nohup, stays so.
    before = {number: was for number, was in before.items() if was not in (None, signal.SIG_IGN)}
    for number in before:
        signal.signal(number, ours[number])
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)
