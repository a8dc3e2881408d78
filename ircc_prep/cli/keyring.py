"""What a person opens locked cases with: given by options, or typed on the terminal, once for all cases of a run."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ircc_prep.core.text import Language, Text
from ircc_prep.errors import IrccPrepError, UsageError

TRIES = 3
SHORT = 12


@dataclass(slots=True)
class Keyring:
    """The keys of one run. Passphrases that opened something are kept in memory until it ends."""

    language: Language
    passphrase_file: Path | None = None
    identity_files: Sequence[Path] = ()
    known: list[str] = field(default_factory=list, repr=False)

    def identities(self) -> Sequence[Path]:
        """The files with secret keys."""
        return self.identity_files

    def passphrases(self, path: Path) -> Iterator[str]:
        """The one that was given, or those that opened another case and up to three typed ones."""
        if self.passphrase_file is not None:
            yield self._given(self.passphrase_file)
            return
        yield from list(self.known)
        _needs_terminal(path)
        for attempt in range(TRIES):
            if attempt:
                self._say(Text("That isn’t it. Try again.", "Ce n’est pas la bonne. Réessayez."))
            typed = self._typed(Text(f"Passphrase for {path}: ", f"Phrase de passe de {path} : "))
            if typed:
                self._say(Text("One moment…", "Un instant…"))  # the age format makes every try slow, on purpose
                self.known.append(typed)
                yield typed
                self.known.remove(typed)  # whoever asks for another has found this one wrong

    def new_passphrase(self, path: Path) -> str:
        """One to lock with: the one that was given, or typed twice."""
        if self.passphrase_file is not None and not self.known:
            return self._given(self.passphrase_file)
        _needs_terminal(path)
        for _ in range(TRIES):
            typed = self._typed(Text(f"New passphrase for {path}: ", f"Nouvelle phrase de passe pour {path} : "))
            if not typed:
                self._say(Text("Nothing was typed.", "Rien n’a été tapé."))
            elif typed != self._typed(Text("The same again: ", "La même encore une fois : ")):
                self._say(Text("These were not the same. Try again.", "Les deux ne sont pas identiques. Réessayez."))
            else:
                if len(typed) < SHORT:
                    self._say(_SHORT)
                return typed
        raise UsageError.saying(
            Text(
                f"No passphrase was given, so {path} is as it was.",
                f"Aucune phrase de passe n’a été donnée : {path} est resté tel quel.",
            ),
            Text("Begin again when you like.", "Recommencez quand vous voulez."),
            id="no-passphrase",
        )

    def _given(self, file: Path) -> str:
        if not self.known:  # a descriptor can be read only once
            from ircc_prep.files.key_files import passphrase_in

            self.known.append(passphrase_in(file))
        return self.known[0]

    def _typed(self, prompt: Text) -> str:
        import locale
        from getpass import getpass

        encoding = locale.getpreferredencoding(do_setlocale=False)
        words = prompt.of(self.language).encode(encoding, "replace").decode(encoding)
        try:
            return getpass(words)
        except (EOFError, KeyboardInterrupt):  # Ctrl-D, Ctrl-C: the person leaves
            sys.stderr.write("\n")
            raise KeyboardInterrupt from None
        except UnicodeError:  # keys that the terminal's letters don't cover
            return ""

    def _say(self, text: Text) -> None:
        sys.stderr.write(text.of(self.language) + "\n")


_SHORT = Text(
    "This passphrase is short, and a short one can be guessed. Four or five words\n"
    "that don’t belong together are better: lock the case again to change it.",
    "Cette phrase de passe est courte : elle peut se deviner. Quatre ou cinq mots\n"
    "sans rapport entre eux valent mieux : verrouillez le dossier de nouveau.",
)


def _needs_terminal(path: Path) -> None:
    if sys.stdin.isatty():
        return
    raise _no_terminal(path)


def _no_terminal(path: Path) -> IrccPrepError:
    what = Text(
        f"{path} needs a passphrase, and there is no terminal to ask for it.",
        f"{path} demande une phrase de passe, et il n’y a pas de terminal pour la saisir.",
    )
    hint = Text(
        "Give --passphrase-file FILE (or a descriptor: /dev/fd/3), or --identity FILE for a case locked for your key.",
        "Indiquez --passphrase-file FICHIER (ou un descripteur : /dev/fd/3), ou --identity FICHIER pour un dossier "
        "verrouillé pour votre clé.",
    )
    return UsageError.saying(what, hint, id="no-terminal")
