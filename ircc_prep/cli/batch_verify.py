"""`ircc-prep batch verify`: whether the folder of a batch is as it was when the batch was finished."""

from pathlib import Path

from ircc_prep.batch import manifest
from ircc_prep.batch.out import Out
from ircc_prep.batch.plan import shown
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.core.text import Text

SAME, DIFFERENT = 0, 1


def verify(folder: Path, settings: Settings) -> int:
    """Lists the files that were changed, are missing, or weren't there; the exit code says whether there are any."""
    language = settings.language()
    found = [(each.how, each.name) for each in manifest.differences(Out(folder))]
    if not found:
        settings.tell(Text(f"{folder} is as it was made.", f"{folder} est tel qu’il a été produit."))
        return SAME
    put(
        "\n".join(
            Text("{how}: {name}", "{how} : {name}").format(how=_HOW[how].of(language), name=shown(name)).of(language)
            for how, name in found
        )
    )
    return DIFFERENT


_HOW = {
    "changed": Text("changed", "modifié"),
    "missing": Text("missing", "manquant"),
    "extra": Text("extra", "en trop"),
}
