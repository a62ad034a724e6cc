"""Recognises a recording with faster-whisper: `python speech_peer.py FOLDER AUDIO TYPE VAD BEAMS`.

Two threads; everything else is its own default. BEAMS is 1 for greedy, 5 as it comes. TYPE is how it computes: "float32" is what it chooses by
itself for 16-bit weights on a processor, "int8" is its own advice for speed. VAD (0 or 1) turns its voice activity filter on.
Prints JSON: the text, and the wall and processor seconds that the import took.
"""

import json
import sys
import time

STARTED = time.monotonic()

from faster_whisper import WhisperModel  # noqa: E402

IMPORTED = time.monotonic() - STARTED, time.process_time()

if __name__ == "__main__":
    folder, audio, compute_type, vad, beams = sys.argv[1:]
    model = WhisperModel(folder, device="cpu", compute_type=compute_type, cpu_threads=2)
    segments, _ = model.transcribe(audio, beam_size=int(beams), vad_filter=vad == "1")
    text = " ".join(segment.text for segment in segments)
    print(json.dumps({"wall": IMPORTED[0], "processor": IMPORTED[1], "text": text}))
