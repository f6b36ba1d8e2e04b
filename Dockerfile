# One image for web, worker, sweep and migrations; the command says which it is.
FROM python:3.12-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 STATIC_COLLECTED=yes RELEASES_DIR=/releases

RUN useradd --system --create-home --uid 10001 attest && mkdir /releases && chown attest /releases
WORKDIR /app

# Alone, so that a change of the code does not install the packages anew.
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt

COPY . .
# Collecting needs settings, and no database.
RUN SECRET_KEY=only-while-the-image-is-built-and-never-after DATABASE_URL=postgresql://none:none@127.0.0.1:1/none \
    python manage.py collectstatic --no-input

USER attest
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "annotate.wsgi:application", "--bind=0.0.0.0:8000", "--workers=2", "--worker-class=gthread", "--threads=8", "--worker-tmp-dir=/dev/shm", "--no-control-socket", "--access-logfile=-"]
