"""`ircc-prep unlock`: the case lies in the clear again."""

import shlex

from ircc_prep.cli.opening import tell_concerns
from ircc_prep.cli.options import CaseArgument, Settings, opens_cases
from ircc_prep.core.text import Text
from ircc_prep.files import locking


@opens_cases
def unlock(case: CaseArgument, *, settings: Settings) -> int:
    """Writes the case in the clear, readable by its owner alone. Its backups stay locked."""
    held = locking.hold(case, settings.keys)
    if held.opened.lock is None:
        settings.tell(Text(f"{case} isn’t locked.", f"{case} n’est pas verrouillé."))
        return 0
    locking.unlock(held)
    command = f"ircc-prep lock {shlex.quote(str(case))}"
    settings.tell(
        Text(
            f"{case} is unlocked: whoever gets the file can read it.\nTo lock it again: {command}",
            f"{case} est déverrouillé : quiconque obtient le fichier peut le lire.\n"
            f"Pour le verrouiller de nouveau : {command}",
        )
    )
    tell_concerns(case, settings, locked=False)
    return 0
