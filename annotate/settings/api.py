"""The API: its limits, how it answers, how it is described."""

from annotate.environment import read_whole

from .site import SITE_URL
from .wire import TRUSTED_PROXIES

# How many requests, in how many seconds; 0 is no limit. Far above what one person reaches: see decision 0016.
THROTTLES = {
    "person": (read_whole("THROTTLE_PERSON_PER_MINUTE", 300_000), 60),
    "anonymous": (read_whole("THROTTLE_ANONYMOUS_PER_MINUTE", 600), 60),
    "wrong_tokens": (read_whole("THROTTLE_WRONG_TOKENS_PER_MINUTE", 60), 60),
    "uploads": (read_whole("THROTTLE_UPLOADS_PER_MINUTE", 60_000), 60),
    "releases": (read_whole("THROTTLE_RELEASES_PER_HOUR", 600), 3600),
}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "verification.api.auth.TokenAuthentication",
        "verification.api.auth.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["verification.api.wire.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["verification.api.wire.StrictJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "verification.api.wire.AlwaysJSON",
    "DEFAULT_PAGINATION_CLASS": "verification.api.pagination.NewestFirst",
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_THROTTLE_CLASSES": ["verification.api.throttles.Throttle"],
    "NUM_PROXIES": TRUSTED_PROXIES,
    "EXCEPTION_HANDLER": "verification.api.errors.answer_error",
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "verification.api.schema.Described",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Attest",
    "DESCRIPTION": "Contested news as labelled data: claims, their evidence, verdicts. A story in docs/api.md.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "LICENSE": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    "SERVERS": [{"url": SITE_URL}],
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SORT_OPERATIONS": False,  # in the order of the work, as the addresses are listed
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enum_id_removal"],
}
