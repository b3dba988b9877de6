"""All settings, read from the environment. A value that cannot be meant stops the start and says which and why.

The README lists the variables. Secrets that are not given are made once and kept in `var/`, which also holds the
embedded database and the collected static files.
"""

import os
import re
from hashlib import sha256
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from tracker import content_policy
from tracker.embedded_database import EmbeddedDatabase
from tracker.kept_secret import kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent


def _flag(name: str, default: bool) -> bool:
    text = os.environ.get(name, "").strip().lower()
    if text in ("1", "true", "yes", "on"):
        return True
    if text in ("0", "false", "no", "off"):
        return False
    if text == "":
        return default
    raise ImproperlyConfigured(f"{name} is {text!r}; expected 1 or 0.")


def _number(name: str, default: int, lowest: int, highest: int) -> int:
    text = os.environ.get(name, "").strip() or str(default)
    if not re.fullmatch(r"[0-9]{1,9}", text) or not lowest <= int(text) <= highest:
        raise ImproperlyConfigured(f"{name} is {text!r}; expected a whole number from {lowest} to {highest}.")
    return int(text)


def _words(name: str, default: str) -> str:
    return os.environ.get(name, "").strip() or default


def _proxies(name: str) -> tuple:
    """Networks, and the word `unix` for a Unix socket."""
    proxies = []
    for text in filter(None, (part.strip() for part in os.environ.get(name, "").split(","))):
        try:
            proxy = "unix" if text == "unix" else ip_network(text)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{name} has {text!r}; expected addresses or networks (10.0.0.5, 10.0.0.0/24, 2001:db8::/48) or the "
                f"word unix, with commas between. {error}"
            ) from None
        if proxy != "unix" and proxy.prefixlen == 0:
            raise ImproperlyConfigured(
                f"{name} has {text!r}: everybody's word about where they are cannot be trusted."
            )
        proxies.append(proxy)
    return tuple(proxies)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _time_zone(name: str, default: str) -> str:
    zone = _words(name, default)
    if zone not in available_timezones():
        raise ImproperlyConfigured(f"{name} is {zone!r}; expected a time zone, for example Asia/Baku.")
    return zone


# -- How it runs -------------------------------------------------------------------------------------------------------

DEBUG = _flag("DEBUG", False)  # error pages that show everything: for developers only
DEMO = _flag("DEMO", False)  # `make run` sets it: fictional records are loaded, and every page says so
TESTING = "PYTEST_VERSION" in os.environ

PORT = _number("PORT", 8000, 1, 65535)
BIND = _words(
    "BIND", "127.0.0.1"
)  # the address to listen on; another than this machine's own needs ALLOWED_HOSTS
WEB_WORKERS = _number("WEB_WORKERS", 2, 1, 64)
WEB_THREADS = _number("WEB_THREADS", 8, 2, 64)  # downloads take no more than half of them

VAR = Path(_words("TRACKER_VAR", str(BASE_DIR / "var"))).absolute()

