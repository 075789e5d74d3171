package app.regrip.cli;

import com.google.gson.JsonObject;

/** Which Regrip runs on what, for whoever gets a report. */
final class Versions {

  private Versions() {}

  static JsonObject of(Knowledge knowledge) {
    JsonObject versions = new JsonObject();
    versions.addProperty("Regrip", knowledge.version());
    versions.addProperty(
        "Operating system",
        property("os.name") + " " + property("os.version") + " (" + property("os.arch") + ")");
    versions.addProperty("Java", property("java.version") + " (" + property("java.vendor") + ")");
    return versions;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
