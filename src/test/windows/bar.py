"""Prints how full the progress bar of a picture is, 0 to 1000, or nothing where there is none.

The picture is a PPM of eight bits on standard input. A bar is a line in the accent colour that goes
on in the colour of its track.
"""

import pathlib
import re
import sys

THEME = pathlib.Path(__file__).resolve().parents[2].joinpath(
    "main/resources/app/regrip/desktop/theme"
)


def colour(file, key):
    lines = THEME.joinpath(file).read_text()
    return bytes.fromhex(re.search(rf"^{key} *= *#(\w{{6}})$", lines, re.MULTILINE)[1])


FULL = colour("FlatLaf.properties", "@accentColor")
TRACK = colour("FlatLightLaf.properties", r"Regrip\.track")
SHORTEST = 300
# Where the one goes over into the other its colour is between the two.
SEAM = 4



def fullness(line):
    """How full the bar in this line of pixels is, 0 to 1000; None where it shows none."""
    if TRACK not in line:
        return None
    pixels = [line[x : x + 3] for x in range(0, len(line), 3)]
    track = [x for x, pixel in enumerate(pixels) if pixel == TRACK]
    if not track:
        return None
    full = [x for x in range(track[0]) if pixels[x] == FULL]
    is_one = not full or track[0] - full[-1] <= SEAM
    if not is_one or len(full) + len(track) <= SHORTEST:
        return None
    return round(1000 * len(full) / (len(full) + len(track)))


def main():
    picture = sys.stdin.buffer.read()
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", picture)
    width, height = int(head[1]), int(head[2])
    for y in range(height):
        start = head.end() + 3 * y * width
        full = fullness(picture[start : start + 3 * width])
        if full is not None:
            print(full)
            break


if __name__ == "__main__":
    main()
