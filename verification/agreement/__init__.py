"""How far people agree: coefficients from counts of values, never from pairs of claims. Imports no Django.

`ratings` holds what was said, `nominal` and `pairs` measure words, `overlap` measures sets and spans, `dawid_skene`
estimates who errs how, and `figures` puts the report of a project together.
"""
