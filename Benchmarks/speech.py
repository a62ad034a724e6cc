"""Speech: real-time factor, memory, word errors and invented words, faster-whisper beside us with the same weights.

Ours is the whole command, `rounds transcribe`. Of faster-whisper's time what starting Python and importing it took is taken
off. It computes in 32-bit floats, its default for these weights, and for speed in 8 bits, both shown; both are greedy and
without a voice activity filter, but on recordings without speech, where they get theirs. As it comes, with five beams, it is
shown for ten minutes.
BENCH_SPEECH_LONG=1 adds the three hours with Whisper base (twenty minutes more).
"""

import json
import os
import subprocess
import tempfile

import insights
import speech_errors
import speech_files
import speech_server
from figures import figure

ROOT = insights.ROOT
MODELS = ("tiny.en", "base")
TYPES = {"faster-whisper": "float32", "faster-whisper in int8": "int8"}
GREEDY, AS_IT_COMES = 1, 5
TEN_MINUTES = 600
THREE_HOURS = 10_800


class Result:
    """One recording recognised: the text, wall and processor seconds, peak memory in MB."""

    def __init__(self, run, text, wall=0.0, processor=0.0):
        self.text, self.memory = text, run.memory
        self.wall, self.processor = run.wall - wall, run.processor - processor


def recognise(model, audio):
    with tempfile.NamedTemporaryFile(suffix=".json") as output:
        binary = os.environ.get("ROUNDS_BINARY", ROOT / ".build" / "release" / "rounds")
        # measured.py keeps one short line of what a command prints; the transcript goes to a file
        run = insights.Run([
            "sh", "-c", 'exec "$0" transcribe "$1" --model "$2" --models-dir "$3" --format json > "$4"',
            binary, audio, model, ROOT / ".deps" / "models", output.name])
        document = json.load(output)
    return Result(run, " ".join(segment["text"] for segment in document["segments"]))


def recognise_beside(python, folder, audio, compute_type, vad=False, beams=GREEDY):
    with tempfile.NamedTemporaryFile(suffix=".json") as output:
        run = insights.Run([
            "sh", "-c", 'exec "$0" "$1" "$2" "$3" "$4" "$5" "$6" > "$7"', python, ROOT / "Benchmarks" / "speech_peer.py",
            folder, audio, compute_type, int(vad), beams, output.name])
        report = json.load(output)
    return Result(run, report["text"], report["wall"], report["processor"])


def ct2_folder(model):
    """The CTranslate2 folder that the model was imported from; faster-whisper wants its binary in one piece."""
    folder = ROOT / ".deps" / "ct2" / model
    if (folder / "model.bin").exists():
        return folder
    joined = ROOT / ".build" / "bench" / "ct2" / model
    joined.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (joined / name).write_bytes((folder / name).read_bytes())
    with open(joined / "model.bin", "wb") as binary:
        for part in sorted(folder.glob("model.bin.part*")):
            binary.write(part.read_bytes())
    return joined


def word_errors(python, model, folder):
    found = {}
    for audio, reference in (
            (speech_files.two_cities(), speech_files.TWO_CITIES), (speech_files.inaugural(), speech_files.INAUGURAL)):
        what = f"{model}, word errors in {audio.name}"
        own = speech_errors.error_rate(reference, recognise(model, audio).text)
        found[what] = figure(own, "%", 2)
        for peer, kind in TYPES.items():
            other = speech_errors.error_rate(reference, recognise_beside(python, folder, audio, kind).text)
            found[f"{what}: {peer}"] = figure(other, "%", 2)
            found[f"{what}: ours − {peer}"] = figure(own - other, "points", 2)
    return found


def ten_minutes(python, model, folder):
    audio, seconds, times = speech_files.repeated(TEN_MINUTES)
    own = recognise(model, audio)
    what = f"{model}, ten minutes"
    reference = speech_files.TWO_CITIES * times
    found = {
        f"{what}: real-time factor": figure(own.wall / seconds, "", 3),
        f"{what}: processor seconds per second": figure(own.processor / seconds, "", 3),
        f"{what}: peak memory": figure(own.memory, "MB"),
        f"{what}: word errors": figure(speech_errors.error_rate(reference, own.text), "%", 2),
    }
    peers = [(peer, kind, GREEDY) for peer, kind in TYPES.items()]
    peers.append(("faster-whisper as it comes", TYPES["faster-whisper"], AS_IT_COMES))
    for peer, kind, beams in peers:
        other = recognise_beside(python, folder, audio, kind, beams=beams)
        found |= {
            f"{what}: {peer}, real-time factor": figure(other.wall / seconds, "", 3),
            f"{what}: {peer}, peak memory": figure(other.memory, "MB"),
            f"{what}: {peer}, word errors": figure(speech_errors.error_rate(reference, other.text), "%", 2),
            f"{what}: our real-time factor ÷ {peer}": figure(own.wall / other.wall, "times", 3),
            f"{what}: our processor time ÷ {peer}": figure(own.processor / other.processor, "times", 3),
        }
    return found


def three_hours(model):
    audio, seconds, _ = speech_files.repeated(THREE_HOURS)
    own = recognise(model, audio)
    return {
        f"{model}, three hours: real-time factor": figure(own.wall / seconds, "", 3),
        f"{model}, three hours: peak memory": figure(own.memory, "MB"),
    }


def invented(python, model, folder):
    found = {}
    for kind in speech_files.SPEECHLESS:
        audio = speech_files.speechless(kind, TEN_MINUTES)
        what = f"{model}, words in ten minutes of {kind}"
        found[what] = figure(len(speech_errors.words(recognise(model, audio).text)), "words")
        other = recognise_beside(python, folder, audio, TYPES["faster-whisper"], vad=True)
        found[f"{what}: faster-whisper"] = figure(len(speech_errors.words(other.text)), "words")
    return found


def imports(python):
    """What scripts/models verify finds: our importer against numpy."""
    lines = subprocess.run(
        [ROOT / "scripts" / "models", "verify"], stdout=subprocess.PIPE, check=True, text=True,
        env={**os.environ, "PEERS_PYTHON": str(python)}).stdout
    found = {}
    for report in map(json.loads, lines.splitlines()):
        what = f"import of {report['model']} as {report['form']}"
        found[f"{what}: tensors and words that differ from numpy's"] = figure(
            report["different"] + report["words_different"], f"of {report['tensors'] + report['words']}")
        found[f"{what}: largest difference of a mel filter"] = figure(report["mel_difference"], "", 12)
    return found


def measure():
    python = insights.peers_python()
    subprocess.run([ROOT / "scripts" / "models", "fetch"], check=True)
    found = imports(python)
    for model in MODELS:
        folder = ct2_folder(model)
        found |= word_errors(python, model, folder) | ten_minutes(python, model, folder) | invented(python, model, folder)
        found |= speech_server.measure(model)
        if model == "tiny.en" or os.environ.get("BENCH_SPEECH_LONG"):
            found |= three_hours(model)
    return found
