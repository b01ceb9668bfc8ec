"""Reaching a server of the public internet, and no other: no other scheme, no private address, no odd port.

A name is looked up once, every address it has must be one of the public internet, and the connection goes to the
address that was looked at: a name that changes between the look and the call (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import ssl
from collections.abc import Mapping
from functools import cache

import httpx2

from onrecord.errors import AddressRefused, NetworkError

PERMIT = "ONRECORD_ALLOW_PRIVATE_ADDRESSES"
"""Set to 1, the environment permits private addresses: for tests, which answer on this machine."""
_PORTS = (80, 443)
"""Below 1024 no others: what listens there does not speak HTTP, and may take the request for something else."""
_HELD_BACK = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
"""IPv6 that leads to any IPv4 there is: NAT64 (RFC 6052, 8215), 6to4 (3056), Teredo (4380)."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def client_for(headers: Mapping[str, str], *, patience: float) -> httpx2.Client:
    """Return a client that reads no settings of the environment, and follows nothing by itself."""
    return httpx2.Client(
        timeout=patience, trust_env=False, follow_redirects=False, headers=headers, verify=_certificates()
    )


@cache
def _certificates() -> ssl.SSLContext:
    """Read once whom to trust: that takes 20 ms, and every fetch has a client of its own."""
    return httpx2.create_ssl_context(trust_env=False)


def private_permitted() -> bool:
    """Say whether the environment permits private addresses."""
    return os.environ.get(PERMIT) == "1"


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public internet, whatever dress it comes in."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address.is_site_local or any(address in network for network in _HELD_BACK):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def request_to(client: httpx2.Client, url: str, *, method: str = "GET", content: bytes | None = None) -> httpx2.Request:
    """Return a request that goes to an address that was looked at, under the name that was asked for.

    Raises:
        AddressRefused: it is none that may be asked.
        NetworkError: its name cannot be looked up.
    """
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise _refused(url, f"it is no address: {error}") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise _refused(url, "only http and https are fetched")
    if parsed.userinfo:
        raise _refused(url, "it holds a name and a password")
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    permitted = private_permitted()
    if port < 1024 and port not in _PORTS and not permitted:
        raise _refused(url, f"port {port} is none of the web's")
    address = _looked_up(parsed.host, port, url, permitted=permitted)
    return client.build_request(
        method,
        parsed.copy_with(host=str(address), fragment=None),
        content=content,
        headers={"Host": parsed.netloc.decode("ascii")},
        extensions={"sni_hostname": parsed.raw_host.decode("ascii")},
    )


def _looked_up(host: str, port: int, url: str, *, permitted: bool) -> Address:
    """Return the first address of a name, all of which must be public."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    except (OSError, UnicodeError, ValueError) as error:
        raise unreached(url, f"its name cannot be looked up ({error})") from error
    private = [address for address in addresses if not is_public(address)]
    if private and not permitted:
        raise _refused(url, f"it leads to {private[0]}, which is not of the public internet")
    return addresses[0]


def _refused(url: str, why: str) -> AddressRefused:
    return AddressRefused(f"{url[:200]} is not fetched", why=why, fix="hand in the text of the page instead")


def unreached(url: str, why: str, *, status: int | None = None) -> NetworkError:
    """Say that an address could not be fetched."""
    fix = "try later, or hand in the text of the page"
    return NetworkError(f"{url[:200]} could not be fetched", why=why, fix=fix, status=status)
