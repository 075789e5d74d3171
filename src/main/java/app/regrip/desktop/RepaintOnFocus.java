package app.regrip.desktop;

import java.awt.Component;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;

/** For a component that draws a ring around itself where the keyboard is at it. */
record RepaintOnFocus(Component drawn) implements FocusListener {

  @Override
  public void focusGained(FocusEvent event) {
    drawn.repaint();
  }

  @Override
  public void focusLost(FocusEvent event) {
    drawn.repaint();
  }
}
