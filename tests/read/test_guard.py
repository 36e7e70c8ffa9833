from __future__ import annotations

import ipaddress

import pytest

from contested.model.errors import ReadError
from contested.read.guard import is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::",
    ],
)
def test_inner_networks_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_the_internet_is(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1"])
def test_names_and_odd_spellings_of_the_loopback_are_refused(host: str) -> None:
    with pytest.raises(ReadError, match=r"private address|no such host"):
        resolve(host, 80, False, "http://x")


def test_the_caller_may_allow_them() -> None:
    assert resolve("127.0.0.1", 80, True, "http://x") == "127.0.0.1"
