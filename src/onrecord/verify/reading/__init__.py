"""Reading: what a text says, of whom and in whose words, in forms in which two texts can be compared."""
