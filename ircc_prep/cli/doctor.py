"""`ircc-prep doctor`: what is installed, what is missing, and how to get it."""

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from ircc_prep import __version__
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.core.text import Text, same
from ircc_prep.errors import IrccPrepError

PACKAGES = ("babel", "jinja2", "prompt_toolkit", "pydantic", "PyYAML", "questionary", "rich", "typer", "weasyprint")
MISSING = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is there, its name, what was found, and what to do where it isn't."""

    fine: bool
    name: Text
    found: Text
    hint: Text | None = None


def doctor(*, settings: Settings) -> int:
    """Looks at everything that the tool needs; the exit code is 1 where something is missing."""
    language = settings.language()
    findings = [finding for look in LOOKS for finding in look()]
    for finding in findings:
        mark = Text("ok     ", "bon    ") if finding.fine else Text("MISSING", "ABSENT ")
        line = Text(f"{finding.name.en}: {finding.found.en}", f"{finding.name.fr} : {finding.found.fr}")
        put(f"{mark.of(language)}  {line.of(language)}")
        if finding.hint:
            put(f"         {finding.hint.of(language)}")
    return 0 if all(finding.fine for finding in findings) else MISSING


def _tool() -> Iterator[Finding]:
    yield Finding(True, same("ircc-prep"), same(__version__))
    python = f"{platform.python_version()} ({platform.system()})"
    old = sys.version_info < (3, 11)
    hint = Text("Install Python 3.11 or later.", "Installez Python 3.11 ou une version plus récente.") if old else None
    yield Finding(not old, same("Python"), same(python), hint)


def _packages() -> Iterator[Finding]:
    missing = []
    for name in PACKAGES:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    found = Text(
        f"{len(PACKAGES) - len(missing)} of {len(PACKAGES)}", f"{len(PACKAGES) - len(missing)} sur {len(PACKAGES)}"
    )
    hint = Text(
        f"Missing: {', '.join(missing)}. Install ircc-prep again.",
        f"Paquets absents : {', '.join(missing)}. Réinstallez ircc-prep.",
    )
    yield Finding(not missing, Text("Python packages", "Paquets Python"), found, hint if missing else None)


def _engine() -> Iterator[Finding]:
    from ircc_prep.render.pdf import engine_state

    name = Text("PDF engine", "Moteur PDF")
    try:
        engine, fast = engine_state()
    except IrccPrepError as error:
        problem = error.problems[0]
        yield Finding(False, name, problem.what, problem.hint)
        return
    yield Finding(True, name, same(f"WeasyPrint {engine}"))
    hint = Text(
        "Install harfbuzz-subset (Debian: libharfbuzz-subset0): packets are then made faster.",
        "Installez harfbuzz-subset (Debian : libharfbuzz-subset0) : les PDF seront produits plus vite.",
    )
    yield Finding(
        fast,
        same("harfbuzz-subset"),
        Text("found", "trouvé") if fast else Text("not found", "introuvable"),
        None if fast else hint,
    )


def _locking() -> Iterator[Finding]:
    from ircc_prep.files.age_format import install_command, version

    name = Text("Locking cases (pyrage)", "Verrouillage des dossiers (pyrage)")
    found = version()
    if found:
        yield Finding(True, name, same(found))
        return
    command = install_command()
    hint = Text(f"Only needed for `ircc-prep lock`: {command}", f"Sert seulement à `ircc-prep lock` : {command}")
    yield Finding(True, name, Text("not installed", "absent"), hint)


def _fonts() -> Iterator[Finding]:
    from ircc_prep.files.resources import folder
    from ircc_prep.render.fonts import families

    names = [family.name.removeprefix("Packet ") for family in families(folder("templates"))]
    shown = ", ".join(names)
    yield Finding(True, Text("Bundled fonts", "Polices fournies"), same(shown))


def _checklists() -> Iterator[Finding]:
    from ircc_prep.files.checklists import Pack

    pack = Pack()
    programs = pack.programs()
    try:
        for program in programs:
            pack.load(program)
    except IrccPrepError as error:
        problem = error.problems[0]
        yield Finding(False, Text("Checklists", "Listes de contrôle"), problem.what, problem.hint)
        return
    yield Finding(True, Text("Checklists", "Listes de contrôle"), same(", ".join(programs)))


def _terminal() -> Iterator[Finding]:
    encoding = (sys.stdout.encoding or "").lower()
    fine = "utf" in encoding
    hint = Text(
        "Set a UTF-8 locale, for example LANG=en_CA.UTF-8.",
        "Choisissez des paramètres régionaux UTF-8, par exemple LANG=fr_CA.UTF-8.",
    )
    yield Finding(
        fine, Text("Terminal’s letters", "Caractères du terminal"), same(encoding or "?"), None if fine else hint
    )


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _tool,
    _packages,
    _engine,
    _locking,
    _fonts,
    _checklists,
    _terminal,
)
