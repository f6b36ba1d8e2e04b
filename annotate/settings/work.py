"""Background work. Without a broker of its own the queue lives in the same database."""

from urllib.parse import quote

from kombu import Queue

from annotate.environment import read_text, read_whole

from .database import DATABASES

_database = {key: quote(str(value), safe="") for key, value in DATABASES["default"].items()}
OWN_QUEUE = "pgmq://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**_database)
CELERY_BROKER_URL = read_text("CELERY_BROKER_URL", OWN_QUEUE)
BROKER_IS_DATABASE = CELERY_BROKER_URL.startswith("pgmq://")
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {
        # Said outright, because the client would otherwise prefer DATABASE_URL to the broker's address.
        "conn_string": CELERY_BROKER_URL.replace("pgmq://", "postgresql://", 1),
        "init_extension": False,  # a migration installs its SQL; managed servers lack the extension
        "use_notify": True,
        "polling_interval": 2,
        "wait_time_seconds": 0,
        "visibility_timeout": 1800,
        "pool_size": 4,
    }
    if BROKER_IS_DATABASE
    else {"confirm_publish": True}  # a message counts as sent once RabbitMQ has it
)
if not BROKER_IS_DATABASE:
    # A name of its own on a server that others may use. RabbitMQ takes back, after half an hour by default, what a
    # worker has not acknowledged: longer than the longest task, which is a release (`verification.tasks`).
    CELERY_TASK_DEFAULT_QUEUE = "attest"
    CELERY_TASK_QUEUES = [Queue("attest", queue_arguments={"x-consumer-timeout": 4 * 3600 * 1000})]
# A worker waits for its broker for ever; whoever enqueues gives up soon, because the sweep enqueues again.
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_HEARTBEAT = 30
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.1}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_WORKER_PREFETCH_MULTIPLIER = 2
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# A job holds its row this long; the sweep gives an overdue one to another worker, so many times in all.
LEASE_SECONDS = read_whole("LEASE_SECONDS", 60, least=3)
ATTEMPTS = read_whole("ATTEMPTS", 5, least=1)
# A queued row that no worker took for so long while all were idle has lost its message.
REQUEUE_AFTER_SECONDS = read_whole("REQUEUE_AFTER_SECONDS", 60, least=1)
SWEEP_BATCH = 500
# After so long without a sign of life a person's place on a claim may be given to another.
PLACE_LAPSES_AFTER_MINUTES = read_whole("PLACE_LAPSES_AFTER_MINUTES", 30, least=1)
# So many claims beyond the one at hand are held by an open review page, for when the network is gone.
PLACES_AHEAD = read_whole("PLACES_AHEAD", 5, least=0, most=20)