SITE_URL = _words("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
try:
    _site = urlsplit(SITE_URL)
    _site_ok = _site.scheme in ("http", "https") and _site.hostname and (_site.port or 1)
except ValueError:
    _site_ok = False
if not _site_ok or _site.path or _site.query or _site.fragment or _site.username:
    raise ImproperlyConfigured(
        f"SITE_URL is {SITE_URL!r}; expected an address like https://tracker.example.org."
    )
HTTPS = _site.scheme == "https"
# A demonstration asks for no second factor, and its passwords were printed: it is for this machine alone.
for _name, _host in (("SITE_URL", _site.hostname), ("BIND", BIND)):
    if DEMO and not _is_loopback(_host):
        raise ImproperlyConfigured(
            f"DEMO is on and {_name} names {_host}: a demonstration asks for no second factor, so it is for this "
            "machine alone (127.0.0.1, localhost). For a site that others reach, set DEMO=0."
        )

# -- What it says of itself --------------------------------------------------------------------------------------------

SITE_NAME = _words("SITE_NAME", "Detention Tracker")
DATA_LICENCE = _words("DATA_LICENCE", "CC BY 4.0")
CONTACT_ADDRESS = _words("CONTACT_ADDRESS", "")
RUN_BY = _words("RUN_BY", "")
RUN_BY_SEAT = _words("RUN_BY_SEAT", "")
SELF_PUBLISHING = _flag("SELF_PUBLISHING", False)  # an office of one: who edited a case may also publish it

# -- Database ----------------------------------------------------------------------------------------------------------

_database_url = _words("DATABASE_URL", "")
try:
    if not VAR.exists():
        VAR.mkdir(parents=True)
        VAR.chmod(0o711 if os.geteuid() == 0 else 0o700)  # as root, the database's own user passes through
    if _database_url:
        EMBEDDED_DATABASE = None
        try:
            _database = dj_database_url.parse(_database_url)
        except ValueError:
            _database = {}
        if "postgresql" not in _database.get("ENGINE", "") or not _database.get("NAME"):
            raise ImproperlyConfigured(
                "DATABASE_URL is not understood; expected postgres://user:password@host:5432/name."
            )
    else:
        EMBEDDED_DATABASE = EmbeddedDatabase(VAR)
        _database = EMBEDDED_DATABASE.django_settings()

    SECRET_KEY = _words("SECRET_KEY", "")
    if not SECRET_KEY:
        if _database_url and not (DEBUG or DEMO or TESTING):
            raise ImproperlyConfigured(
                "SECRET_KEY is not set. With a database of its own server, all web processes must share one: set it to "
                "50 random characters or more, and keep it. (DEBUG=1 does without, on a developer's machine.)"
            )
        SECRET_KEY = kept_secret(VAR / "secret_key")
except (OSError, ValueError) as error:
    raise ImproperlyConfigured(
        f"{VAR} cannot be used: {error}. Run as the user it belongs to, or set TRACKER_VAR to a folder of your own."
    ) from None
if len(SECRET_KEY) < 50 and not (DEBUG or TESTING):
    raise ImproperlyConfigured(
        f"SECRET_KEY has {len(SECRET_KEY)} characters; expected 50 random ones or more."
    )

# A server that is gone without a word is noticed, and asked for again, within seconds.
_patience = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
_database["OPTIONS"] = _patience | _database.get("OPTIONS", {})
DATABASES = {"default": {**_database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

READER_SECONDS = _number(
    "READER_SECONDS", 3, 1, 60
)  # no query of a public page runs longer; downloads have their own
DOWNLOAD_MINUTES = _number("DOWNLOAD_MINUTES", 60, 1, 1440)  # how long a reader may take for a file
DOWNLOAD_CAP_MB = _number(
    "DOWNLOAD_CAP_MB", 2048, 1, 1_000_000
)  # of disk, for each of at most four files at once

# -- Who may ask -------------------------------------------------------------------------------------------------------

_hosts = [host.strip() for host in _words("ALLOWED_HOSTS", "").split(",") if host.strip()]
if any(not re.fullmatch(r"\*|\.?[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]", host) for host in _hosts):
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is not understood; expected host names with commas between, without ports."
    )
_site_host = f"[{_site.hostname}]" if ":" in _site.hostname else _site.hostname
ALLOWED_HOSTS = [*dict.fromkeys([*_hosts, _site_host, "localhost", "127.0.0.1", "[::1]"])]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# -- Telling readers apart, for limits (see tracker/readers.py, tracker/limits.py) -------------------------------------

TRUSTED_PROXIES = _proxies("TRUSTED_PROXIES")  # whose X-Forwarded-For counts
# In memory, one folder for each user and folder of data: nothing of it is to reach a disk.
_memory = Path("/dev/shm")
SHARED_MEMORY = (
    _memory / f"detention-tracker-{os.geteuid()}-{sha256(bytes(VAR)).hexdigest()[:16]}"
    if os.access(_memory, os.W_OK)
    else VAR / "memory"
)

# -- The parts ---------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.forms",  # before the admin, so that templates/ may hold widgets
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",  # asked for by the next, and not used: nobody signs up, and no mail is sent
    "allauth.mfa",
    "django_filters",
    "csp",
    "pgtrigger",
    "pghistory",
    "cases",
]
MIDDLEWARE = [
    "tracker.middleware.TwoSidesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tracker.middleware.ContentPolicyMiddleware",
    "tracker.middleware.DemonstrationMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tracker.middleware.PageCompressionMiddleware",
    "tracker.languages.LanguageMiddleware",
    "tracker.middleware.DeskSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "tracker.middleware.RefusedMethodMiddleware",
    "cases.public.answering.asking.TrackingMiddleware",
    "tracker.middleware.DeskCsrfMiddleware",
    "tracker.middleware.DeskAuthenticationMiddleware",
    "cases.admin.asking.NeedToKnowMiddleware",
    "cases.admin.ended_session.EndedSessionMiddleware",
    "tracker.middleware.DeskMessageMiddleware",
    "tracker.middleware.DeskHistoryMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # tells allauth which request its passkeys are for
    "cases.admin.accounts.middleware.SecondFactorMiddleware",
    "cases.public.answering.errors.PassingFaultMiddleware",
]
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
CSRF_FAILURE_VIEW = "cases.admin.ended_session.csrf_failed"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"public": "cases.public.tags"},
        },
    }
]

