"""What printing and scanning do to a line of characters."""

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter


def printed(rng, text, face):
    """White ink on black, large: letters spaced, leaning, bold or thin; None where nothing shows."""
    spacing = rng.choice([0, 0, 0, 0, rng.uniform(-0.07, 0.02) * 64, rng.uniform(0, 0.25) * 64])
    picture = Image.new("L", (int(64 * 1.3 * len(text) + 120), 150), 0)
    draw, x = ImageDraw.Draw(picture), 40
    for character in text:
        draw.text((x, 30), character, fill=255, font=face)
        x += face.getlength(character) + spacing
    box = picture.getbbox()
    if box is None:
        return None
    angle, shear, stretch = np.deg2rad(rng.gauss(0, 1.2)), rng.gauss(0, 0.05), rng.uniform(0.82, 1.2)
    matrix = np.array([[np.cos(angle) / stretch, np.sin(angle) + shear], [-np.sin(angle) / stretch, np.cos(angle)]])
    middle = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    origin = middle - matrix @ np.array([picture.size[0] * 0.6, 75])
    picture = picture.transform((int(picture.size[0] * 1.2), 150), Image.AFFINE,
                                (*matrix[0], origin[0], *matrix[1], origin[1]), Image.BILINEAR)
    weight = rng.random()
    if weight < 0.12:
        return picture.filter(ImageFilter.MaxFilter(3))
    if weight < 0.18:
        return picture.filter(ImageFilter.MaxFilter(5))
    return picture.filter(ImageFilter.MinFilter(3)) if weight < 0.30 else picture


def _sampled(rng, picture, text):
    """The line at a scanner's resolution, somewhere between its pixels: (picture, ink height)."""
    box = picture.point(lambda value: 255 * (value > 100)).getbbox()
    if box is None:
        return None
    height = float(np.exp(rng.uniform(np.log(9), np.log(46)))) * (1 if text.isascii() else 1.2)
    scale, margin, pad = height / (box[3] - box[1]), 12, 200
    width, rows = (int(length * scale + 2 * margin + 2) for length in (box[2] - box[0], box[3] - box[1]))
    left, top = box[0] - (margin + rng.random()) / scale + pad, box[1] - (margin + rng.random()) / scale + pad
    large = Image.new("L", (picture.size[0] + 2 * pad, picture.size[1] + 2 * pad), 0)
    large.paste(picture, (pad, pad))
    part = (left, top, left + width / scale, top + rows / scale)
    if part[0] < 0 or part[1] < 0 or part[2] > large.size[0] or part[3] > large.size[1]:
        return None
    # A fax has half as many lines down as dots across.
    is_fax = rng.random() < 0.08
    small = large.resize((width, max(8, int(rows * (0.5 if is_fax else 1)))), Image.BOX if rng.random() < 0.5 else Image.BILINEAR, box=part)
    if is_fax:
        small = small.resize((width, rows), Image.NEAREST if rng.random() < 0.5 else Image.BILINEAR)
    return small, height


def _seal(rng, grey):
    """Arcs of a grey seal, or what shows through from the other side."""
    rows, width = grey.shape
    layer = Image.new("L", (width, rows), 255)
    draw = ImageDraw.Draw(layer)
    for _ in range(rng.randint(1, 3)):
        radius, x, y = rng.uniform(15, 120), rng.uniform(-40, width + 40), rng.uniform(-40, rows + 40)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=int(rng.uniform(110, 225)), width=rng.randint(1, 6))
    layer = np.asarray(layer.filter(ImageFilter.GaussianBlur(0.6)), np.float32)
    return np.minimum(grey, layer) if rng.random() < 0.6 else grey * layer / 255


def _ruling(rng, grey):
    """What is left of a ruling, within the margin."""
    edge, thickness, away, ink = rng.randint(0, 3), rng.randint(1, 2), rng.randint(2, 8), rng.uniform(0, 120)
    turned = grey if edge < 2 else grey.T
    start = rng.randint(0, turned.shape[1] // 2)
    first = away if edge % 2 == 0 else turned.shape[0] - away - thickness
    turned[first:first + thickness, start:] = ink
    return grey


def _noise(rng, noise, grey):
    strength = rng.choice([0, 0, rng.uniform(0, 12), rng.uniform(5, 38)])
    if strength:
        grains = noise.normal(0, strength, grey.shape)
        if rng.random() < 0.4:
            soft = Image.fromarray((grains + 128).clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.7))
            grains = np.asarray(soft, np.float32) - 128
        grey = grey + grains
    if rng.random() < 0.15:
        grey = np.where(noise.random(grey.shape) < rng.uniform(0, 0.025), rng.choice([0, 255, 0]), grey)
    return grey.clip(0, 255)


def _encoded(rng, noise, grey, dark):
    """In black and white, with ragged edges, or as a JPEG."""
    if rng.random() < 0.28:
        grey = np.where(grey < (dark + (255 - dark) * rng.uniform(0.35, 0.75) if dark else rng.uniform(90, 185)), 0.0, 255.0)
        if rng.random() < 0.3:
            flipped = noise.random(grey.shape) < rng.uniform(0, 0.05)
            edge = np.asarray(Image.fromarray(grey.astype(np.uint8)).filter(ImageFilter.BoxBlur(1)))
            grey = np.where(flipped & (edge > 20) & (edge < 235), 255 - grey, grey)
    elif rng.random() < 0.3:
        data = io.BytesIO()
        Image.fromarray(grey.astype(np.uint8)).save(data, "JPEG", quality=rng.randint(20, 85))
        grey = np.asarray(Image.open(data), np.float32)
    return grey


def soiled(rng, noise, grey, dark):
    """With a scanner's noise, and as it is stored."""
    return _encoded(rng, noise, _noise(rng, noise, grey), dark)


def scanned(rng, noise, picture, text):
    """(grey, where the ink is, its height): black on white; None where nothing is left."""
    sampled = _sampled(rng, picture, text)
    if sampled is None:
        return None
    small, height = sampled
    ink = np.asarray(small) > 90
    if not ink.any():
        return None
    grey = 255 - np.asarray(small, np.float32)
    blur = rng.choice([0, 0, rng.uniform(0.3, 0.6), rng.uniform(0.5, 1) * min(1.6, max(1, height / 14))])
    if blur:
        grey = np.asarray(Image.fromarray(grey.astype(np.uint8)).filter(ImageFilter.GaussianBlur(blur)), np.float32)
    dark = rng.choice([0, 0, rng.uniform(0, 110)])
    grey = dark + grey * (255 - dark) / 255
    if rng.random() < 0.12:
        grey = _seal(rng, grey)
    if rng.random() < 0.10:
        grey = _ruling(rng, grey)
    return soiled(rng, noise, grey, dark), ink, height
