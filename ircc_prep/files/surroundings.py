"""Who else may get at a case where it lies: others who use the computer, or a service that copies its folder."""

import os
import shlex
import stat
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text

# What the folders of services are called, as they begin, in small letters; on macOS also below Library/CloudStorage.
_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
    "box-box": "Box",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
}
# What services leave in the folders that they copy. `.dropbox` has to be a file: in a home folder it is only settings.
_MARKS = {
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
_FILE_MARKS = {".dropbox": "Dropbox"}
_READ, _WRITE, _ENTER = 4, 2, 1


def concerns(case: Path, *, locked: bool) -> list[Problem]:
    """What to know about the place where a case lies or will lie; nothing of what a lock takes care of."""
    place = Path(os.path.realpath(case))
    try:
        found = [_open(case, place, locked=locked), None if locked else _synced(case, place.parent)]
    except OSError:  # a place that can't be looked at is told of by whoever reads or writes there
        return []
    return [concern for concern in found if concern]


def service_of(folder: Path) -> str | None:
    """The service that copies the folder to other computers, as far as names and marks tell."""
    for each in (folder, *folder.parents):
        name = each.name.lower()
        for beginning, service in _SERVICES.items():
            if name.startswith(beginning):
                return service
        for mark, service in _MARKS.items():
            if (each / mark).exists():
                return service
        for mark, service in _FILE_MARKS.items():
            if (each / mark).is_file():
                return service
    return None


def _synced(case: Path, folder: Path) -> Problem | None:
    service = service_of(folder)
    if service is None:
        return None
    what = Text(
        f"{case} lies in a folder that {service} copies to other computers.",
        f"{case} se trouve dans un répertoire que {service} copie sur d’autres ordinateurs.",
    )
    command = f"ircc-prep lock {shlex.quote(str(case))}"
    hint = Text(
        f"Keep it in another folder, or lock it: {command}",
        f"Gardez-le dans un autre répertoire, ou verrouillez-le\u00a0: {command}",
    )
    return Problem("synced-folder", (), what, hint)


def _open(case: Path, place: Path, *, locked: bool) -> Problem | None:
    """What others who use this computer may do there; nothing where a folder above keeps them out."""
    if os.name != "posix" or not place.parent.is_dir():  # a folder that is yet to be made will be the owner's alone
        return None
    folder = place.parent.stat()
    file = place.stat() if place.is_file() else None
    above = [_others_may(each.stat()) for each in place.parent.parents]
    if not all(may & _ENTER for may in above):
        return None
    in_folder, with_file = _others_may(folder), _others_may(file) if file else 0
    replaced = in_folder & _WRITE and not folder.st_mode & stat.S_ISVTX
    inside = in_folder & _ENTER
    if inside and (replaced or with_file & _WRITE):
        en, fr = f"change or replace {case}", f"modifier ou remplacer {case}"
    elif locked:
        return None
    elif inside and with_file & _READ:
        en, fr = f"read {case}", f"lire {case}"
    elif in_folder & _READ:
        en, fr = f"see what lies beside {case}", f"voir ce qui se trouve à côté de {case}"
    else:
        return None
    what = Text(f"Others who use this computer can {en}.", f"D’autres utilisateurs de cet ordinateur peuvent {fr}.")
    return Problem("open-to-others", (), what, _closing(place, folder, file_too=bool(with_file)))


def _closing(place: Path, folder: os.stat_result, *, file_too: bool) -> Text:
    if folder.st_uid != os.geteuid() or folder.st_mode & stat.S_ISVTX:  # not to be closed: the system's /tmp, say
        return Text("Keep it in a folder of your own.", "Gardez-le dans un répertoire à vous.")
    command = f"chmod 700 {shlex.quote(str(place.parent))}"
    if file_too:
        command = f"chmod 600 {shlex.quote(str(place))} && {command}"
    return Text(f"Close it to them: {command}", f"Fermez-leur l’accès\u00a0: {command}")


def _others_may(status: os.stat_result) -> int:
    """What people other than the owner may do, as bits; a group of one person, as Linux makes them, is the owner."""
    mode = stat.S_IMODE(status.st_mode)
    group = 0 if status.st_gid in (status.st_uid, 0) else mode >> 3
    return (mode | group) & (_READ | _WRITE | _ENTER)
