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

# Whether anything white and large, a page of the window, is on the screen.
sees_page() {
  [ "$(import -window root png:- | convert png:- -fill black +opaque white -format '%[fx:int(mean * w * h)]' info:)" -gt 5000 ]
}

press() {
  xdotool key "$1"
}

# As await, and where it does not come, with a picture of what was there instead.
await_seen() {
  await "$@" || {
    picture failed
    fail "did not come: $2 (picture: $PICTURES/failed.png)"
  }
}

# Whether the tray shows anything at all.
tray_has_icon() {
  [ "$(tray_pixels 'abs(r - g) + abs(g - b) > 0.1')" -gt 20 ]
}
