"""Which hosts may be asked: none inside private, loopback or link-local networks unless the caller allows them."""

from __future__ import annotations

import ipaddress
import socket

from contested.model.errors import ReadError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int, allow_private: bool, origin: str) -> str:
    """One IP address of the host; raises ReadError where it has none or any of them may not be asked.

    The connection is made to this very address, so a name cannot change its meaning between check and use.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise ReadError(origin, f"no such host: {host}", "check the address and the network") from error
    addresses = [str(entry[4][0]).split("%")[0] for entry in found]
    if not allow_private:
        for address in addresses:
            if not is_public(ipaddress.ip_address(address)):
                raise ReadError(
                    origin, f"{host} is a private address ({address})", "allow it with --allow-private if you trust it"
                )
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether an address lies in the public internet, also the IPv4 address that an IPv6 one carries."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast
