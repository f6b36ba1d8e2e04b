"""A learned tagger of English news: which words are the source, the cue and the content of an attribution."""
