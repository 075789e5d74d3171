package app.regrip.text;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is said to a person, in no language yet.
 *
 * @param key which sentence: the package whose {@code texts.properties} has it, a dot, and its name
 *     there, e.g. {@code repair.verdict.cancelled}; stable, so programs may go by it
 * @param arguments what goes into its gaps: names as text, numbers as {@link Long} or {@link
 *     Double}, {@link Instant}, or other messages
 */
public record Message(String key, List<Object> arguments) {

  private static final Set<Class<?>> KINDS =
      Set.of(String.class, Long.class, Double.class, Instant.class, Message.class);

  static final String NOTHING = "";

  /** Nothing to say. */
  public static final Message NONE = new Message(NOTHING, List.of());

  static final String AS_IS = "text.as-is";
  static final String SENTENCES = "text.sentences";
  static final String LIST = "text.list";
  static final String LANGUAGE = "text.language";

  /** What has no pattern: the translator puts these together itself. */
  static final Set<String> BUILT_IN = Set.of(NOTHING, AS_IS, SENTENCES, LIST, LANGUAGE);

  public Message {
    arguments = List.copyOf(arguments);
    for (Object argument : arguments) {
      if (!KINDS.contains(argument.getClass())) {
        throw new IllegalArgumentException("no argument of a message: " + argument.getClass());
      }
    }
  }

  /**
   * @param arguments as the record takes them, and {@link Integer}
   */
  public static Message of(String key, Object... arguments) {
    return new Message(
        key,
        Arrays.stream(arguments)
            .map(a -> a instanceof Integer number ? (Object) number.longValue() : a)
            .toList());
  }

  /** What is the same in every language: a name, a path, a line of a tool. */
  public static Message asIs(String text) {
    return text.isEmpty() ? NONE : of(AS_IS, text);
  }

  /** One after the other; those that say nothing are left out. */
  public static Message sentences(Message... sentences) {
    return joined(SENTENCES, Arrays.asList(sentences));
  }

  public static Message sentences(Collection<Message> sentences) {
    return joined(SENTENCES, sentences);
  }

  /** This, and then {@code next}. */
  public Message then(Message next) {
    return sentences(this, next);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static Message list(Collection<Message> parts) {
    return joined(LIST, parts);
  }

  /** Each of its sentences by itself, where it was put together from some. */
  public Stream<Message> eachSentence() {
    return key.equals(SENTENCES)
        ? arguments.stream().flatMap(sentence -> ((Message) sentence).eachSentence())
        : Stream.of(this);
  }

  /** As {@link #list}, of what is the same in every language. */
  public static Message names(Collection<String> names) {
    return list(names.stream().map(Message::asIs).toList());
  }

  /** The name of a language, e.g. of {@code de-DE}. */
  public static Message language(String tag) {
    return of(LANGUAGE, tag);
  }

  /** Why, for programs: the key of its first sentence; empty for what has none. */
  public Optional<String> reason() {
    if (key.equals(SENTENCES) || key.equals(LIST)) {
      return ((Message) arguments.get(0)).reason();
    }
    return BUILT_IN.contains(key) ? Optional.empty() : Optional.of(key);
  }

  public boolean isEmpty() {
    return key.isEmpty();
  }

  /** In English: for logs, journals and programs, never for a face. */
  public String english() {
    return Translator.ENGLISH.say(this);
  }

  @Override
  public String toString() {
    return english();
  }

  private static Message joined(String key, Collection<Message> parts) {
    List<Object> said = parts.stream().filter(m -> !m.isEmpty()).map(Object.class::cast).toList();
    return said.isEmpty()
        ? NONE
        : said.size() == 1 ? (Message) said.get(0) : new Message(key, said);
  }
}
