"""The network of `DigitNetwork.swift`, learned by connectionist temporal classification."""

import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

# Kernel rows and columns, inputs, outputs; the last answers the blank and sixteen characters.
SHAPES = {"c1": (3, 3, 1, 12), "c2": (3, 3, 12, 24), "c3": (3, 3, 24, 40), "c4": (3, 3, 40, 64), "c5": (1, 5, 64, 64), "c6": (1, 1, 64, 17)}
BATCH = 128


def initial(key):
    values = {}
    for name, shape in SHAPES.items():
        key, own = jax.random.split(key)
        values[name + "w"] = jax.random.normal(own, shape) * np.sqrt(2 / np.prod(shape[:3]))
        values[name + "b"] = jnp.zeros(shape[3])
    return values


def _convolved(x, values, name, padding):
    return jax.lax.conv_general_dilated(x, values[name + "w"], (1, 1), padding, dimension_numbers=("NHWC", "HWIO", "NHWC")) + values[name + "b"]


def _pooled(x, rows, columns):
    return jax.lax.reduce_window(x, -jnp.inf, jax.lax.max, (1, rows, columns, 1), (1, rows, columns, 1), "VALID")


def network(values, pictures):
    x = pictures.astype(jnp.float32)[..., None] / 255
    around = ((1, 1), (1, 1))
    x = _pooled(jax.nn.relu(_convolved(x, values, "c1", around)), 2, 2)
    x = _pooled(jax.nn.relu(_convolved(x, values, "c2", around)), 2, 1)
    x = _pooled(jax.nn.relu(_convolved(x, values, "c3", around)), 2, 1)
    x = jax.nn.relu(_convolved(x, values, "c4", ((0, 0), (1, 1))))
    x = jax.nn.relu(_convolved(x, values, "c5", ((0, 0), (2, 2))))
    return _convolved(x, values, "c6", ((0, 0), (0, 0)))[:, 0]


def loss(values, pictures, widths, labels):
    answers = network(values, pictures)
    beyond = (jnp.arange(answers.shape[1])[None] >= ((widths + 1) // 2)[:, None]).astype(jnp.float32)
    # A line that cannot be read must not outweigh the others.
    return jnp.mean(jnp.minimum(optax.ctc_loss(answers, beyond, labels, (labels == 0).astype(jnp.float32)), 30.0))


def _right(answer, values, lines):
    """The share of lines read to the character."""
    right = 0
    for start in range(0, len(lines["X"]), 500):
        best = np.asarray(answer(values, jnp.asarray(lines["X"][start:start + 500]))).argmax(-1)
        for row, width, label in zip(best, lines["W"][start:start + 500], lines["L"][start:start + 500]):
            row = row[:(width + 1) // 2]
            text = [c for c, before in zip(row, [0, *row[:-1]]) if c and c != before]
            right += text == [c for c in label if c]
    return right / len(lines["X"])


def run(out, steps):
    check = dict(np.load(out / "check.npz"))
    sets = [dict(np.load(path)) for path in sorted(out.glob("short-*.npz")) + sorted(out.glob("long-*.npz"))]
    values = initial(jax.random.PRNGKey(0))
    method = optax.adamw(optax.cosine_decay_schedule(2e-3, steps), weight_decay=1e-4)
    state, answer = method.init(values), jax.jit(network)

    @jax.jit
    def step(values, state, pictures, widths, labels):
        cost, slope = jax.value_and_grad(loss)(values, pictures, widths, labels)
        update, state = method.update(slope, state, values)
        return optax.apply_updates(values, update), state, cost

    rng, started, done = np.random.default_rng(0), time.time(), 0
    while done < steps:
        lines = sets[rng.integers(len(sets))]
        order = rng.permutation(len(lines["X"]))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            some = order[start:start + BATCH]
            values, state, cost = step(values, state, lines["X"][some], lines["W"][some], lines["L"][some].astype(np.int32))
            done += 1
            if done % 500 == 0 or done == steps:
                np.savez(out / "weights.npz", **{name: np.asarray(value) for name, value in values.items()})
                print(f"{done}: {time.time() - started:.0f} s, cost {float(cost):.4f}, right {_right(answer, values, check):.4f}", flush=True)
            if done == steps:
                break
