package app.regrip.bench;

/** The least that a second JVM can be. */
final class HelloFloor {

  private HelloFloor() {}

  public static void main(String[] arguments) {
    System.out.println("Hello");
  }
}
