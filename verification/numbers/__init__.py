"""The numbers and dates of a passage: how many of what, and which days; in several languages. Imports no Django."""
