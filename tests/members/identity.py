"""A very small identity provider on this machine: discovery, authorization, token, the person, and its public key."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, CODE, TOKEN = "tansiq", "a client's secret", "one-code", "one-token"


@dataclass
class Identity:
    """What it says of whoever comes, and how it may lie."""

    email: str = ""
    verified: Any = True
    told: dict[str, Any] = field(default_factory=dict)  # What the signed token says otherwise.
    person: dict[str, Any] = field(default_factory=dict)  # What the page of the person says otherwise.
    key: rsa.RSAPrivateKey = field(
        default_factory=lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048)
    )
    forger: rsa.RSAPrivateKey | None = None
    address: str = ""
    asked: dict[str, str] = field(default_factory=dict)

    def claims(self) -> dict[str, Any]:
        return {"sub": "person-7", "email": self.email, "email_verified": self.verified}

    def signed(self) -> str:
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, **self.claims(), **self.told}
        return jwt.encode(said, self.forger or self.key, algorithm="RS256", headers={"kid": "one"})


def _handler(identity: Identity) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here, query = urlsplit(self.path), dict(parse_qs(urlsplit(self.path).query))
            if here.path == "/authorize":
                identity.asked = {name: values[0] for name, values in query.items()}
                onward = urlencode({"code": CODE, "state": identity.asked["state"]})
                self.send_response(302)
                self.send_header("Location", f"{identity.asked['redirect_uri']}?{onward}")
                self.end_headers()
            elif here.path == "/person" and self.headers["Authorization"] == f"Bearer {TOKEN}":
                self._json({**identity.claims(), **identity.person})
            elif here.path == "/keys":
                public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(identity.key.public_key()))
                self._json({"keys": [{**public, "kid": "one", "alg": "RS256", "use": "sig"}]})
            elif here.path == "/.well-known/openid-configuration":
                names = {"authorization": "authorize", "token": "token", "userinfo": "person"}
                ways = {f"{name}_endpoint": f"{identity.address}/{path}" for name, path in names.items()}
                self._json({"issuer": identity.address, "jwks_uri": f"{identity.address}/keys", **ways})
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            given = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            proof = hashlib.sha256(given["code_verifier"][0].encode()).digest()
            proven = base64.urlsafe_b64encode(proof).decode().rstrip("=") == identity.asked["code_challenge"]
            known = (given["code"][0], given["client_id"][0], given["client_secret"][0]) == (CODE, CLIENT, SECRET)
            if not (proven and known):
                self.send_error(400)
                return
            self._json({"access_token": TOKEN, "token_type": "Bearer", "id_token": identity.signed()})

        def _json(self, body: dict[str, Any]) -> None:
            octets = json.dumps(body).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(octets)))
            self.end_headers()
            self.wfile.write(octets)

        def log_message(self, *_words: object) -> None:
            """It keeps no log."""

    return Handler


@contextmanager
def opened() -> Iterator[Identity]:
    """It is open while this lasts."""
    identity = Identity()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(identity))
    identity.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield identity
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
