"""The nouns: frozen records and closed sets, standard library only.

Import each from its own file (``from tollbook.model.claims import Claim``): one subject a file.
"""
