"""Run inside a network namespace of its own (`unshare -rn`), which has no route to anywhere: starts Rounds, has a recording transcribed and
prints its text. Only the loopback device is brought up, by the ioctl that ifconfig uses."""

import fcntl
import socket
import struct
import sys

from school import School
from scribe import SPEECH, transcribed, upload
from server import Server

SIOCSIFFLAGS, IFF_UP = 0x8914, 0x1


def main():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14s", b"lo", IFF_UP, b""))
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=2).close()
        sys.exit("there is a network here")
    except OSError:
        pass
    server = Server().start()
    try:
        school = School(server, students=1)
        recording = upload(server, school.session, "Inaugural.wav", SPEECH.read_bytes())["id"]
        transcribed(server, recording)
        for segment in server.get(f"/api/v1/scribe/recordings/{recording}/transcript?limit=100")["items"]:
            print(segment["text"])
    finally:
        server.close()


if __name__ == "__main__":
    main()
