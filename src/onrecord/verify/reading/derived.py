"""Nouns of what verbs tell, and more words that news uses for one another: "the closure of", "was closed".

As in ``synonyms``, words share a group only where one may stand for the other without a correction. Nouns that a verb
gives by an ending alone, "appointment", meet it by their root and are not listed.
"""

from __future__ import annotations

NOUNS = """
    closure close | departure depart | acquittal acquit | reduction reduce | expansion expand | construction
    construct | destruction destroy | cancellation cancel | suspension suspend | theft steal | robbery rob |
    discovery discover | recovery recover | invasion invade | explosion explode | conclusion conclude | permission
    permit | admission admit | extension extend | division divide | revision revise | submission submit |
    description describe | production produce | introduction introduce | prescription prescribe | receipt receive
    | resumption resume | consumption consume | detention detain | abstention abstain | explanation explain |
    revelation reveal | denunciation denounce | repetition repeat | delivery deliver | marriage marry wed wedding
    | success succeed | pursuit pursue | choice choose | advice advise | birth born | analysis analyse analyze |
    diagnosis diagnose | signature sign | exposure expose | seizure seize | assistance assist | resistance resist
    | acceptance accept | appearance appear | disappearance disappear vanish | attendance attend | performance
    perform | insurance insure insurer | maintenance maintain | interference interfere | existence exist |
    publication publish | absence absent | suspicion suspect |
    investigate inquiry | negotiate negotiations | dismissal dismiss | allocation
    allocate | bankruptcy bankrupt insolvent insolvency | strength strong | renewal renew
"""
"""What is done, by its noun and by its verb."""

WORDS = """
    study research | link connection connect | abduct kidnap | freed release liberate | army military | sick ill |
    fault defect malfunction | mistake error | chief boss | supervise oversee | broker mediate | need require |
    policeman policewoman | detective investigator | ruling judgment judgement | stockholder shareholder |
    turnover revenue | tenant renter | owner proprietor | replacement successor | baby infant newborn | attempt
    try | rival competitor competing | quake tremor | wildfire bushfire | cargo freight | goods merchandise |
    spill leak | pollute contaminate | toxic poisonous | blackout outage | ambassador envoy | rebel insurgent |
    coup putsch | exam examination | worth value | hospitalise hospitalize | dawn sunrise daybreak | noon midday |
    forest woodland | mother mum mom | father dad | firearm gun | previous earlier | dense thick | scrap abolish
    axe | additional extra | sufficient enough | entire total | illness sickness | steady stable | apparent
    evident | cap limit | cash money | examine review inspect | plunge tumble slump | soar surge
"""
"""Words that mean one."""
