"""Who a request comes from, as far as limits need to tell one reader from another: `reader_of(request)`.

A reader is a network address that nobody can read back: a hash under a key that is drawn anew every day (UTC), lies in
the memory all processes of this machine share, and is forgotten with the day. An address is never stored, and never
logged: give `Reader.key` to `limits.py`, and the address to nobody.

- IPv4 by the address, IPv4 written as IPv6 (`::ffff:192.0.2.1`) as that; IPv6 by its /64, which is one household's.
- `X-Forwarded-For` counts where the setting TRUSTED_PROXIES names who sent it, and is read from the right: the first
  address that is not itself a trusted proxy's is the reader's. What stands left of it anybody may have written.
- Where one address stands for many people – this machine itself (an onion service, or a proxy nobody named), a trusted
  proxy that says nothing of whom it asks for, a Unix socket – the reader `is_shared`: a limit may slow such a reader
  down and must never refuse them (`limits.py` sees to it).
"""

import hashlib
import logging
import os
import secrets
import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

from tracker.shared_memory import locked

logger = logging.getLogger(__name__)

UNIX_SOCKET = "unix"
"""In TRUSTED_PROXIES: whoever asks through a Unix socket, which has no address."""

KEY_OF_THE_DAY = struct.Struct("=I32s")  # the day's ordinal, and the key

Address = IPv4Address | IPv6Address


@dataclass(frozen=True)
class Reader:
    """`key`: 16 bytes, the same for one reader in all processes of this machine until the day (UTC) ends."""

    key: bytes = field(repr=False)
    is_shared: bool
    """Whether many people may stand behind it, so that what one does must close nothing for the others."""


UNTOLD = Reader(bytes(16), is_shared=True)


def reader_of(request: HttpRequest) -> Reader:
    """Whom this request is counted for. Where no key of the day can be kept, all are one reader, and it is logged."""
    try:
        key = _key_of_the_day()
    except OSError as error:
        logger.error("readers cannot be told apart", exc_info=error)
        return UNTOLD
    address, is_shared = _address(
        request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_X_FORWARDED_FOR", "")
    )
    network = _network(address) if address else b"a Unix socket"
    return Reader(hashlib.blake2b(network, key=key, digest_size=16).digest(), is_shared)


def _address(peer: str, forwarded: str) -> tuple[Address | None, bool]:
    """The address a request is counted for, None for a Unix socket; and whether it stands for many."""
    address = _read(peer)
    if not _is_trusted(address):
        return address, address is None or _is_this_machine(address)
    for text in reversed(forwarded.split(",")):
        further = _read(text)
        if further is None:
            break  # a proxy we trust says something else than an address: it is not for us to guess whose
        address = further
        if not _is_trusted(address):
            return address, _is_this_machine(address)
    return address, True


def _read(text: str) -> Address | None:
    """An address as a proxy may write it: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`."""
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_trusted(address: Address | None) -> bool:
    if address is None:
        return UNIX_SOCKET in settings.TRUSTED_PROXIES
    return any(address in network for network in settings.TRUSTED_PROXIES if network != UNIX_SOCKET)


def _is_this_machine(address: Address) -> bool:
    return address.is_loopback or address.is_unspecified


def _network(address: Address) -> bytes:
    return address.packed if address.version == 4 else address.packed[:8]


def _key_of_the_day() -> bytes:
    with locked("key") as descriptor:
        today = datetime.now(UTC).toordinal()
        kept = os.pread(descriptor, KEY_OF_THE_DAY.size, 0)
        if len(kept) == KEY_OF_THE_DAY.size:
            day, key = KEY_OF_THE_DAY.unpack(kept)
            if day == today:
                return key
        key = secrets.token_bytes(32)
        os.pwrite(descriptor, KEY_OF_THE_DAY.pack(today, key), 0)
        return key
