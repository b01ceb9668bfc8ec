"""Common given names, by the pronoun their bearers mostly go by; names that both go by are left out."""

from __future__ import annotations

_HE = """
aaron abdul abdullah adam ahmed alan albert alberto alejandro alexander ali alfred allen amir anders andre andreas
andrew angus anthony antonio anton arnold arthur barack ben benjamin bernard bernie bill boris brad brandon brian
bruce bryan carl carlos charles chris christopher chuck claude colin craig daniel darren dave david dennis dick dmitry
donald doug douglas dylan ed eduardo edward emmanuel eric erik ernest ethan eugene evan fernando francisco frank
franklin fred frederick gary gavin george gerald gerard giovanni giuseppe glenn graham greg gregory guy hamid hans
harold harry hassan hector henry herbert howard hugh hussein ian ibrahim igor ivan jack jacob jake jamal james jared
jason javier jay jeb jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joe joel johan john johnny jon jonathan
jorge jose josef joseph josh joshua juan julian justin karl keith ken kenneth kevin khalid klaus kyle lars larry
lawrence leonard leonardo lewis louis luis luke manuel marc marcel marco marcus mario mark martin matt matteo matthew
maurice max michael miguel mike mikhail mitch mohamed mohammad mohammed muhammad nathan neil nicholas nick nigel noah
norman olaf oliver omar oscar otto pablo patrick paul pedro peter phil philip phillip pierre rafael rahul rajesh ralph
ramon raymond ricardo richard rick rob robert roberto rodrigo roger roland ron ronald ross rudy russell ryan salman
samuel scott sean sebastian sergei sergey shane simon stanley stefan stephen steve steven stuart tariq ted terrence
theodore thomas tim timothy tobias tom tommy tony travis trevor tyler victor viktor vincent vladimir volodymyr walter
warren wayne werner wilhelm william xavier yusuf zachary
"""
_SHE = """
abigail adriana agnes aisha alexandra alice alison amanda amber amelia amy ana andrea angela angelica anita ann anna
anne annette annie anja antonia april astrid audrey barbara beatrice bella bernadette beth betty beverly birgit bonnie
brenda bridget camila carla carly carmen carol caroline carolyn catherine cecilia charlotte cheryl christina christine
claire clara claudia condoleezza cynthia daniela dawn deborah debra denise diana diane dolores donna doris dorothy
edith eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen elsa emily emma erica erin esther eva eve
evelyn fatima fatma fiona florence frances freya gabriela gail georgia gina giorgia gloria grace greta hannah heather
heidi helen helena helga hillary huma ida inez ingrid irene isabel isabella ivanka jacqueline jane janet janice
jasmine jennifer jenny jessica jill joan joanna josephine joyce juanita judith judy julia julie kamala karen karin
karoline katarina kate katherine kathleen kathryn kathy katie katrina kayleigh kellyanne khadija kimberly kirsten
kristen kristin laura lauren leila lena leslie lily linda lisa liz loretta lotte louise lucia lucy lydia madeleine
madeline maggie mara marcia margaret maria marianne marie marilyn marina marjorie marta martha mary maya megan meghan
melania melanie melissa mercedes michelle miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina
nora norma olga olivia pamela patricia paula paulina penelope petra phyllis priscilla priya rachel rebecca regina
renata rita roberta rosa rosemary ruth sabine sadia sally samantha sandra sara sarah shannon sharon sheila shirley
sigrid silvia simone sofia sonia sophia sophie stacy stella stephanie susan susanna suzanne sylvia tamara tanya teresa
theresa tiffany tina ursula valerie vanessa vera veronica victoria virginia vivian wendy yasmin yolanda yvette yvonne
zainab
"""
PRONOUN_OF = {name: pronoun for pronoun, names in (("he", _HE), ("she", _SHE)) for name in names.split()}
"""The pronoun by which bearers of a given name (in lower case) mostly go: ``he`` or ``she``."""
