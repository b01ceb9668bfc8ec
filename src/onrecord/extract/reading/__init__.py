"""Reading: the words, quotations, clauses and people of a text, by lists and endings."""
