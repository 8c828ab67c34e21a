"""Characters of the form's labels as scanners see them, brought to one size."""

import random
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

import spoil

GRID, INSIDE = 24, 20
SMALLEST = 0.8          # of an em: what is smaller is not enlarged
INK = 0.4


def _weights(first, count, scale, limit):
    """How much each source pixel counts for each target pixel, as InkCrop has it: a triangle filter."""
    rows = np.zeros((count, limit + 1), np.float32)
    support = max(1.0, 1 / scale)
    for number in range(count):
        centre = first + (number + 0.5) / scale
        low, high = int(np.floor(centre - support + 0.5)), int(np.floor(centre + support + 0.5))
        places = np.arange(low, max(low + 1, high))
        shares = np.maximum(0, 1 - np.abs(places + 0.5 - centre) / support)
        shares = shares / max(shares.sum(), 1e-6)
        for place, share in zip(places, shares):
            rows[number, place if 0 <= place < limit else limit] += share
    return rows


def square(ink, box, em):
    """The character in a square of 24 by 24, its ink within 20. `ink`: 0 to 1."""
    x0, y0, x1, y1 = box
    side = max(x1 - x0, y1 - y0, SMALLEST * em)
    scale = INSIDE / side
    left, top = (x0 + x1) / 2 - GRID / 2 / scale, (y0 + y1) / 2 - GRID / 2 / scale
    part = np.zeros_like(ink)
    part[y0:y1, x0:x1] = ink[y0:y1, x0:x1]
    across, down = (_weights(first, GRID, scale, limit)[:, :limit] for first, limit in ((left, ink.shape[1]), (top, ink.shape[0])))
    return down @ part @ across.T


def inked(grey):
    """0 for paper to 1 for ink; None where nothing stands out."""
    dark, light = np.percentile(grey, 3), np.percentile(grey, 90)
    return None if light - dark < 20 else ((light - grey) / (light - dark)).clip(0, 1).astype(np.float32)


def trimmed(ink, box):
    x0, y0, x1, y1 = box
    part = ink[y0:y1, x0:x1] > INK
    if not part.any():
        return None
    rows, columns = np.where(part.any(1))[0], np.where(part.any(0))[0]
    return x0 + columns[0], y0 + rows[0], x0 + columns[-1] + 1, y0 + rows[-1] + 1


@cache
def face(path, index):
    return ImageFont.truetype(path, 64, index=index)


def _drawn(rng, one, character, others):
    """White on black between two others, bold or thin, leaning: (picture, the character's box)."""
    spacing = rng.choice([0, 0, 0, rng.uniform(-3, 3), rng.uniform(0, 12)])
    picture, own = Image.new("L", (330, 150), 0), Image.new("L", (330, 150), 0)
    advance = one.getlength(character)
    x = 165 - advance / 2
    before, after = rng.choice(others), rng.choice(others)
    draw = ImageDraw.Draw(picture)
    draw.text((x - spacing - one.getlength(before), 35), before, fill=255, font=one)
    draw.text((x + advance + spacing, 35), after, fill=255, font=one)
    ImageDraw.Draw(own).text((x, 35), character, fill=255, font=one)
    box = own.getbbox()
    if box is None:
        return None
    picture = Image.fromarray(np.maximum(np.asarray(picture), np.asarray(own)))
    weight = rng.random()
    if weight < 0.30:
        picture = picture.filter(ImageFilter.MaxFilter(3) if weight < 0.15 else ImageFilter.MaxFilter(5) if weight < 0.20 else ImageFilter.MinFilter(3))
    angle, shear, stretch = np.deg2rad(rng.gauss(0, 0.7)), rng.gauss(0, 0.03), rng.uniform(0.88, 1.14)
    matrix = np.array([[np.cos(angle) / stretch, np.sin(angle) + shear], [-np.sin(angle) / stretch, np.cos(angle)]])
    middle = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    origin = middle - matrix @ middle
    return picture.transform(picture.size, Image.AFFINE, (*matrix[0], origin[0], *matrix[1], origin[1]), Image.BILINEAR), box


def _scanned(rng, noise, picture, box, em):
    """As a scanner has it, the characters `em` pixels high: (grey, from where to where the character reaches)."""
    scale, reach = em / 64, 40
    left, top = box[0] - reach - rng.random() / scale, 15 - rng.random() / scale
    width, rows = int((box[2] + reach - left) * scale), int((124 - top) * scale)
    is_fax = rng.random() < 0.1
    small = picture.resize((width, max(6, int(rows * (0.5 if is_fax else 1)))), Image.BOX if rng.random() < 0.5 else Image.BILINEAR,
                           box=(left, top, left + width / scale, min(150, top + rows / scale)))
    if is_fax:
        small = small.resize((width, rows), Image.NEAREST if rng.random() < 0.5 else Image.BILINEAR)
    grey = 255 - np.asarray(small, np.float32)
    blur = rng.choice([0, 0, rng.uniform(0.3, 0.6), rng.uniform(0.4, 0.9) * min(1.6, max(1, em / 18))])
    if blur:
        grey = np.asarray(Image.fromarray(grey.astype(np.uint8)).filter(ImageFilter.GaussianBlur(blur)), np.float32)
    dark = rng.choice([0, 0, rng.uniform(0, 110)])
    grey = spoil.soiled(rng, noise, dark + grey * (255 - dark) / 255, dark)
    # Where one character ends and the next begins is found a little wrong.
    shaken = lambda: rng.choice([0, 0, 0, rng.uniform(-0.05, 0.10)]) * em
    return grey, (max(0, int((box[0] - left) * scale - shaken())), min(width, int(np.ceil((box[2] - left) * scale + shaken()))))


def sample(rng, noise, fonts, character, others):
    """One character's square; None where the font has nothing for it."""
    while True:
        drawn = _drawn(rng, face(*rng.choice(fonts)), character, others)
        if drawn is None:
            return None
        em = float(np.exp(rng.uniform(np.log(11), np.log(46))))
        grey, (first, last) = _scanned(rng, noise, *drawn, em)
        ink = inked(grey)
        part = ink is not None and trimmed(ink, (first, 0, last, ink.shape[0]))
        if part:
            return square(ink, part, em * rng.uniform(0.85, 1.1))


def make(seed, count, fonts, characters):
    """So many squares of each character, and which is which."""
    rng, noise = random.Random(seed), np.random.default_rng(seed)
    values = np.zeros((len(characters) * count, GRID, GRID), np.float16)
    labels = np.repeat(np.arange(len(characters)), count)
    for number, label in enumerate(labels):
        made = sample(rng, noise, fonts, characters[label], characters)
        if made is not None:
            values[number] = made
    return values, labels
