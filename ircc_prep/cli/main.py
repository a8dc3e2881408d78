"""The entry point: runs the command, and turns whatever happens into a message and an exit code of the contract."""

import os
import sys
import traceback
from pathlib import Path

from ircc_prep.cli.language import HELP_LANGUAGE, say
from ircc_prep.errors import IrccPrepError

BUG = 70
INTERRUPTED = 130


def main() -> None:
    """Runs `ircc-prep` and exits with its code. No traceback is ever printed: it could show an applicant's data."""
    sys.exit(run())


def run() -> int:
    """The command's exit code."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        from ircc_prep.cli.app import app

        code = app(prog_name="ircc-prep", standalone_mode=False)
    except IrccPrepError as error:
        return _tell(error)
    except KeyboardInterrupt:
        _say(
            "\nStopped. What was answered or finished is saved.",
            "\nArrêt. Les réponses données et le travail terminé sont conservés.",
        )
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence: whatever it is, no data may be printed
        code = _usage(error)
        return _bug(error) if code is None else code
    return code if isinstance(code, int) else 0


def _tell(error: IrccPrepError) -> int:
    from ircc_prep.cli.output import problem_lines

    for problem in error.problems:
        sys.stderr.write(problem_lines(problem, HELP_LANGUAGE) + "\n")
    count = len(error.problems)
    if count > 1:
        _say(f"{count} problems in all.", f"{count} problèmes en tout.")
    return error.exit_code


def _usage(error: Exception) -> int | None:
    """The exit code of the command line's own errors, which are told of; None for anything else.

    They are known by what they can do: typer brings click along under a private name.
    """
    show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
    name = type(error).__name__
    if name == "Abort":
        return INTERRUPTED
    if name == "NoArgsIsHelpError" and callable(show):
        show()  # the help itself
    elif callable(show):
        from ircc_prep.cli.call_errors import problem_of
        from ircc_prep.cli.output import problem_lines

        sys.stderr.write(problem_lines(problem_of(error), HELP_LANGUAGE) + "\n")
    return code if isinstance(code, int) else None


def _bug(error: Exception) -> int:
    _say(
        f"ircc-prep has a bug ({type(error).__name__}); your files are as they were.",
        f"ircc-prep a rencontré une erreur interne ({type(error).__name__}); vos fichiers sont intacts.",
    )
    log = os.environ.get("IRCC_PREP_LOG")
    if log:
        # Only where it is asked for: a traceback may hold personal data.
        try:
            _keep_details(error, Path(log))
        except OSError:
            _say(f"The details can’t be written to {log}.", f"Impossible d’écrire les détails dans {log}.")
        else:
            _say(f"The details are in {log}.", f"Les détails sont dans {log}.")
    else:
        _say(
            "To keep the details for a report, run it again with IRCC_PREP_LOG=FILE. "
            "They may hold personal data: read them first.",
            "Pour garder les détails en vue d’un signalement, relancez la commande avec IRCC_PREP_LOG=FICHIER. "
            "Ils peuvent contenir des renseignements personnels : lisez-les d’abord.",
        )
    return BUG


def _keep_details(error: Exception, log: Path) -> None:
    log.touch(mode=0o600)
    if log.is_file():
        log.chmod(0o600)  # one that was there already may have been open to others
    with log.open("a", encoding="utf-8") as file:
        traceback.print_exception(error, file=file)


def _open_closed_streams() -> None:
    """Where a stream is closed (`>&-`) Python has None, which nothing else is prepared for."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def _say(en: str, fr: str) -> None:
    sys.stderr.write(say(en, fr) + "\n")
