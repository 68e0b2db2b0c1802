"""All settings, from the environment. `.env.example` documents each variable.

PORTAL_MODE chooses how much must be given:
- `production` (the default): refuses to start, naming the variable, when one is missing or
  still a placeholder;
- `demo`: what `make run` uses; everything lives in `var/`, on plain HTTP, on this machine only;
- `test`: what the test suite uses.
"""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import get_random_string
from django_prose_editor.config import html_tags

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

env = environ.Env()
MODE = env.str("PORTAL_MODE", default="production")
if MODE not in {"production", "demo", "test"}:
    raise ImproperlyConfigured("PORTAL_MODE must be production, demo or test.")
PRODUCTION = MODE == "production"
# What stands in .env is a server's: a demo or test beside it must not reach that database.
if PRODUCTION and (BASE_DIR / ".env").is_file():
    environ.Env.read_env(BASE_DIR / ".env")

## What must be given in production

PLACEHOLDERS = ("change-me", "changeme", "zmien-mnie", "example.org", "insecure")


def required(name: str, in_demo: str) -> str:
    """The variable's value; a demo or test default elsewhere than in production.

    Raises ImproperlyConfigured that names the variable and never shows its value.
    """
    value: str = env.str(name, default="" if PRODUCTION else in_demo).strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. See .env.example.")
    if PRODUCTION and any(word in value.lower() for word in PLACEHOLDERS):
        raise ImproperlyConfigured(f"{name} still holds a placeholder. See .env.example.")
    return value


def demo_secret() -> str:
    """A key made once for this checkout's demo, so that a restart does not log people out."""
    path = VAR / "secret_key"
    if not path.is_file():
        VAR.mkdir(exist_ok=True)
        path.write_text(get_random_string(64))
        path.chmod(0o600)
    return path.read_text().strip()


SECRET_KEY = required("SECRET_KEY", demo_secret() if MODE == "demo" else "t" * 64)
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must have at least 50 characters.")

DEBUG = env.bool("DEBUG", default=False)
if DEBUG and PRODUCTION:
    raise ImproperlyConfigured("DEBUG must be off in production.")

HOSTS = required("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver")
ALLOWED_HOSTS = [host.strip() for host in HOSTS.split(",") if host.strip()]
if PRODUCTION and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name hosts, not *.")

# The public address without a closing slash: in links that leave the site.
SITE_URL = required("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
if PRODUCTION and not SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("SITE_URL must begin with https://.")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[SITE_URL])

## Applications: the order is that of the layers in the README

INSTALLED_APPS = [
    "portal.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "simple_history",
    "django_prose_editor",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "organizations",
    "venues",
    "events",
    "reports",
    "portal.apps.PortalConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.middleware.RefuseNulBytes",
    "portal.middleware.AnswerGone",
    "portal.middleware.OnlyRead",
    "portal.middleware.OfferNextPage",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.accounts.middleware.EndIdleSessions",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
AUTH_USER_MODEL = "portal.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["portal.templatetags.portal", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.site",
            ],
        },
    },
]

## Database: SQLite in WAL by default, PostgreSQL by DATABASE_URL

DATABASE_URL = required("DATABASE_URL", f"sqlite:///{VAR / 'portal.sqlite3'}")
DATABASES: dict[str, Any] = {"default": environ.Env.db_url_config(DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        # IMMEDIATE: a writer waits its turn at BEGIN instead of failing at its first write.
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        # FULL: NORMAL may lose acknowledged commits when the power fails.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            # Each request opens the file anew: this much of it is read without being copied first.
            "PRAGMA mmap_size=134217728;"
        ),
    }
    # A file: threads of the live server on an in-memory database meet "table is locked".
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# IMMEDIATE would make every page take the write lock.
DATABASES["default"]["ATOMIC_REQUESTS"] = False

## Language and time

LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", "polski")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Warsaw"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["portal.formats"]

## Static files and media

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
# Where backups lie, so that the page about erasing personal data can list them; "": nobody said.
BACKUP_DIR = env.str("BACKUP_DIR", default="")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "portal.stylesheet.ManifestStorage"
        if PRODUCTION
        else "portal.stylesheet.PlainStorage"
    },
}

## Mail

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")

## The office (a slot for the city's own signs; none is drawn by us)

SITE_LOGO = env.str("SITE_LOGO", default="")

## Security

PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds
# Beside the name of the account in the application with codes.
OTP_TOTP_ISSUER = "Portal Pełnomocnika"

SECURE_PROXY = env.bool("SECURE_PROXY", default=False)
if SECURE_PROXY:
    # Exactly one trusted proxy in front; it must overwrite this header.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
# The __Host- prefix works over HTTPS alone.
SESSION_COOKIE_NAME = "__Host-sessionid" if PRODUCTION else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if PRODUCTION else "csrftoken"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds
CSRF_FAILURE_VIEW = "portal.views.csrf_failure"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000  # a report's draft of two years is one long form

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "media-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

## Rich text and forms

# Django 6's behaviour, and the end of a warning from forms of URLField.
FORMS_URLFIELD_ASSUME_HTTPS = True
# What the editor does besides what its package can: modules named by the import map of
# portal/kernel/admin/editor.py. What may be stored is the matter of portal/kernel/richtext.py.
DJANGO_PROSE_EDITOR_EXTENSIONS: list[Any] = [
    {"js": ["desk-editor/link"], "extensions": {"DeskLink": html_tags(["a"])}},
    {"js": ["desk-editor/language"], "extensions": {"DeskLanguage": html_tags(["span"])}},
    {"js": ["desk-editor/headings"], "extensions": {"DeskHeadings": html_tags([])}},
    {"js": ["desk-editor/paste"], "extensions": {"DeskPaste": html_tags([])}},
]

## Logging: to standard error, for whoever runs the process

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A foreign Host header is answered and no news: scanners send them all day, with tracebacks.
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
