"""The guard in conftest.py guards."""

import socket

import pytest

FOREIGN = "192.0.2.1"  # RFC 5737: an address for examples, at which nobody answers


@pytest.mark.parametrize("connect", ["connect", "connect_ex"])
def test_a_foreign_address_is_refused_at_once(connect):
    with socket.socket() as caller, pytest.raises(RuntimeError, match="reached for the network"):
        getattr(caller, connect)((FOREIGN, 80))


def test_a_foreign_address_is_refused_over_ipv6():
    with (
        socket.socket(socket.AF_INET6) as caller,
        pytest.raises(RuntimeError, match="reached for the network"),
    ):
        caller.connect(("2001:db8::1", 80, 0, 0))


def test_this_machine_may_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        caller = socket.create_connection(server.getsockname(), timeout=1)
        with caller:
            assert caller.getpeername() == server.getsockname()


def test_a_unix_socket_may_be_reached(tmp_path):
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as caller:
        server.bind(path)
        server.listen()
        caller.connect(path)
        assert caller.getpeername() == path
