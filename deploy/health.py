"""For the container's HEALTHCHECK: python -m deploy.health succeeds when the server answers."""

import http.client
import os
import sys


def answers(port: int, host: str) -> bool:
    """Whether /healthz says 200 within four seconds to a request for this host name."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    # The portal refuses a host that is not its own; ".example.org" means its subdomains too.
    own = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
    sys.exit(not answers(int(os.environ.get("PORT") or 8000), own))
