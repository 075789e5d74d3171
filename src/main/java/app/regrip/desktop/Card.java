package app.regrip.desktop;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;

/** A rounded surface that keeps things together which belong together. */
final class Card extends Readable {

  private static final int ARC = 10;
  private static final int PADDING = 16;

  private final Theme.Tone fill;
  private final Theme.Tone line;

  private Card(Theme.Tone fill, Theme.Tone line, LayoutManager layout, Component... children) {
    super(layout, children);
    this.fill = fill;
    this.line = line;
  }

  static Card of(Component... children) {
    return new Card(Theme.Tone.CARD, Theme.Tone.CARD_BORDER, new Column(8), children);
  }

  static Card of(LayoutManager layout, Component... children) {
    return new Card(Theme.Tone.CARD, Theme.Tone.CARD_BORDER, layout, children);
  }

  /** One that asks for attention. */
  static Card notice(Component... children) {
    return new Card(Theme.Tone.NOTICE, Theme.Tone.NOTICE_BORDER, new Column(8), children);
  }

  @Override
  public Insets getInsets() {
    int padding = UIScale.scale(PADDING);
    return new Insets(padding, padding, padding, padding);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    double arc = UIScale.scale((float) ARC);
    RoundRectangle2D shape =
        new RoundRectangle2D.Double(.5, .5, getWidth() - 1.0, getHeight() - 1.0, arc, arc);
    g.setColor(fill.color());
    g.fill(shape);
    g.setColor(line.color());
    g.draw(shape);
    g.dispose();
  }
}
