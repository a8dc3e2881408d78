"""Locked cases to test with, and keys that open them without asking anybody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ircc_prep.files import age_format, locking
from ircc_prep.files.locks import Lock, RecipientsLock
from ircc_prep.files.saving import save

DATA: dict[str, Any] = {
    "schema": 1,
    "program": "visitor",
    "people": [{"id": "maria", "role": "principal-applicant", "given_names": "Марія", "citizenships": ["NO"]}],
}
PASSPHRASE = "correct horse battery staple"
# Locked with that passphrase, by little work (2 to the 10th, where 2 to the 18th is usual), so that it opens at once.
QUICK = """\
-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBsVktTaTdtVVRNeUVIdUJi
dHF1ZGJnIDEwCmhRMFVrb1BOdXFlRTc4MjhUTGN2L01DNnhRV3kwc1dlZmVkUlNh
bjlTc0UKLS0tIFgyVUNTWndEM2p6UUU2WWpWb09KV1JOUEhHOSsrMzljelM3WTRu
MWZBWDgKd4YLhJrNwPm7PKA3b/MOqzE/n+cAWfCfMwQH0v5omxdHg2YTYTe6dRLw
TxTlK9txt1/ggPivjNmjqgWOS2YImaG6XRl+paMopysij4zE1iPrsKacH3bi04fP
ZERht+C6/U3YEimqa+ReILbucypcr4mFtIAO2l1kD81QgSIzBPrMt67g/L51+KTZ
qieSyzFJ
-----END AGE ENCRYPTED FILE-----
"""
QUICK_TEXT = """\
schema: 1
program: temporary-resident-permit
people:
  - {id: ana, role: principal-applicant, given_names: Ana}
"""


@dataclass
class Keys:
    """Keys that are all there beforehand."""

    files: Sequence[Path] = ()
    words: Sequence[str] = ()

    def passphrases(self, _path: Path) -> Iterator[str]:
        """Each of them once."""
        yield from self.words

    def identities(self) -> Sequence[Path]:
        """The files."""
        return self.files


def key_file(folder: Path, name: str = "key.txt") -> tuple[Path, str]:
    """A secret key in a file that is its owner's alone, and its recipient."""
    folder.mkdir(parents=True, exist_ok=True)
    secret = age_format.new_key()
    path = folder / name
    path.touch(mode=0o600)
    path.write_text(f"# made for a test\n{secret}\n", encoding="utf-8")
    return path, age_format.recipient_of(secret)


def lock_at(path: Path, lock: Lock, data: dict[str, Any] = DATA) -> None:
    """A locked case at that place, with nothing beside it."""
    save(path, data)
    locking.lock(locking.hold(path, Keys()), lock)


def locked_for_a_key(tmp_path: Path, name: str = "case.yaml") -> tuple[Path, Keys]:
    """A case that is locked for one key: quick, where a passphrase takes a second."""
    identity, recipient = key_file(tmp_path / "keys")
    folder = tmp_path / "cases"
    path = folder / name
    lock_at(path, RecipientsLock((recipient,)))
    return path, Keys([identity])