# -- Language and time -------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("az", "Azərbaycanca"), ("ru", "Русский")]
LOCALE_PATHS = [BASE_DIR / "tracker" / "locale"]
LANGUAGE_COOKIE_NAME = "desk_language"  # the public side has its language in the path
LANGUAGE_COOKIE_PATH = "/admin/"
LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = True, "Lax"
LANGUAGE_COOKIE_AGE = 31_536_000
TIME_ZONE = _time_zone("TIME_ZONE", "UTC")  # of the site: on its day is decided what is last known
USE_TZ = True

# -- Static files: compressed, with a hash in the name, so that a browser may keep them for ever -----------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
_static_storage = (
    # Tests and developers do without collected files.
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG or TESTING
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static_storage},
}

# -- Signing in --------------------------------------------------------------------------------------------------------

PASSWORD_HASHERS = [
    "cases.workflow.accounts.hashing.QueuedArgon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "cases.workflow.accounts.passwords.NotGuessableValidator"},
]
LOGIN_URL = "admin:login"
# Seeds of second factors are stored encrypted with it, so that a copy of the database opens nothing.
FACTOR_KEY = _words("FACTOR_KEY", "") or (SECRET_KEY if _database_url else kept_secret(VAR / "factor_key"))
MFA_ADAPTER = "cases.workflow.accounts.sealing.SealingAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a code counts half a minute before and after its time
MFA_RECOVERY_CODE_DIGITS = 12
MFA_WEBAUTHN_USER_VERIFICATION = (
    "required"  # a passkey alone proves who somebody is: it asks for a finger or PIN
)
SESSION_ENGINE = "cases.models.desk_session"
SESSION_HOURS = 8  # after the login, whatever happens
# A session ends this long after the last request, too; typing counts as one, and what was typed is kept.
SESSION_IDLE_MINUTES = _number("SESSION_IDLE_MINUTES", 15, 1, 1440)
SESSION_COOKIE_AGE = SESSION_IDLE_MINUTES * 60
SESSION_COOKIE_KEPT = (
    SESSION_HOURS + 24
) * 3600  # the cookie outlives the session: it says whose text comes too late
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = False
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"  # the public side is never sent them
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"  # Strict would sign out who follows a link to a case

# -- What browsers are told --------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {"DIRECTIVES": content_policy.PUBLIC}
X_FRAME_OPTIONS = "DENY"
# It looks for Django's own CSRF middleware; the desk's is made from that.
SILENCED_SYSTEM_CHECKS = ["security.W003"]
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if HTTPS:
    # The application speaks plain HTTP to a proxy on the same machine, which has to set X-Forwarded-Proto itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    # Off for a host name whose subdomains are not all on https.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _flag("HSTS_SUBDOMAINS", True)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True

# -- Limits on what is sent to us --------------------------------------------------------------------------------------

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a long case is a long form

# -- Logs: nothing about readers (see tracker/logs.py) -----------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "places": {"()": "tracker.logs.PlacesOnlyFormatter", "format": "%(asctime)s %(name)s: %(message)s"}
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "places"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Answers of the 400s are the reader's business: their paths may hold what somebody looked for.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
        "django.server": {
            "handlers": ["console" if DEBUG else "nowhere"],
            "level": "INFO",
            "propagate": False,
        },
    },
}
