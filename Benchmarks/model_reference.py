"""Compares an imported model with what numpy makes of the same CTranslate2 folder.

usage: model_reference.py FOLDER FILE.bin     prints {"model", "form", "tensors", "words", "different", "words_different",
"mel_difference"}; the tensors are compared byte for byte. Written against the two formats, not against our importer.
"""

import json
import pathlib
import struct
import sys

import numpy as np

NUMBERS = {0: np.float32, 1: np.int8, 4: np.float16}


def weights(folder):
    """The variables of a CTranslate2 binary as 32-bit floats, or as they are when they are floats already."""
    data = b"".join(path.read_bytes() for path in sorted(folder.glob("model.bin*")))
    place = 4 + 2 + struct.unpack_from("<H", data, 4)[0] + 4
    (count,) = struct.unpack_from("<I", data, place)
    place += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2:place + 2 + length].rstrip(b"\0").decode()
        place += 2 + length
        rank = data[place]
        sizes = struct.unpack_from(f"<{rank}I", data, place + 1)
        kind, size = struct.unpack_from("<BI", data, place + 1 + 4 * rank)
        place += 6 + 4 * rank
        if kind in NUMBERS:
            found[name] = np.frombuffer(data, NUMBERS[kind], size // NUMBERS[kind]().itemsize, place).reshape(sizes)
        place += size
    for name, array in found.items():
        if array.dtype == np.int8 and name + "_scale" in found:
            scale = found[name + "_scale"].reshape(-1, *[1] * (array.ndim - 1))
            found[name] = array.astype(np.float32) / scale
    return found


def expected(name, found):
    """The values of a tensor, by its name in whisper.cpp."""
    side, *parts = name.split(".")
    if parts == ["positional_embedding"]:
        return found[f"{side}/position_encodings/encodings"]
    if parts[0].startswith("conv"):
        return found[f"{side}/{parts[0]}/{parts[1]}"]
    if parts[0] == "token_embedding":
        return found["decoder/embeddings/weight"]
    if parts[0] in ("ln_post", "ln"):
        return found[f"{side}/layer_norm/{'gamma' if parts[1] == 'weight' else 'beta'}"]
    _, layer, module, *rest = parts
    last = rest[-1]
    group = {"attn": "self_attention", "cross_attn": "attention", "mlp": "ffn"}[module.removesuffix("_ln")]
    place = f"{side}/layer_{layer}/{group}"
    if module.endswith("_ln"):
        return found[f"{place}/layer_norm/{'gamma' if last == 'weight' else 'beta'}"]
    if module == "mlp":
        return found[f"{place}/linear_{int(rest[0]) // 2}/{last}"]
    # linear, the part of it, of how many
    linear, part, parts_of = {
        ("attn", "query"): (0, 0, 3), ("attn", "key"): (0, 1, 3), ("attn", "value"): (0, 2, 3), ("attn", "out"): (1, 0, 1),
        ("cross_attn", "query"): (0, 0, 1), ("cross_attn", "key"): (1, 0, 2), ("cross_attn", "value"): (1, 1, 2),
        ("cross_attn", "out"): (2, 0, 1),
    }[module, rest[0]]
    return np.split(found[f"{place}/linear_{linear}/{last}"], parts_of)[part]


def stored(values, kind):
    """The bytes of a tensor of a GGML type: 0 is 32 bits, 1 is 16 bits, 8 is blocks of 32 bytes with a scale."""
    if kind == 0:
        return values.astype(np.float32).tobytes()
    if kind == 1:
        return values.astype(np.float16).tobytes()
    blocks = values.astype(np.float32).reshape(-1, 32)
    scale = np.abs(blocks).max(axis=1) / 127
    whole = np.round(blocks / np.where(scale == 0, 1, scale)[:, None]).astype(np.int8)
    return np.concatenate([scale.astype(np.float16).view(np.int8).reshape(-1, 2), whole], axis=1).tobytes()


def mel_filters(count):
    """Slaney's bank for 16 kHz and 400 samples: linear to 1 kHz, then 27 mels to a factor of 6.4; equal areas."""
    top = 15 + np.log(8) * 27 / np.log(6.4)
    mels = np.linspace(0, top, count + 2)
    corners = np.where(mels < 15, mels * 200 / 3, 1000 * np.exp((mels - 15) * np.log(6.4) / 27))
    low, peak, high = (corners[start:start + count, None] for start in range(3))
    frequencies = np.linspace(0, 8000, 201)
    return np.maximum(0, np.minimum((frequencies - low) / (peak - low), (high - frequencies) / (high - peak))) * 2 / (high - low)


def words(folder):
    """Byte strings in the order of their numbers, special tokens left out but the end of text of English-only models."""
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    special = {token["content"] for token in tokenizer["added_tokens"]}
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    bytes_of = {chr(byte): byte for byte in printable}
    others = [byte for byte in range(256) if byte not in printable]
    bytes_of |= {chr(256 + index): byte for index, byte in enumerate(others)}
    vocabulary = sorted((number, text) for text, number in tokenizer["model"]["vocab"].items() if text not in special)
    found = [bytes(bytes_of[letter] for letter in text) for number, text in vocabulary if number < 50257]
    return found + [b"<|endoftext|>"] if len(found) == 50256 else found


def compared(folder, path):
    data = path.read_bytes()
    magic, *sizes, form = struct.unpack_from("<12i", data)
    assert magic == 0x67676D6C and struct.unpack_from("<2i", data, 48) == (sizes[9], 201), "this is no GGML model"
    mels = np.frombuffer(data, "<f4", sizes[9] * 201, 56).reshape(-1, 201)
    place = 56 + mels.nbytes
    (count,) = struct.unpack_from("<i", data, place)
    place += 4
    ours = []
    for _ in range(count):
        (length,) = struct.unpack_from("<I", data, place)
        ours.append(data[place + 4:place + 4 + length])
        place += 4 + length
    theirs = words(folder)
    found = weights(folder)
    tensors = different = 0
    while place < len(data):
        rank, length, kind = struct.unpack_from("<3i", data, place)
        place += 12
        dimensions = struct.unpack_from(f"<{rank}i", data, place)[::-1]
        place += 4 * rank
        name = data[place:place + length].decode()
        place += length
        values = expected(name, found)
        wanted = stored(values, kind)
        same = data[place:place + len(wanted)] == wanted and int(np.prod(dimensions)) == values.size
        tensors, different, place = tensors + 1, different + (not same), place + len(wanted)
    # five tensors of the encoder and two norms, four of the decoder, then those of the layers
    assert tensors == 11 + 15 * sizes[4] + 24 * sizes[8], f"{tensors} tensors are too few or too many"
    return {
        "model": folder.name, "form": {1: "f16", 7: "q8_0"}[form], "tensors": tensors, "words": len(theirs), "different": different,
        "words_different": sum(a != b for a, b in zip(ours, theirs)) + abs(len(ours) - len(theirs)),
        "mel_difference": float(np.abs(mels - mel_filters(sizes[9])).max()),
    }


print(json.dumps(compared(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))))
