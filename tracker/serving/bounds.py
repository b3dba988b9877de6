"""How long and how much a connection may take: seconds, bytes, and bytes a second.

Whoever is slower waits for nobody and nobody waits for them, but connections, memory and disk have an end. The numbers
leave room for Tor and for a bad mobile line.
"""

IDLE_SECONDS = 15
"""Without a request: before the first as between two."""

HEADER_SECONDS = 15
"""From the first byte of a request to the end of its headers."""

BODY_SECONDS, BODY_RATE = 20, 4 * 1024
"""From the end of the headers: so long, and longer by what has come at this rate."""

ANSWER_SECONDS, ANSWER_RATE = 60, 1024
"""To take an answer: so long, and longer by what was taken at this rate. Downloads have rules of their own."""

HEADER_BYTES = 32 * 1024
BODY_BYTES = 64 * 1024 * 1024
"""Of what the desk is sent."""
PUBLIC_BODY_BYTES = 256 * 1024
"""Of what the public side is sent: a message, whatever letters it is written in."""

IN_MEMORY_BYTES = 512 * 1024
"""More than that of one request or answer lies on the disk."""
ANSWER_BYTES = 16 * 1024 * 1024
"""So much of an answer that was made waits without holding a thread: any page, feed or map."""
FOLLOWED_BYTES = 256 * 1024
"""The same of a download, which lies on the disk already."""
BUFFERED_BYTES = 256 * 1024 * 1024
"""Of all requests and answers of a process together."""

CONNECTIONS = 1000
"""Of a process. One more takes the place of the one that has waited longest without having asked."""


def overdue(elapsed: float, moved: int, seconds: int, rate: int) -> bool:
    """Whether somebody who has moved so many bytes in `elapsed` seconds is slower than they may be."""
    return elapsed > seconds + moved / rate
