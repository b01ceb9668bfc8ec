"""Nouns for people to read: ``terminal`` (rich), ``markdown``, ``html`` and ``svg``.

Each form has one function a noun, named like it; all of them take their words from ``words``, and none of them says
anything by colour alone.

- ``terminal`` returns what ``rich`` prints: ``restoration(r)``, ``statements(document, statements)``, ``report(r)``,
  ``found(query, f, as_of=…)``, ``brief(b)``, ``document(d)``, ``stats(s)``
- ``markdown`` returns text: ``restoration``, ``statements``, ``report``, ``found``, ``brief``, ``document``, likewise
- ``html`` returns one file that needs no other and no network: ``restoration(r)``, ``report(r)``, ``brief(b)``
"""
