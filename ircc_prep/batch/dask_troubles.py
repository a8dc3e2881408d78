"""What can be wrong with a dask cluster, in words. Addresses of computers are told of; nothing of a client is."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from ircc_prep.core.text import Text
from ircc_prep.errors import InstallationError, IrccPrepError, UsageError

_GO_ON = Text(
    "What was made is kept. Start it again, then go on with --resume.",
    "Ce qui a été produit est conservé. Redémarrez-le, puis poursuivez avec --resume.",
)


def private(address: str) -> bool:
    """Whether nobody on a network can read what is sent there: it is encrypted, or never leaves the computer."""
    parts = urlsplit(address)
    if parts.scheme == "tls":
        return True
    host = parts.hostname or ""
    try:
        return parts.scheme == "tcp" and ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _here(address: str) -> str:
    return "" if address.startswith("tls:") else " --host 127.0.0.1"


def no_library() -> IrccPrepError:
    return InstallationError.saying(
        Text(
            "--executor dask needs the optional package distributed.",
            "--executor dask demande le module facultatif distributed.",
        ),
        Text("Install it: pip install 'ircc-prep[dask]'", "Installez-le : pip install 'ircc-prep[dask]'"),
        id="dask-missing",
    )


def no_address(word: str) -> IrccPrepError:
    return UsageError.saying(
        Text(f"“{word}” is no address of a dask scheduler.", f"« {word} » n’est pas l’adresse d’un ordonnanceur dask."),
        Text(
            "Write dask:tls://HOST:PORT, or dask:tcp://127.0.0.1:PORT on this computer.",
            "Écrivez dask:tls://HÔTE:PORT, ou dask:tcp://127.0.0.1:PORT sur cet ordinateur.",
        ),
        id="dask-address",
    )


def plain_network(address: str) -> IrccPrepError:
    return UsageError.saying(
        Text(
            f"{address} would send cases over a network without encryption.",
            f"{address} enverrait les dossiers sur un réseau sans chiffrement.",
        ),
        Text(
            "Use dask:tls://… (docs/scaling.md), or a tunnel: ssh -L PORT:127.0.0.1:PORT HOST, then "
            "dask:tcp://127.0.0.1:PORT",
            "Utilisez dask:tls://… (docs/scaling.md), ou un tunnel : ssh -L PORT:127.0.0.1:PORT HÔTE, puis "
            "dask:tcp://127.0.0.1:PORT",
        ),
        id="dask-plain-network",
    )


def no_certificates(reason: str) -> IrccPrepError:
    return InstallationError.saying(
        Text(
            f"dask has no certificates that can be used for tls ({reason}).",
            f"dask n’a pas de certificats utilisables pour tls ({reason}).",
        ),
        Text(
            "Set DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT and …__CLIENT__KEY (docs/scaling.md).",
            "Définissez DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT et …__CLIENT__KEY (docs/scaling.md).",
        ),
        id="dask-certificates",
    )


def unreachable(address: str) -> IrccPrepError:
    return UsageError.saying(
        Text(
            f"There is no dask scheduler at {address}, or it lets nobody in.",
            f"Il n’y a pas d’ordonnanceur dask à {address}, ou il ne laisse entrer personne.",
        ),
        Text(
            "Start it (docs/scaling.md); check the address, the firewall and, with tls, that all certificates come "
            "from one authority.",
            "Démarrez-le (docs/scaling.md); vérifiez l’adresse, le pare-feu et, avec tls, que tous les certificats "
            "viennent d’une même autorité.",
        ),
        id="dask-unreachable",
    )


def no_workers(address: str) -> IrccPrepError:
    return InstallationError.saying(
        Text(
            f"The dask scheduler at {address} has no workers.", f"L’ordonnanceur dask à {address} n’a pas d’exécutants."
        ),
        Text(
            f"Start some: dask worker {address}{_here(address)} --memory-limit 0",
            f"Démarrez-en : dask worker {address}{_here(address)} --memory-limit 0",
        ),
        id="dask-no-workers",
    )


def other_version(address: str, wanted: Mapping[str, str], found: Mapping[str, str]) -> IrccPrepError:
    """`found` may lack what couldn't even be asked for."""
    name = next(name for name in wanted if wanted[name] != found.get(name))
    here, there = wanted[name], found.get(name)
    return InstallationError.saying(
        Text(
            f"{address} has {name} {there}, and this computer {here}." if there else f"{address} lacks {name} {here}.",
            f"{address} a {name} {there}, et cet ordinateur {here}." if there else f"{address} n’a pas {name} {here}.",
        ),
        Text(
            "Install the same versions on the scheduler, the workers and here, and start them again.",
            "Installez les mêmes versions sur l’ordonnanceur, les exécutants et ici, puis redémarrez-les.",
        ),
        id="dask-other-version",
    )


def open_to_others(address: str) -> IrccPrepError:
    return InstallationError.saying(
        Text(
            f"dask listens at {address} without encryption or certificates: others on the network could read cases "
            "there.",
            f"dask écoute à {address} sans chiffrement ni certificats : d’autres personnes sur le réseau pourraient y "
            "lire les dossiers.",
        ),
        Text(
            "Start the scheduler and every worker with --host 127.0.0.1, or with tls (docs/scaling.md).",
            "Démarrez l’ordonnanceur et chaque exécutant avec --host 127.0.0.1, ou avec tls (docs/scaling.md).",
        ),
        id="dask-plain-network",
    )


def spills(address: str) -> IrccPrepError:
    return InstallationError.saying(
        Text(
            f"The dask worker at {address} may write packets to its disk when memory is short.",
            f"L’exécutant dask à {address} peut écrire des documents sur son disque quand la mémoire manque.",
        ),
        Text("Start it with --memory-limit 0.", "Démarrez-le avec --memory-limit 0."),
        id="dask-spills",
    )


def cant_begin(name: str) -> IrccPrepError:
    return InstallationError.saying(
        Text(f"A dask worker can’t begin ({name}).", f"Un exécutant dask ne peut pas commencer ({name})."),
        Text(
            "Install the same version of ircc-prep there; a folder of --checklists has to be at the same path.",
            "Installez-y la même version d’ircc-prep; un répertoire de --checklists doit s’y trouver au même endroit.",
        ),
        id="dask-cant-begin",
    )


def lost(address: str) -> IrccPrepError:
    return InstallationError.saying(
        Text(f"The dask scheduler at {address} is gone.", f"L’ordonnanceur dask à {address} a disparu."),
        _GO_ON,
        id="dask-lost",
    )


def silent(address: str, minutes: int) -> IrccPrepError:
    return InstallationError.saying(
        Text(
            f"Nothing has been heard of the dask workers of {address} for {minutes} min.",
            f"Les exécutants dask de {address} n’ont pas donné signe de vie depuis {minutes} min.",
        ),
        _GO_ON,
        id="dask-silent",
    )
