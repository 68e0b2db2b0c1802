# Two steps: everything is put together in the first, and only the outcome reaches the image.
FROM python:3.11-slim-bookworm AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv/portal
RUN python -m venv --without-pip /opt/venv
COPY requirements/base.txt requirements/
# Wheels alone: nothing is compiled here, so no compiler is needed.
RUN pip --python /opt/venv/bin/python install \
    --require-hashes --only-binary :all: --requirement requirements/base.txt
COPY . .
# The production settings want every variable; these are thrown away with this step.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    ALLOWED_HOSTS=localhost SITE_URL=https://localhost DATABASE_URL=sqlite:////tmp/none \
    /opt/venv/bin/python manage.py collectstatic --no-input \
    && /opt/venv/bin/python -m compileall -q .

FROM python:3.11-slim-bookworm

ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PORTAL_MODE=production MEDIA_ROOT=/srv/media
# A new volume takes this folder's owner, so the portal may write there and nowhere else.
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin portal \
    && install --directory --owner portal --group portal /srv/media
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/portal /srv/portal
WORKDIR /srv/portal
USER 10001:10001
VOLUME /srv/media
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["python", "-m", "deploy.health"]
CMD ["python", "-m", "gunicorn", "-c", "python:deploy.server"]
