"""Words whose stem or root would be another word's: a plane is no plan, a governor no government."""

from __future__ import annotations

from onrecord.text.words import stem

_ROWS = """
    care cares cared caring | plane planes | wine wines | rate rates rated | cape capes | scare scares scared |
    robe robes | site sites | rape rapes raped rapist | code codes coded | hate hates hated | tone tones | pope popes |
    cope copes coped coping | fare fares | fate fates | stare stares stared | quite | paste | humane | morale | locale |
    news | customs | goods | general generals | station stations | statement statements | mission missions |
    passion passions | portion portions | million millions | billion billions | trillion trillions |
    department departments | apartment apartments | officer officers | governor governors | professor professors |
    reporter reporters | executive executives | conservative conservatives | relative relatives |
    initiative initiatives | university universities | publication publications | international | mineral minerals |
    signal signals signalled signaled signalling signaling | former formerly | formal formally | evening evenings |
    factor factors | customer customers | plantation plantations | procession processions | recession recessions
"""
"""Each with its forms: beside them stand car, plan, win, rat, cap, scar, rob, sit, rap, cod, hat, ton, pop, cop, far,
fat, star, quit, past, human, moral, local, new, custom, good, generation, state, miss, pass, port, mill, bill, apart,
office, government, profession, report, execution, conserve, relation, initial, universal, public, intern, miner,
sign, form, even, fact, plant, process and recess."""
_OWN = {form: f"{forms.split()[0]}_" for forms in _ROWS.split("|") for form in forms.split()}


def own_stem(word: str) -> str:
    """Return the stem of a word, or one that no other word has where it would be another's."""
    return _OWN.get(word) or stem(word)
