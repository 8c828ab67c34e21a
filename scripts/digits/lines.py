"""Lines of digits as scanners see them, with what they say."""

import random
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import spoil

# Class i + 1; class 0 is the blank between characters; "?" stands for any other character.
CHARACTERS = "0123456789.,-/+?"
LONGEST = 12
ROWS, INK_ROWS, MARGIN = 24, 18, 4
_OTHERS = ("其他总计行政许可处罚强制规章自然人商业企业科研机构社会公益组织法律服务件元万本年新收结果维持纠正一二三四五六七八九十"
           "不予公开属于国家秘密信息内容数量重复申请予以部分无法提供（）、：。")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_UNUSABLE = ("math", "symbol", "emoji", "dingbat", "awesome", "hairline", "zapf", "chancery", "bullets", "script")
# What Chinese offices print with counts more often than the hundreds of Latin families.
_COMMON = {"ukai": 6, "uming": 6, "wqy": 6, "cwtex": 5, "cns": 5, "arphic": 5, "nimbusroman": 4, "liberationserif": 4,
           "termes": 4, "carlito": 4, "caladea": 3, "droid": 3, "babelstone": 3, "noto": 2, "lxgw": 2, "liberation": 2}


def fonts(folders):
    """Fonts with ten different digits of one height: (path, whether it has Chinese characters)."""
    found = []
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*") if path.suffix.lower() in (".ttf", ".otf", ".ttc")):
        if any(word in path.name.lower() for word in _UNUSABLE):
            continue
        try:
            face = ImageFont.truetype(str(path), 60)
            masks = [face.getmask(digit) for digit in "0123456789"]
            chinese = [face.getmask(character) for character in "其总"]
        except OSError:
            continue
        heights = [mask.size[1] for mask in masks]
        if min(heights) < 25 or max(heights) - min(heights) > 8 or len({bytes(mask) for mask in masks}) < 10:
            continue
        found.append((str(path), chinese[0].size[0] > 30 and bytes(chinese[0]) != bytes(chinese[1])))
    return found


def _weight(path):
    return next((weight for word, weight in _COMMON.items() if word in path.lower()), 1)


def _text(rng):
    def number(length):
        return str(rng.randint(0 if length == 1 else 10 ** (length - 1), 10 ** length - 1))
    digits = lambda count: "".join(rng.choice("0123456789") for _ in range(count))
    kind = rng.random()
    if kind < 0.30:
        return number(1)
    if kind < 0.50:
        return number(2)
    if kind < 0.66:
        return number(3)
    if kind < 0.80:
        return number(rng.choice([4, 4, 5, 6, 7, 8]))
    if kind < 0.86:
        return number(rng.randint(1, 5)) + "." + digits(rng.choice([1, 2, 2, 4, 6]))
    if kind < 0.89:
        return number(rng.randint(1, 3)) + "," + digits(3) + ("," + digits(3) if rng.random() < 0.2 else "")
    if kind < 0.91:
        return rng.choice("--+") + number(rng.randint(1, 4))
    if kind < 0.92:
        return "/"
    word = "".join(rng.choice(_OTHERS if rng.random() < 0.8 else _LETTERS) for _ in range(rng.randint(1, 4)))
    place = rng.random()
    return number(1) + "." + word if place < 0.35 else number(rng.randint(1, 4)) + word if place < 0.6 else word


def _normalised(rng, grey, ink, height, width):
    """As `InkCrop.normalised` does it, with the box of the ink found a little wrong."""
    rows, columns = np.where(ink)
    shaken = lambda: rng.choice([0, 0, rng.uniform(-1, 1) * max(1, height / 16)])
    left, right = columns.min() + shaken(), columns.max() + 1 + shaken()
    top, bottom = rows.min() + shaken(), rows.max() + 1 + shaken()
    if bottom - top < 6 or right - left < 1:
        return None
    scale = INK_ROWS / (bottom - top)
    own = int(round((right - left) * scale)) + 2 * MARGIN
    if own > width:
        return None
    pad = 40
    padded = np.pad(grey.astype(np.uint8), pad, constant_values=255)
    box = (left - MARGIN / scale, top - 3 / scale, left + (own - MARGIN) / scale, top + 21 / scale)
    values = np.asarray(Image.fromarray(padded).resize((own, ROWS), Image.BILINEAR, box=tuple(v + pad for v in box)), np.float32)
    dark, light = np.percentile(values, 3), np.percentile(values, 90)
    if light - dark < 20:
        return None
    out = np.zeros((ROWS, width), np.uint8)
    out[:, :own] = ((light - values) / (light - dark)).clip(0, 1) * 255
    return out, own


def sample(rng, noise, choice, width):
    """One line: its picture, the picture's own width, its classes."""
    while True:
        text = _text(rng)
        path, has_chinese = rng.choices(*choice)[0]
        if len(text) > LONGEST or not text.isascii() and not has_chinese:
            continue
        drawn = spoil.printed(rng, text, ImageFont.truetype(path, 64))
        scanned = drawn and spoil.scanned(rng, noise, drawn, text)
        line = scanned and _normalised(rng, *scanned, width)
        if line:
            return *line, [CHARACTERS.index(c) + 1 if c in CHARACTERS else len(CHARACTERS) for c in text]


def write_set(path, seed, count, width, choice):
    rng, noise = random.Random(seed), np.random.default_rng(seed)
    pictures = np.zeros((count, ROWS, width), np.uint8)
    widths, labels = np.zeros(count, np.int16), np.zeros((count, LONGEST), np.int8)
    for number in range(count):
        picture, own, classes = sample(rng, noise, choice, width)
        pictures[number], widths[number], labels[number, :len(classes)] = picture, own, classes
    np.savez_compressed(path, X=pictures, W=widths, L=labels)


def write_sets(out, folders, sets):
    """Every fifteenth font is kept for `check.npz`: the network never learns from it."""
    found = fonts(folders)
    kept = [font for font in found if zlib.crc32(Path(font[0]).name.encode()) % 15 == 0]
    rest = [font for font in found if font not in kept]
    choice = lambda some: (some, [_weight(path) for path, _ in some])
    print(f"{len(rest)} fonts to learn from, {len(kept)} to check with")
    write_set(out / "check.npz", 900, 3000, 112, choice(kept))
    for number in range(1, sets + 1):
        write_set(out / f"short-{number}.npz", number, 10_000, 56, choice(rest))
        write_set(out / f"long-{number}.npz", 100 + number, 5_000, 112, choice(rest))
        print(f"set {number} of {sets}", flush=True)
