"""What differs: between two versions of a case, between what follows from them, and between two packs of checklists.

`matching` says which person and entry of one version is which of the other; `case_differences` what was answered,
changed and removed; `outcome_differences` what follows differently; `pack_differences` what two packs say differently,
and `pack_reasons` which of that a changed outcome rests on.
"""
