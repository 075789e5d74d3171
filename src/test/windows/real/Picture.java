import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import javax.imageio.ImageIO;

/** Takes a picture of the screen: {@code java Picture.java FILE.png}. */
public final class Picture {

  private Picture() {}

  public static void main(String[] arguments) throws Exception {
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(new Robot().createScreenCapture(screen), "png", new File(arguments[0]));
  }
}
