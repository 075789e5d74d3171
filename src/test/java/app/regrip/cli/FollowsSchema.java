package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonStreamParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds documents against the schemas Regrip prints, by a validator that is not ours. */
final class FollowsSchema {

  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private FollowsSchema() {}

  /**
   * @param documents one after the other, at least one
   */
  static void check(String schema, String documents) {
    JsonStreamParser parser = new JsonStreamParser(documents);
    assertThat(parser.hasNext()).as("nothing to hold against %s", schema).isTrue();
    while (parser.hasNext()) {
      JsonElement document = parser.next();
      assertThat(named(schema).validate(document.toString(), InputFormat.JSON))
          .as("%s: %s", schema, document)
          .isEmpty();
    }
  }

  private static Schema named(String name) {
    return SCHEMAS.computeIfAbsent(
        name,
        n ->
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonSchemas.text(n), InputFormat.JSON));
  }
}
