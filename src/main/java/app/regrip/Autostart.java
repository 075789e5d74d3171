package app.regrip;

import java.io.IOException;

/** Starting with the system. */
interface Autostart {

  boolean isOn() throws IOException;

  void turn(boolean on) throws IOException;
}
