"""How long something takes until it is seen, of many the median and the slowest but one in a hundred.

    latency.py toast FOLDER COUNT   from an event in FOLDER/events to the toast in FOLDER/toasts/log.txt
    latency.py bar FILE             from the steps in FILE, "percent seconds", to the bar on the screen,
                                    until it is full
"""

import ctypes
import datetime
import os
import pathlib
import sys
import time

LOOK = 0.001
# Who looks at the screen without a pause takes the processor from those who draw.
GLANCE = 0.005
PATIENCE = 60
# Percent: round ends and the seam make a bar look less full than it is, and a step is one percent.
NEAR = 0.7

EVENT = (
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
    "<Provider Name='Microsoft-Windows-WindowsUpdateClient'"
    " Guid='{{945a8954-c147-4acd-923f-40c45405a658}}'/><EventID>20</EventID><Version>1</Version>"
    "<Level>2</Level><Task>1</Task><Opcode>13</Opcode><Keywords>0x8000000000000028</Keywords>"
    "<TimeCreated SystemTime='{time}'/><EventRecordID>{number}</EventRecordID><Correlation/>"
    "<Execution ProcessID='2104' ThreadID='7316'/><Channel>System</Channel><Computer>PC</Computer>"
    "<Security UserID='S-1-5-18'/></System><EventData><Data Name='errorCode'>0x80070006</Data>"
    "<Data Name='updateTitle'>Cumulative Update (KB5{number:06d})</Data>"
    "<Data Name='updateGuid'>{{00000000-0000-4000-8000-{number:012d}}}</Data>"
    "<Data Name='updateRevisionNumber'>1</Data>"
    "<Data Name='serviceGuid'>{{9482f4b4-e343-43b6-b170-9a65bc822c77}}</Data></EventData></Event>"
)


def report(what, seconds, goal):
    millis = sorted(1000 * each for each in seconds)
    print(
        f"{what}: median {millis[len(millis) // 2]:.0f} ms, "
        f"99 of 100 within {millis[(len(millis) * 99 - 1) // 100]:.0f} ms (goal {goal}; {len(millis)} times)"
    )


def patiently(condition, what):
    begun = time.time()
    while not condition():
        if time.time() - begun > PATIENCE:
            sys.exit(f"never came: {what}")
        time.sleep(LOOK)
    return time.time()


def shown(log):
    return log.read_bytes().count(b"show\t") if log.exists() else 0


def toasts(folder, count):
    log = folder / "toasts" / "log.txt"
    seconds = []
    for number in range(1, count + 1):
        half = folder / "events" / f"{number}.new"
        now = datetime.datetime.now(datetime.timezone.utc)
        half.write_text(EVENT.format(time=now.strftime("%Y-%m-%dT%H:%M:%S.%f0Z"), number=number))
        before = shown(log)
        begun = time.time()
        half.rename(folder / "events" / f"{number}.xml")
        seconds.append(patiently(lambda: shown(log) > before, f"toast {number}") - begun)
        time.sleep(0.3)
    report("event written until the toast is shown", seconds, 250)


class Screen:
    """One line of pixels of the screen, as fast as X gives it."""

    class Image(ctypes.Structure):
        _fields_ = [
            ("width", ctypes.c_int),
            ("height", ctypes.c_int),
            ("xoffset", ctypes.c_int),
            ("format", ctypes.c_int),
            ("data", ctypes.POINTER(ctypes.c_ubyte)),
        ]

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XGetImage.restype = ctypes.POINTER(Screen.Image)
        self.x.XGetImage.argtypes = [
            ctypes.c_void_p,
            ctypes.c_ulong,
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_ulong,
            ctypes.c_int,
        ]
        self.x.XDisplayWidth.argtypes = self.x.XDisplayHeight.argtypes = [
            ctypes.c_void_p,
            ctypes.c_int,
        ]
        self.display = self.x.XOpenDisplay(os.environ["DISPLAY"].encode())
        self.root = self.x.XDefaultRootWindow(self.display)
        self.width = self.x.XDisplayWidth(self.display, 0)
        self.height = self.x.XDisplayHeight(self.display, 0)
        self.libc = ctypes.CDLL(None)

    def line(self, y):
        """Red, green and blue of each pixel."""
        all_planes, z_pixmap = 0xFFFFFFFF, 2
        image = self.x.XGetImage(self.display, self.root, 0, y, self.width, 1, all_planes, z_pixmap)
        bgrx = bytes(image.contents.data[: 4 * self.width])
        data = ctypes.cast(image.contents.data, ctypes.c_void_p)
        self.libc.free(data)
        self.libc.free(ctypes.cast(image, ctypes.c_void_p))
        rgb = bytearray(3 * self.width)
        rgb[0::3], rgb[1::3], rgb[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
        return bytes(rgb)


def bars(file):
    from bar import fullness

    screen = Screen()
    top = next(y for y in range(screen.height) if fullness(screen.line(y)) is not None)
    bottom = next(y for y in range(top, screen.height) if fullness(screen.line(y)) is None)
    y = (top + bottom) // 2  # above and below, the round ends take most of a percent away
    seen = []
    begun = time.time()
    full = 0
    while time.time() - begun < PATIENCE:
        now = fullness(screen.line(y))
        if now is None:
            break
        if now > full:
            full = now
            seen.append((now / 10, time.time()))
        time.sleep(GLANCE)
    said = [tuple(map(float, line.split())) for line in file.read_text().splitlines()]
    seconds = []
    for percent, at in said:
        reached = [when for how_full, when in seen if how_full >= percent - NEAR]
        if at > seen[0][1] and reached:
            seconds.append(reached[0] - at)
    report("DISM's word until the bar has moved", seconds, 100)


if sys.argv[1] == "toast":
    toasts(pathlib.Path(sys.argv[2]), int(sys.argv[3]))
else:
    bars(pathlib.Path(sys.argv[2]))
