"""Parsing what strangers send, in a process of its own with little time, memory and output."""

from __future__ import annotations

# Kinds whose reading is a few lines of our own; the rest goes through a parser that a hostile file could stall.
PLAIN = {".txt", ".text", ".md", ".markdown"}
SECONDS = 30
MEMORY = 1024 * 1024 * 1024
