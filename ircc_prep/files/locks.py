"""How a locked case is opened, and locked again in the same way. What it says stays in memory."""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError
from ircc_prep.files import age_format, key_files
from ircc_prep.files.age_format import DamagedError, WrongKeyError
from ircc_prep.files.companions import key_of, way_back

# The age format doesn't say for whom a file is locked; the first line inside does, as a comment of YAML.
_LOCKED_FOR = re.compile(rb"\A# ircc-prep locked this for: (age1[0-9a-z]+(?: age1[0-9a-z]+)*)\n")


class Keys(Protocol):
    """What a person has to open locked files with."""

    def passphrases(self, path: Path) -> Iterator[str]:
        """Passphrases to try, one by one; whoever goes on to the next says that the last was wrong."""

    def identities(self) -> Sequence[Path]:
        """Files with secret keys."""


@dataclass(frozen=True, slots=True)
class PassphraseLock:
    """A passphrase. `sitting` is the key that the case is locked for while it is being answered, if it is."""

    passphrase: str = field(repr=False)
    sitting: str | None = field(default=None, repr=False)

    def locked(self, plain: bytes) -> bytes:
        """The bytes that lie on the disk when nobody works on the case. Takes about a second, on purpose."""
        return age_format.lock_with_passphrase(plain, self.passphrase)


@dataclass(frozen=True, slots=True)
class RecipientsLock:
    """The public keys of those who can open it; none where it isn't known for whom another program locked it."""

    recipients: tuple[str, ...]

    def locked(self, plain: bytes) -> bytes:
        """The bytes that lie on the disk."""
        note = f"# ircc-prep locked this for: {' '.join(self.recipients)}\n"
        return age_format.lock_for(note.encode() + plain, self.recipients)


Lock = PassphraseLock | RecipientsLock


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file says, and how it was locked; None where it wasn't."""

    plain: bytes = field(repr=False)
    lock: Lock | None


def opened(raw: bytes, path: Path, keys: Keys | None) -> Opened:
    """The plain bytes of a file, locked or not. Raises CaseError where it can't be opened."""
    if not age_format.is_locked(raw):
        return Opened(raw, None)
    if keys is None:
        raise CaseError(locked_problem(path))
    try:
        if age_format.takes_passphrase(raw):
            plain, passphrase = _by_passphrase(raw, path, keys)
            return Opened(plain, PassphraseLock(passphrase))
        if not keys.identities() and key_of(path).is_file():
            return _in_a_sitting(raw, path, keys)
        return _by_keys(raw, path, keys)
    except DamagedError:
        raise CaseError(_damaged(path)) from None


def locked_problem(path: Path) -> Problem:
    """A locked file where only a plain one will do."""
    what = Text(f"{path} is locked.", f"{path} est verrouillé.")
    command = f"ircc-prep unlock {shlex.quote(str(path))}"
    hint = Text(f"Unlock it first: {command}", f"Déverrouillez-le d’abord\u00a0: {command}")
    return Problem("locked", (), what, hint)


def _by_passphrase(raw: bytes, path: Path, keys: Keys) -> tuple[bytes, str]:
    for passphrase in keys.passphrases(path):
        try:
            return age_format.open_with_passphrase(raw, passphrase), passphrase
        except WrongKeyError:
            continue
    what = Text(f"{path} doesn’t open with this passphrase.", f"{path} ne s’ouvre pas avec cette phrase de passe.")
    hint = Text(
        "Check the keyboard’s language and Caps Lock, then try again. Nobody can recover a passphrase.",
        "Vérifiez la langue du clavier et le verrouillage des majuscules, puis réessayez. "
        "Personne ne peut retrouver une phrase de passe.",
    )
    raise CaseError(Problem("wrong-passphrase", (), what, hint))


def _in_a_sitting(raw: bytes, path: Path, keys: Keys) -> Opened:
    """A case that is being answered, or whose last sitting was cut short: its key lies beside it, locked."""
    key = key_of(path)
    words, passphrase = _by_passphrase(key_files.read(key, secret=True), path, keys)
    (secret,) = key_files.secrets_in(words, key)
    try:
        return Opened(age_format.open_with_keys(raw, [secret]), PassphraseLock(passphrase, secret))
    except WrongKeyError:
        raise CaseError(_no_key(path, given=False)) from None


def _by_keys(raw: bytes, path: Path, keys: Keys) -> Opened:
    secrets = [secret for file in keys.identities() for secret in _secrets(file, keys)]
    if not secrets:
        raise CaseError(_no_key(path, given=False))
    try:
        plain = age_format.open_with_keys(raw, secrets)
    except WrongKeyError:
        raise CaseError(_no_key(path, given=True)) from None
    note = _LOCKED_FOR.match(plain)
    recipients = tuple(note[1].decode().split()) if note else ()
    return Opened(plain[note.end() :] if note else plain, RecipientsLock(recipients))


def _secrets(file: Path, keys: Keys) -> list[str]:
    raw = key_files.read(file, secret=True)
    if age_format.is_locked(raw):  # age keeps secret keys behind a passphrase too
        try:
            raw, _ = _by_passphrase(raw, file, keys)
        except DamagedError:
            raise CaseError(_damaged(file)) from None
    return key_files.secrets_in(raw, file)


def _no_key(path: Path, *, given: bool) -> Problem:
    if given:
        what = Text(f"{path} opens with none of the keys given.", f"{path} ne s’ouvre avec aucune des clés indiquées.")
        hint = Text(
            "It needs the secret key of somebody whom it was locked for.",
            "Il faut la clé secrète d’une personne pour qui il a été verrouillé.",
        )
        return Problem("no-key", (), what, hint)
    key = key_of(path).name
    what = Text(
        f"{path} is locked for people who have a key.", f"{path} est verrouillé pour des personnes qui ont une clé."
    )
    hint = Text(
        "Give the file with your secret key: --identity FILE.\n"
        f"    If you lock it with a passphrase, a session was cut short: {key} must lie in the same folder.",
        "Indiquez le fichier de votre clé secrète\u00a0: --identity FICHIER.\n"
        "    Si vous le verrouillez avec une phrase de passe, une séance a été interrompue\u00a0: "
        f"{key} doit se trouver dans le même répertoire.",
    )
    return Problem("no-key", (), what, hint)


def _damaged(path: Path) -> Problem:
    what = Text(
        f"{path} is locked, and what it holds is damaged, or was locked in a way that isn’t known here.",
        f"{path} est verrouillé, et son contenu est endommagé ou a été verrouillé d’une façon inconnue ici.",
    )
    hint = way_back(path) or Text(
        "Take it from a backup of this computer.", "Reprenez-le d’une copie de sauvegarde de cet ordinateur."
    )
    return Problem("damaged-lock", (), what, hint)
