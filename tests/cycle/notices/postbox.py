"""A mail server for tests, which takes letters, or does not, in the ways in which mail servers do not."""

import socketserver
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Self

FAILS, HANGS_UP, SAYS_NOTHING = "fails", "hangs up before the letter", "says nothing after the letter"


class _Conversation(socketserver.StreamRequestHandler):
    server: "Postbox"

    def handle(self) -> None:
        self.say(b"220 here")
        while line := self.rfile.readline().strip():
            word = line.split()[0].upper().decode()
            if word == "RCPT" and any(one in line.decode() for one in self.server.refused):
                self.say(b"550 nobody of that name")
            elif word == "MAIL" and self.server.mood == FAILS:
                self.say(b"451 not now")
            elif word == "DATA":
                if self.server.mood == HANGS_UP:
                    return
                if not self.take():
                    return
            elif word == "QUIT":
                self.say(b"221 bye")
                return
            else:
                self.say(b"250 yes")

    def take(self) -> bool:
        """Take a letter; whether the conversation goes on."""
        self.say(b"354 go on")
        held = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            held += line
        self.server.letters.append(message_from_bytes(held, policy=policy.default))
        if self.server.mood == SAYS_NOTHING:
            self.server.over.wait(3)
            return False
        self.say(b"250 taken")
        return True

    def say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")


class Postbox(socketserver.ThreadingTCPServer):
    """The server, on a free port of this machine."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.letters: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.mood = ""
        self.over = threading.Event()

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=[0.02], daemon=True).start()
        return self

    def __exit__(self, *_reason: object) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()

    def to(self, slug: str) -> list[EmailMessage]:
        return [one for one in self.letters if one["To"].startswith(f"{slug}@")]
