"""What is measured of a character, and the linear discriminants that tell characters apart by it."""

import numpy as np

import weights

GRID, BLOCKS, DIRECTIONS = 24, 6, 56
_HEAD = """// Learned numbers, base64; see CharacterWeights.swift. Nothing here is to be read or edited.
// swift-format-ignore-file

extension CharacterWeights {
"""


def _block_weights():
    rows = np.zeros((BLOCKS, GRID), np.float32)
    for place in range(GRID):
        u = (place + 0.5 - 2) / 4
        low = int(np.floor(u))
        for block, share in ((low, 1 - (u - low)), (low + 1, u - low)):
            if 0 <= block < BLOCKS:
                rows[block, place] += share
    return rows


_BLOCKS = _block_weights()


def features(values):
    """How much ink begins and ends in each of eight directions, in six by six places: 288 numbers. values: (n, 24, 24)."""
    p = np.pad(values, ((0, 0), (1, 1), (1, 1)))
    gx = p[:, :-2, 2:] + 2 * p[:, 1:-1, 2:] + p[:, 2:, 2:] - p[:, :-2, :-2] - 2 * p[:, 1:-1, :-2] - p[:, 2:, :-2]
    gy = p[:, 2:, :-2] + 2 * p[:, 2:, 1:-1] + p[:, 2:, 2:] - p[:, :-2, :-2] - 2 * p[:, :-2, 1:-1] - p[:, :-2, 2:]
    a, b = np.abs(gx), np.abs(gy)
    straight, slanting = np.abs(a - b), np.minimum(a, b) * 1.41421356
    flat = a >= b
    planes = []
    for direction in range(4):      # right, down, left, up
        right = (flat & (gx > 0), ~flat & (gy > 0), flat & (gx < 0), ~flat & (gy < 0))[direction]
        planes.append(straight * right)
    for direction in range(4):
        right = ((gx > 0) & (gy > 0), (gx < 0) & (gy > 0), (gx < 0) & (gy < 0), (gx > 0) & (gy < 0))[direction]
        planes.append(slanting * right)
    planes = np.stack(planes, -1)                      # n, 24, 24, 8
    summed = np.einsum("br,nrcd->nbcd", _BLOCKS, planes)
    summed = np.einsum("kc,nbcd->nbkd", _BLOCKS, summed)
    flat = np.sqrt(summed).reshape(len(values), -1)
    return flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-3)


def fitted(measured, labels, shrink=0.02):
    """(middle, directions, each character's place along them): differences between characters great, within one small."""
    middle = measured.mean(0)
    means = np.stack([measured[labels == number].mean(0) for number in range(labels.max() + 1)])
    rest = measured - means[labels]
    within = rest.T @ rest / len(rest)
    within += shrink * np.trace(within) / len(within) * np.eye(len(within))
    spreads, axes = np.linalg.eigh(within)
    whitening = axes / np.sqrt(spreads)
    between = (means - middle) @ whitening
    _, turned = np.linalg.eigh(between.T @ between)
    directions = whitening @ turned[:, ::-1][:, :DIRECTIONS]
    return middle, directions, (means - middle) @ directions


def right(measured, labels, middle, directions, means):
    """The share of characters that lie nearest to their own mean."""
    places = (measured - middle) @ directions
    return ((2 * places @ means.T - (means ** 2).sum(1)).argmax(1) == labels).mean()


def write(folder, characters, middle, directions, means):
    """Sources/Scans/Labels/CharacterWeights+*.swift"""
    def text(name, what, code):
        lines = "\\\n".join("        " + code[start:start + 115] for start in range(0, len(code), 115))
        return f'    /// {what}.\n    static let {name} = """\n{lines}\n        """\n'
    differences = weights.encoded(directions[None, None], -middle @ directions)
    places = weights.encoded(2 * means.T[None, None], -(means ** 2).sum(1))
    (folder / "CharacterWeights+Directions.swift").write_text(
        f"{_HEAD}    static let directions = {directions.shape[1]}\n\n"
        + text("differences", "In which directions characters differ most", differences) + "}\n", encoding="utf-8")
    (folder / "CharacterWeights+Means.swift").write_text(
        _HEAD + text("letters", "In the order of their means", "".join(characters))
        + "\n" + text("places", "Where each of them lies", places) + "}\n", encoding="utf-8")
