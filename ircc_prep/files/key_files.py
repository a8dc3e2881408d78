"""Reads what locks and opens cases from files: a passphrase, secret keys, recipients. No secret is ever shown."""

import os
import shlex
import stat
from collections.abc import Iterable
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files import age_format

_LARGEST = 64 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def passphrase_in(path: Path) -> str:
    """The one line of a file or of a descriptor, such as /dev/fd/3. Raises UsageError."""
    lines = _text(read(path, secret=True), path).splitlines()
    if len(lines) != 1 or not lines[0]:
        what = Text(
            f"{path} doesn’t hold a passphrase on its one line.",
            f"{path} ne contient pas une phrase de passe sur une seule ligne.",
        )
        raise UsageError.saying(
            what, Text("Write one line, and nothing else.", "Écrivez une ligne, et rien d’autre."), id="bad-secret-file"
        )
    return lines[0]


def secrets_in(raw: bytes, path: Path) -> list[str]:
    """The secret keys that an identity file holds, as age-keygen writes them. Raises UsageError."""
    lines = _lines(_text(raw, path))
    for number, words in lines:
        try:
            age_format.recipient_of(words)
        except age_format.BadKeyError:
            raise _bad_identity(f"{path}, line {number}", f"{path}, ligne {number}") from None
    if not lines:
        raise _bad_identity(str(path), str(path))
    return [words for _, words in lines]


def recipients(given: Iterable[str], file: Path | None) -> tuple[str, ...]:
    """The recipients of the options and of a file (one on a line, as for `age -R`), each once. Raises UsageError."""
    found = [_recipient(words.strip(), Text("--recipient", "--recipient")) for words in given]
    if file is not None:
        lines = _lines(_text(read(file, secret=False), file))
        found += [
            _recipient(words, Text(f"{file}, line {number}", f"{file}, ligne {number}")) for number, words in lines
        ]
        if not lines:
            raise _bad_recipient(Text(str(file), str(file)))
    return tuple(dict.fromkeys(found))


def read(path: Path, *, secret: bool) -> bytes:
    """A small file; a secret that others may read is refused. Raises UsageError."""
    try:
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            if secret and os.name == "posix" and stat.S_ISREG(about.st_mode) and about.st_mode & _OTHERS:
                raise _open_to_others(path)
            if not os.isatty(file.fileno()):  # what is typed there would be seen
                return file.read(_LARGEST)
    except (OSError, ValueError):
        pass
    what = Text(f"{path} can’t be read.", f"Impossible de lire {path}.")
    hint = Text("Check that it is there and that it is yours.", "Vérifiez qu’il existe et qu’il vous appartient.")
    raise UsageError.saying(what, hint, id="unreadable")


def _text(raw: bytes, path: Path) -> str:
    try:
        return raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        what = Text(f"{path} isn’t plain text.", f"{path} n’est pas du texte simple.")
        raise UsageError.saying(
            what, Text("Save it as UTF-8.", "Enregistrez-le en UTF-8."), id="bad-secret-file"
        ) from None


def _lines(text: str) -> list[tuple[int, str]]:
    numbered = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line) for number, line in numbered if line and not line.startswith("#")]


def _recipient(words: str, where: Text) -> str:
    if age_format.is_secret(words):
        what = Text(
            f"{where.en} gives a secret key, where the public one belongs.",
            f"{where.fr} donne une clé secrète au lieu de la clé publique.",
        )
        hint = Text(
            "Give the recipient that begins with age1: age-keygen -y FILE shows it. Keep the secret key to yourself.",
            "Donnez le destinataire qui commence par age1\u00a0: age-keygen -y FICHIER l’affiche. "
            "Gardez la clé secrète pour vous.",
        )
        raise UsageError.saying(what, hint, id="bad-recipient")
    try:
        return age_format.known_recipient(words)
    except age_format.BadKeyError:
        raise _bad_recipient(where) from None


def _bad_recipient(where: Text) -> IrccPrepError:
    what = Text(
        f"{where.en} isn’t a recipient that can be locked for.",
        f"{where.fr} n’est pas un destinataire utilisable.",
    )
    hint = Text(
        "A recipient begins with age1 and is copied whole. Each person makes their own: age-keygen -o key.txt",
        "Un destinataire commence par age1 et se copie en entier. Chaque personne crée le sien\u00a0: "
        "age-keygen -o cle.txt",
    )
    return UsageError.saying(what, hint, id="bad-recipient")


def _bad_identity(en: str, fr: str) -> IrccPrepError:
    what = Text(f"{en}: that is no secret key of age.", f"{fr}\u00a0: ce n’est pas une clé secrète d’age.")
    hint = Text(
        "Give the file that age-keygen wrote; its key begins with AGE-SECRET-KEY-1.",
        "Indiquez le fichier écrit par age-keygen; sa clé commence par AGE-SECRET-KEY-1.",
    )
    return UsageError.saying(what, hint, id="bad-secret-file")


def _open_to_others(path: Path) -> IrccPrepError:
    command = f"chmod 600 {shlex.quote(str(path))}"
    return UsageError(
        Problem(
            "open-to-others",
            (),
            Text(
                f"Others who use this computer can read {path}, which holds a secret.",
                f"D’autres utilisateurs de cet ordinateur peuvent lire {path}, qui contient un secret.",
            ),
            Text(f"Close it to them: {command}", f"Fermez-leur l’accès\u00a0: {command}"),
        )
    )
