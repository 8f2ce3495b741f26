FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

# The libraries change rarely; a new program reuses this layer.
COPY requirements.txt ./
RUN python -m pip install --require-hashes -r requirements.txt

COPY pyproject.toml ./
COPY locales locales
COPY storage storage
COPY sandbox sandbox
COPY handlers handlers
COPY bot bot
RUN python -m pip install --no-deps --no-build-isolation -e . && python -m compileall -q .

# Volumes take over the owner of the folder they are mounted on.
RUN useradd --uid 10001 --create-home teladan \
    && mkdir -p /data/evidence /data/backup \
    && chown -R teladan /data
USER teladan

EXPOSE 8081
ENTRYPOINT ["teladan"]
CMD ["run"]
