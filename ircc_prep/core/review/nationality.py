"""Which passports go with a citizenship, and where people often travel without one.

What stands here is general knowledge of ours and no rule of Canada. It is generous on purpose: it only ever makes a
finding milder, where a warning could be wrong.
"""

from collections.abc import Collection

# A state with the territories that share its citizenship: a passport may name either as its issuer.
_REALMS = tuple(
    frozenset(codes.split())
    for codes in (
        "AU CC CX NF",
        "CN HK MO",  # IRPR 50(1)(h): a passport of the Hong Kong Special Administrative Region
        "DK FO GL",
        "FI AX",
        "FR BL GF GP MF MQ NC PF PM RE TF WF YT",
        "GB AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
        "NL AW BQ CW SX",
        "NO BV SJ",
        "NZ CK NU TK",
        "US AS GU MP PR UM VI",
    )
)

# Passports that are given to people who aren't citizens, or who name another country as theirs. IRPR 50(1)(g): British
# Nationals (Overseas), in Hong Kong; other British nationals who aren't British citizens live in Malaysia.
_GIVEN_TO_OTHERS = {
    "DZ": frozenset({"EH"}),
    "GB": frozenset({"CN", "HK", "MO", "MY"}),
    "JO": frozenset({"PS"}),
    "RS": frozenset({"XK"}),
}

_UNION = "AD AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA"
# Countries among which citizens have long crossed with an identity card or another local paper.
_NEIGHBOURS = tuple(
    frozenset(codes.split())
    for codes in (
        _UNION,
        "AE BH KW OM QA SA",
        "AG DM GD KN LC VC",
        "AL BA ME MK RS XK",
        "AM BY KG KZ MD RU TJ UA UZ",
        "AR BO BR CL CO EC PE PY UY VE",
        "AZ GE MD TR UA",
        "BF BJ CI CV GH GM GN GW LR ML MR NE NG SL SN TG",
        "BI CD KE RW SS TZ UG",
        "BT IN NP",
        "BW NA",
        "CA PM US",
        "CF CG CM GA GQ TD",
        "CN HK MO TW",
        "GB GG IE IM JE",
        "GT HN NI SV",
        "LB SY",
        "MX US",
    )
)
# Beyond their own area, citizens of these countries have been let in with an identity card here too.
_UNION_TRAVELS_TO = frozenset(["AL", "BA", "GB", "GE", "GG", "GI", "IM", "JE", "MD", "ME", "MK", "RS", "TR", "XK"])
_OF_THE_UNION = frozenset(_UNION.split())


def same_citizenship(issuer: str, citizenships: Collection[str]) -> bool:
    """Whether a passport of that issuer goes with one of the citizenships, a territory with its state."""
    return issuer in citizenships or any(issuer in realm and not realm.isdisjoint(citizenships) for realm in _REALMS)


def one_state(country: str) -> str:
    """One code for a state and all its territories, to compare places by; China's regions keep their borders."""
    realm = next((realm for realm in _REALMS if country in realm), frozenset({country}))
    return country if "CN" in realm else min(realm)


def given_to_others(issuer: str, citizenships: Collection[str]) -> bool:
    """Whether the issuer gives passports to people with one of these citizenships who aren't its own citizens."""
    return not _GIVEN_TO_OTHERS.get(issuer, frozenset()).isdisjoint(citizenships)


def may_cross_without_passport(citizenships: Collection[str], country: str) -> bool:
    """Whether a citizen may have gone there with an identity card, a local paper or a paper from the consulate."""
    if same_citizenship(country, citizenships):
        return True
    if country in _UNION_TRAVELS_TO and not _OF_THE_UNION.isdisjoint(citizenships):
        return True
    return any(country in area and not area.isdisjoint(citizenships) for area in _NEIGHBOURS)
