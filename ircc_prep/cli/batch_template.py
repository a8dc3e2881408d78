"""`ircc-prep batch --template`: what a consultant fills in for many clients of a program."""

import shlex
from pathlib import Path

from ircc_prep.cli.options import Settings
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files import owner_file
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.templates import Form, template

_FORMS: dict[str, Form] = {".xlsx": "xlsx", ".csv": "csv", ".jsonl": "jsonl", "": "folder"}
_USUAL = Path("clients.xlsx")
_OUT = Text("DIR", "RÉPERTOIRE")


def write(program: str, output: Path | None, settings: Settings) -> int:
    """Writes the template's files; one that is there is never overwritten, since it may be filled in."""
    target = output or _USUAL
    form = _FORMS.get(target.suffix.lower())
    if form is None:
        raise _no_form(target)
    book = Pack(settings.checklists, examples=False).load(program)
    files = template(book, form, settings.language())
    first, *others = files
    folder = target if form == "folder" else target.parent
    placed = {folder / first if form == "folder" else target: files[first]}
    placed |= {folder / name: files[name] for name in others}
    for path in placed:
        if path.exists():
            raise _there(path)
    for path, content in placed.items():
        owner_file.write(path, content)
        settings.tell(Text(f"To fill in: {path}", f"À remplir : {path}"))
    command = f"ircc-prep batch {shlex.quote(str(target))} --out {_OUT.of(settings.language())}"
    settings.tell(Text(f"Once it is filled in: {command}", f"Une fois rempli : {command}"))
    return 0


def _no_form(target: Path) -> Exception:
    return UsageError.saying(
        Text(
            f"A template can’t be a “{target.suffix}” file.",
            f"Un modèle ne peut pas être un fichier « {target.suffix} ».",
        ),
        Text(
            "Give -o a name that ends in .xlsx, .csv or .jsonl, or one without an ending for a folder of cases.",
            "Donnez à -o un nom qui finit par .xlsx, .csv ou .jsonl, ou sans terminaison pour un répertoire de "
            "dossiers.",
        ),
    )


def _there(path: Path) -> Exception:
    return UsageError.saying(
        Text(f"{path} is there already.", f"{path} existe déjà."),
        Text("Give -o another name.", "Donnez à -o un autre nom."),
        id="template-there",
    )
