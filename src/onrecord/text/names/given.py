"""Common given names, by the pronoun their bearers mostly go by; names that both go by are left out."""

from __future__ import annotations

_HE = """
aaron abdul abdullah adam ahmed aiden alan albert alberto alejandro alexander alexei alfred ali allen amir amit
anatoly anders andre andreas andrew angus anil anthony anton antonio arjun arnold arthur barack ben benjamin bernard
bernie bilal bill bjorn boris brad brandon brian bruce bryan caleb carl carlo carlos charles chris christopher chuck
claude colin craig daniel darren dave david dennis dick diego dieter dmitri dmitry donald doug douglas dylan ed
eduardo edward elijah emil emmanuel enzo eric erik ernest ethan eugene evan fernando francisco frank franklin fred
frederick gary gavin george gerald gerard giovanni giuseppe glenn graham greg gregory guy hakon hamid hamza hans
harold harry hassan hector helmut henry herbert hiroshi howard hugh hugo hussein ian ibrahim igor isaac ivan jack
jacob jake jamal james jared jason javier jay jeb jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joe joel
johan john johnny jon jonathan jorge jose josef joseph josh joshua juan julian justin karl keith ken kenji kenneth
kevin khalid klaus kurt kyle larry lars lawrence leonard leonardo lewis liam lorenzo louis luca lucas luis luke magnus
manuel marc marcel marco marcus mario mark martin mateo matt matteo matthew maurice max michael miguel mike mikhail
mitch mohamed mohammad mohammed muhammad mustafa nathan neil nicholas nick nigel nikolai nils noah norman olaf olav
oleg oliver omar oscar otto pablo paolo patrick paul pavel pedro peter phil philip phillip pierre pietro rafael rahul
rajesh rajiv ralf ralph ramon raul raymond ricardo richard rick rob robert roberto rodrigo roger rohan roland rolf ron
ronald ross ruben rudy russell ryan salman samuel sanjay scott sean sebastian sergei sergey sergio shane simon stanley
stefan stephen steve steven stuart sven takeshi tariq ted terrence theo theodore thomas tim timothy tobias tom tommy
tony torsten travis trevor tyler uwe victor vikram viktor vincent vladimir volodymyr walter warren wayne werner
wilhelm william wolfgang xavier yuri yusuf zachary
"""
_SHE = """
abigail adriana agnes aisha alexandra alice alison amanda amber amelia amelie amy ana andrea angela angelica anita
anja anjali anke ann anna anne annette annie antonia april astrid audrey ava barbara beatrice beatriz bella bernadette
beth betty beverly birgit bonnie brenda bridget brigitte camila carla carly carmen carol caroline carolyn catherine
cecilia celine charlotte cheryl chiara chloe christina christine claire clara claudia condoleezza cynthia daniela dawn
deborah debra deepika denise diana diane dolores donna doris dorothy ebba edith eileen elaine eleanor elena elisa
elisabeth eliza elizabeth ella ellen elsa emily emma erica erin esther eva eve evelyn fatima fatma fiona florence
frances francesca freja freya gabriela gail georgia gina giorgia giulia gloria grace greta gudrun hanna hannah heather
heidi helen helena helga hillary huma ida ilse inez ingrid irene irina isabel isabella ivanka jacqueline jane janet
janice jasmine jennifer jenny jessica jill joan joanna josephine joyce juanita judith judy julia julie kamala karen
karin karoline katarina kate katerina katherine kathleen kathryn kathy katie katja katrina kayleigh kellyanne khadija
kimberly kirsten kristen kristin laura lauren layla leah leila lena leslie lily linda lisa liz loretta lotte louise
lucia lucy lydia madeleine madeline maggie maja mara marcia margaret maria mariana marianne marie marilyn marina
marjorie marta martha mary maryam maya megan meghan mei melania melanie melissa mercedes mette mia michelle miriam
molly monica monique nadia nancy naomi natalia natalie natasha nathalie nicole nina nora norma olga olivia pamela
paola patricia paula paulina penelope pernille petra phyllis pilar priscilla priya rachel rebecca regina renata rita
roberta rosa rosemary ruth sabine sadia sally samantha sandra sara sarah shannon sharon sheila shirley sigrid silke
silvia simone sofia sonia sonja sophia sophie stacy stella stephanie sunita susan susanna suzanne svetlana sylvia
tamara tanja tanya tatiana teresa theresa tiffany tina tove ursula valentina valerie vanessa vera veronica victoria
virginia vivian wendy yasmin yolanda yvette yvonne zainab zoe
"""
PRONOUN_OF = {name: pronoun for pronoun, names in (("he", _HE), ("she", _SHE)) for name in names.split()}
"""The pronoun by which bearers of a given name (in lower case) mostly go: ``he`` or ``she``."""
