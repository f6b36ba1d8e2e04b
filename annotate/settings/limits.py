"""Limits. A multipart file streams; a JSON body with a text must fit in memory."""

from annotate.environment import read_whole

UPLOAD_LIMIT_MB = read_whole("UPLOAD_LIMIT_MB", 20, least=1)
TEXT_LIMIT_MB = read_whole("TEXT_LIMIT_MB", 5, least=1)
# Of one .zip, .csv or .jsonl: how many articles, and how much its files may come to once unpacked.
PARTS_LIMIT = read_whole("PARTS_LIMIT", 2000, least=1)
UNPACKED_LIMIT_MB = read_whole("UNPACKED_LIMIT_MB", 200, least=1)
# All that one form may send, and how many files; each streams, a large one to the disk.
REQUEST_LIMIT_MB = read_whole("REQUEST_LIMIT_MB", 500, least=1)
DATA_UPLOAD_MAX_NUMBER_FILES = read_whole("FILES_LIMIT", 1000, least=1)
DATA_UPLOAD_MAX_MEMORY_SIZE = (TEXT_LIMIT_MB + 1) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000  # a judgement with a hundred pieces of evidence and a hundred searches
