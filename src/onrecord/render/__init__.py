"""Nouns for people to read: ``terminal`` (rich), ``markdown``, ``html`` and ``svg``.

Each form has one function a noun, named and called like the one of ``wire``. All of them take their words from
``words``, and none of them says anything by colour alone.

- ``terminal`` gives what ``rich`` prints, ``markdown`` text: ``restoration(r)``, ``statements(s)``, ``report(r)``,
  ``found(query, f, as_of)``, ``brief(b)``, ``document(d)``, ``stats(s)``
- ``html`` gives one file that needs no other and no network: ``restoration(r)``, ``report(r)``, ``brief(b)``
"""
