package app.regrip.console;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears. */
final class RecordingListener implements ConsoleListener {

  final List<Double> percents = new ArrayList<>();
  final List<String> lines = new ArrayList<>();

  @Override
  public void progressed(double percent) {
    percents.add(percent);
  }

  @Override
  public void said(String line) {
    lines.add(line);
  }
}
