package app.regrip.desktop;

import app.regrip.desktop.TimelineMark.Kind;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** How marks of one kind look; each can be told from the others without its colour. */
enum TimelineShape {
  CROSS(Theme.Tone.FAILURE),
  DIAMOND(Theme.Tone.REPAIR),
  DISC(Theme.Tone.PROOF),
  SQUARE(Theme.Tone.MUTED);

  private static final float ARM = 3.5f;

  private final Theme.Tone tone;

  TimelineShape(Theme.Tone tone) {
    this.tone = tone;
  }

  static TimelineShape of(Kind kind) {
    return switch (kind) {
      case FAILURE -> CROSS;
      case REPAIR -> DIAMOND;
      case PROOF -> DISC;
      case INSTALLED -> SQUARE;
    };
  }

  /** Fills that place. */
  void paint(Graphics2D g, Rectangle at) {
    g.setColor(tone.color());
    g.fill(outline(at));
  }

  private Shape outline(Rectangle at) {
    return switch (this) {
      case CROSS -> cross(at);
      case DIAMOND ->
          path(
              at.getCenterX(), at.getMinY(),
              at.getMaxX(), at.getCenterY(),
              at.getCenterX(), at.getMaxY(),
              at.getMinX(), at.getCenterY());
      case DISC -> new Ellipse2D.Double(at.x, at.y, at.width, at.height);
      case SQUARE ->
          new Rectangle2D.Double(at.x + 2.0, at.y + 2.0, at.width - 4.0, at.height - 4.0);
    };
  }

  private static Shape cross(Rectangle at) {
    double arm = UIScale.scale(ARM) / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(at.getMinX() + arm, at.getMinY() + arm);
    path.lineTo(at.getMaxX() - arm, at.getMaxY() - arm);
    path.moveTo(at.getMinX() + arm, at.getMaxY() - arm);
    path.lineTo(at.getMaxX() - arm, at.getMinY() + arm);
    return new BasicStroke(UIScale.scale(ARM)).createStrokedShape(path);
  }

  private static Shape path(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
