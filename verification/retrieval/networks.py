"""Which addresses of the network may be connected to: those of the public internet, and what is allowed by name."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# All that is not of the public internet, written out: what Python counts as global differs between its versions.
NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a carrier's translation; a metadata service of one cloud
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local; the metadata services of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; a metadata service
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "168.63.129.16/32",  # public by its number, and a cloud's own service to its machines
        "2001::/23",  # protocol assignments, among them Teredo
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "3fff::/20",  # documentation
    )
)
UNICAST = IPv6Network("2000::/3")  # nothing else of IPv6 is public
TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address, as networks without IPv4 write it


def may_connect(address: Address, allowed: Iterable[Network]) -> bool:
    """Whether a connection may go there. `allowed` are networks that are open although they are not public."""
    meant = plain(address)
    if any(meant in network for network in allowed if network.version == meant.version):
        return True
    if isinstance(meant, IPv6Address) and meant not in UNICAST:
        return False
    return not any(meant in network for network in NOT_PUBLIC if network.version == meant.version)


def plain(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in TRANSLATED:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
