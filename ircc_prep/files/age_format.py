"""The age format, in memory. The only place that imports pyrage, which is an optional extra and loaded late."""

import base64
import binascii
import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import InstallationError

_BINARY, _ARMOURED = b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----"
_FIRST_STANZA = re.compile(rb"age-encryption\.org/v1\n-> ([!-~]+)(?: [!-~]+ ([0-9]+)\n)?")
_ENOUGH_LINES = 8  # of armour, to see the first stanza
_TRIES = 4
_USUAL_WORK = range(18, 21)  # the age tool works 18 (256 MiB of memory) and refuses more than 22; 20 is a gigabyte
_TOO_MUCH_WORK = "Excessive work"
_WRONG_KEY = ("Decryption failed", "No matching keys found")
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - what secret keys begin with


class WrongKeyError(Exception):
    """The passphrase or key is not that of the file."""


class DamagedError(Exception):
    """The file isn't whole, or was locked in a way that isn't known here."""


class BadKeyError(Exception):
    """The words are no age key of the kind that is needed."""


def is_locked(raw: bytes) -> bool:
    """Whether the bytes begin as a file in the age format does."""
    return raw.startswith((_BINARY, _ARMOURED))


def takes_passphrase(locked: bytes) -> bool:
    """Whether a passphrase opens it, and not a key. Raises DamagedError."""
    return _first_stanza(locked)[1] == b"scrypt"


def lock_with_passphrase(plain: bytes, passphrase: str) -> bytes:
    """Locked by the passphrase. Takes about a second, on purpose: so does every guess.

    How much work makes a second is measured anew each time, and wrongly while the computer does something else: what
    came out too easy or too hard is done again.
    """
    tries: dict[int, bytes] = {}
    while len(tries) < _TRIES:
        locked: bytes = _age().passphrase.encrypt(plain, passphrase, armored=True)
        work = int(_first_stanza(locked)[2])
        if work in _USUAL_WORK or work in tries:
            return locked
        tries[work] = locked
    return tries[min(tries, key=lambda work: abs(work - _USUAL_WORK[0]))]


def open_with_passphrase(locked: bytes, passphrase: str) -> bytes:
    """The plain bytes; as slow as locking. Raises WrongKeyError or DamagedError."""
    age = _age()
    for _ in range(_TRIES):  # a computer that is busy may seem too slow for the work at first
        try:
            plain: bytes = age.passphrase.decrypt(locked, passphrase)
        except age.DecryptError as fault:
            if not str(fault).startswith(_TOO_MUCH_WORK):
                raise _meaning(fault) from None
        else:
            return plain
    raise DamagedError


def lock_for(plain: bytes, recipients: Sequence[str]) -> bytes:
    """Locked for everybody who has the secret key of one of the recipients. Raises BadKeyError."""
    age = _age()
    locked: bytes = age.encrypt(plain, [_recipient(each) for each in recipients], armored=True)
    return locked


def open_with_keys(locked: bytes, secrets: Sequence[str]) -> bytes:
    """The plain bytes. Raises WrongKeyError, DamagedError or BadKeyError."""
    age = _age()
    try:
        plain: bytes = age.decrypt(locked, [_identity(each) for each in secrets])
    except age.DecryptError as fault:
        raise _meaning(fault) from None
    return plain


def new_key() -> str:
    """A new secret key."""
    return str(_age().x25519.Identity.generate())


def recipient_of(secret: str) -> str:
    """The recipient (public key) that a secret key opens for. Raises BadKeyError."""
    return str(_identity(secret).to_public())


def known_recipient(words: str) -> str:
    """The words, where they are a recipient. Raises BadKeyError."""
    return str(_recipient(words))


def is_secret(words: str) -> bool:
    """Whether somebody wrote a secret key where a recipient belongs."""
    return words.upper().startswith(_SECRET)


def version() -> str | None:
    """The version of pyrage; None where it isn't installed."""
    from importlib import metadata

    try:
        return metadata.version("pyrage")
    except metadata.PackageNotFoundError:
        return None


def install_command() -> str:
    """What to type to get pyrage, into the place where this tool is installed."""
    parts = Path(sys.prefix).parts
    if "pipx" in parts:
        return "pipx inject ircc-prep pyrage"
    if "uv" in parts:
        return "uv tool install ircc-prep --with pyrage"
    return f"{shlex.quote(sys.executable)} -m pip install pyrage"


def _first_stanza(locked: bytes) -> re.Match[bytes]:
    """The line of the header that says how the file is locked, and the logarithm of the work for a passphrase."""
    first = locked
    if locked.startswith(_ARMOURED):
        lines = locked.splitlines()[1 : 1 + _ENOUGH_LINES]
        try:
            first = base64.b64decode(b"".join(line for line in lines if not line.startswith(b"-----")))
        except binascii.Error:
            raise DamagedError from None
    stanza = _FIRST_STANZA.match(first)
    if stanza is None:
        raise DamagedError
    return stanza


def _age() -> Any:
    try:
        import pyrage
    except ImportError:
        what = Text(
            "Locked cases need the Python package pyrage, which isn’t installed.",
            "Les dossiers verrouillés ont besoin du paquet Python pyrage, qui n’est pas installé.",
        )
        command = install_command()
        hint = Text(f"Install it with: {command}", f"Installez-le avec\u00a0: {command}")
        raise InstallationError(Problem("pyrage-missing", (), what, hint)) from None
    return pyrage


def _recipient(words: str) -> Any:
    age = _age()
    try:
        return age.x25519.Recipient.from_str(words)
    except age.RecipientError:
        raise BadKeyError from None


def _identity(secret: str) -> Any:
    age = _age()
    try:
        return age.x25519.Identity.from_str(secret)
    except age.IdentityError:
        raise BadKeyError from None


def _meaning(fault: Exception) -> Exception:
    return WrongKeyError() if str(fault).startswith(_WRONG_KEY) else DamagedError()
