"""The optional engine: claims proposed by a language model behind any OpenAI-compatible server.

What a model says is never believed: its answer must fit the schema, and every passage it names must stand in the
article. `prompt` holds what it is asked, `chunks` what of the article it is shown, `grounding` and `reading` what of
its answer is kept, `client` and `http` the way there and back, `engine` the whole.
"""
