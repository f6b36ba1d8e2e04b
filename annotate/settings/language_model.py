"""A language model as a second engine, for projects that choose it. Without an address nothing is ever sent."""

from annotate.environment import BadEnvironment, read_key, read_price, read_service, read_text, read_whole

LANGUAGE_MODEL_URL = read_service("LANGUAGE_MODEL_URL", example="https://models.example.org/v1")
LANGUAGE_MODEL_KEY = read_key("LANGUAGE_MODEL_KEY")
LANGUAGE_MODEL_NAME = read_text("LANGUAGE_MODEL_NAME", "")
LANGUAGE_MODEL_REQUEST_SECONDS = read_whole("LANGUAGE_MODEL_REQUEST_SECONDS", 120, least=1, most=1200)
# Less than the queue waits for a worker (`visibility_timeout`), with the time of the rules on top.
LANGUAGE_MODEL_ARTICLE_SECONDS = read_whole("LANGUAGE_MODEL_ARTICLE_SECONDS", 900, least=1, most=1200)
LANGUAGE_MODEL_ATTEMPTS = read_whole("LANGUAGE_MODEL_ATTEMPTS", 4, least=1, most=20)
LANGUAGE_MODEL_PRICE_IN = read_price("LANGUAGE_MODEL_PRICE_IN")
LANGUAGE_MODEL_PRICE_OUT = read_price("LANGUAGE_MODEL_PRICE_OUT")
if LANGUAGE_MODEL_URL and not LANGUAGE_MODEL_NAME:
    raise BadEnvironment(
        "LANGUAGE_MODEL_URL wants LANGUAGE_MODEL_NAME too: the model that the server is to answer with."
    )
if LANGUAGE_MODEL_URL.endswith("/chat/completions"):
    raise BadEnvironment("LANGUAGE_MODEL_URL ends in /chat/completions: leave that out, it is added.")
if (LANGUAGE_MODEL_PRICE_IN is None) != (LANGUAGE_MODEL_PRICE_OUT is None):
    raise BadEnvironment("LANGUAGE_MODEL_PRICE_IN and LANGUAGE_MODEL_PRICE_OUT go together: set both or neither.")
