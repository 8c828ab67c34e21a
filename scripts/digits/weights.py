"""The learned numbers as Swift: signed bytes, then a scale and a bias for each output, in groups of eight."""

import base64

import numpy as np

# Layer: the name it has in Sources, and what it learns.
LAYERS = {"c1": ("edges", "12 small patterns of grey"), "c2": ("strokes", "24 patterns of those"), "c3": ("parts", "40 patterns of those"),
          "c4": ("forms", "64 patterns over the whole height"), "c5": ("neighbours", "What stands beside what"),
          "c6": ("characters", "How likely each character is")}
FILES = {"Strokes": ("c1", "c2", "c3"), "Shapes": ("c4",), "Characters": ("c5", "c6")}
_HEAD = """// Learned numbers, base64; see DigitWeights.swift. Nothing here is to be read or edited.
// swift-format-ignore-file

extension DigitWeights {
"""


def encoded(weights, biases):
    outputs = weights.shape[3]
    filled = (outputs + 7) // 8 * 8
    padded = np.zeros((*weights.shape[:3], filled), np.float32)
    padded[..., :outputs] = weights
    shifts = np.zeros(filled, np.float32)
    shifts[:outputs] = biases
    scales = np.maximum(np.abs(padded).reshape(-1, filled).max(0), 1e-8) / 127
    steps = np.clip(np.round(padded / scales), -127, 127).astype(np.int8)
    return base64.b64encode(steps.tobytes() + scales.astype("<f4").tobytes() + shifts.astype("<f4").tobytes()).decode()


def write(source, folder):
    values = np.load(source)
    for file, layers in FILES.items():
        text = _HEAD
        for number, layer in enumerate(layers):
            name, what = LAYERS[layer]
            code = encoded(values[layer + "w"], values[layer + "b"])
            lines = "\\\n".join("        " + code[start:start + 115] for start in range(0, len(code), 115))
            text += "\n" * (number > 0) + f"    /// {what}.\n    static let {name} = \"\"\"\n{lines}\n        \"\"\"\n"
        (folder / f"DigitWeights+{file}.swift").write_text(text + "}\n", encoding="utf-8")
