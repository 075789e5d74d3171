# shellcheck shell=bash
# A user at the screen of the Windows lane: eyes, and a hand on the keyboard. To be sourced after
# lane.sh.

PICTURES=$OUT/story

picture() {
  import -window root "$PICTURES/$1.png"
}

# How many pixels of the tray, the lower right corner, fulfil a condition in r, g and b, 0 to 1.
tray_pixels() {
  import -window root -crop 160x20+1120+880 +repage png:- |
    convert png:- -fx "($1) ? 1 : 0" -format '%[fx:int(mean * w * h + 0.5)]' info:
}

tray_is_red() {
  [ "$(tray_pixels 'r > 0.63 && g < 0.35 && b < 0.35')" -gt 20 ]
}

tray_is_green() {
  [ "$(tray_pixels 'g > 0.43 && r < 0.35')" -gt 20 ]
}

# Whether a window of this title, a regular expression, is on the screen; small ones do not count.
sees_window() {
  local window width
  for window in $(xdotool search --onlyvisible --name "$1" 2>/dev/null); do
    width=$(xdotool getwindowgeometry --shell "$window" 2>/dev/null | sed -n 's/^WIDTH=//p')
    [ "${width:-0}" -lt 200 ] || return 0
  done
  return 1
}

# What can be read on the screen, twice as large, since letters of a screen are small.
words() {
  import -window root png:- | convert png:- -colorspace Gray -resize 200% png:- |
    OMP_THREAD_LIMIT=1 tesseract - - --psm 4 2>/dev/null
}

# Whether all of these can be read.
reads() {
  local read words
  read=$(words)
  for words in "$@"; do
    grep -qF -- "$words" <<<"$read" || return 1
  done
}

# How many pixels have Regrip's accent colour: buttons that Return presses, and bars.
accent_pixels() {
  import -window root png:- |
    convert png:- -fill black +opaque '#0F6CBD' -fill white -opaque '#0F6CBD' \
      -format '%[fx:int(mean * w * h + 0.5)]' info:
}

# Whether a window has the keyboard, which Wine's task bar shows in blue, and a button for Return.
waits_for_return() {
  local active
  active=$(import -window root -crop 1000x20+60+880 +repage png:- |
    convert png:- -fill black +opaque '#3296FA' -fill white -opaque '#3296FA' \
      -format '%[fx:int(mean * w * h + 0.5)]' info:)
  [ "$active" -gt 500 ] && [ "$(accent_pixels)" -gt 1200 ]
}

# How full the progress bar is, 0 to 1000; nothing where there is none.
bar() {
  import -window root -depth 8 ppm:- | python3 "$LANE/bar.py"
}

press() {
  xdotool key "$1"
}

# As await, and where it does not come, with a picture of what was there instead.
await_seen() {
  await "$@" || {
    picture failed
    words | sed 's/^/    /' >&2
    fail "did not come: $2 (picture: $PICTURES/failed.png, above what can be read there)"
  }
}

# Whether the tray, which is white, shows anything at all. Without one there is the bare desktop, all
# of it another colour.
tray_has_icon() {
  local other
  other=$(tray_pixels 'r < 0.9 || g < 0.9 || b < 0.9')
  [ "$other" -gt 20 ] && [ "$other" -lt 1600 ]
}
