package app.regrip.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.storage.Json;
import com.google.gson.JsonParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

  private static final Translator GERMAN = new Translator(Locale.GERMANY, ZoneOffset.UTC);

  private static final Message A_AND_B = Message.names(List.of("A", "B"));

  @Test
  void isPutIntoTheLanguageOfWhoeverLooks() {
    assertThat(A_AND_B.english()).isEqualTo("A and B");
    assertThat(GERMAN.say(A_AND_B)).isEqualTo("A und B");
    assertThat(new Translator(Locale.forLanguageTag("mi"), ZoneOffset.UTC).say(A_AND_B))
        .as("a language without words of ours")
        .isEqualTo("A and B");
  }

  @Test
  void listsAndSentencesLeaveOutWhatSaysNothing() {
    assertThat(Message.names(List.of("A", "", "B", "C"))).hasToString("A, B and C");
    assertThat(Message.sentences(Message.NONE, Message.asIs("Done."), Message.asIs("")))
        .isEqualTo(Message.asIs("Done."));
    assertThat(Message.sentences(Message.NONE)).isEqualTo(Message.NONE).hasToString("");
  }

  @Test
  void numbersAndMomentsFitTheLanguage() {
    Message numbers =
        Message.of("text.and", 12345, Message.of("text.and", "0x80070006", Instant.EPOCH));
    assertThat(GERMAN.say(numbers)).isEqualTo("12.345 und 0x80070006 und 01.01.1970, 00:00");
    assertThat(numbers.english()).startsWith("12,345 and 0x80070006 and Jan 1, 1970, 12:00");
  }

  @Test
  void programsGoByItsFirstSentence() {
    assertThat(A_AND_B.reason()).isEmpty();
    assertThat(Message.of("text.or", "A", "B").then(Message.asIs("C")).reason())
        .contains("text.or");
  }

  @Test
  void survivesJsonAndReadsWellThere() {
    Message message =
        Message.of("text.and", "it's", Message.of("text.and", 7, "0x80070006"))
            .then(Message.of("text.and", Instant.EPOCH, "B"));
    String json = Json.gson().toJson(message);
    assertThat(json).contains("\"text\":\"it's and 7 and 0x80070006 Jan 1, 1970");
    assertThat(Json.gson().fromJson(json, Message.class)).isEqualTo(message);
    assertThat(Json.gson().toJson(Message.asIs("[==== 20.0% ]"))).isEqualTo("\"[==== 20.0% ]\"");
    assertThat(Json.gson().fromJson("\"\"", Message.class)).isEqualTo(Message.NONE);
  }

  @Test
  void whatAnOlderRegripWroteIsReadAsItStands() {
    assertThat(Json.gson().fromJson("\"The disk is full.\"", Message.class))
        .isEqualTo(Message.asIs("The disk is full."));
  }

  @Test
  void whatANewerRegripSaysIsReadInEnglish() {
    String newer =
        "{'key':'text.and','args':['A',{'key':'text.xor','args':['B']}],'text':'A or else B'}"
            .replace('\'', '"');
    assertThat(Json.gson().fromJson(newer, Message.class)).isEqualTo(Message.asIs("A or else B"));
    assertThat(Message.of("text.xor", "B")).hasToString("text.xor[B]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'key':'text.and','args':['A',{'of':'a newer kind'}],'text':'in English'}",
        "{'key':'text.and','args':['A',[]],'text':'in English'}",
        "{'key':'text.list','args':[],'text':'in English'}",
        "{'key':'text.as-is','text':'in English'}",
        "{'key':'repair.proof.check-works','args':['many'],'text':'in English'}",
        "{'key':'text.and','args':[{'at':'at noon'},'B'],'text':'in English'}"
      })
  void whatCannotBeSaidHereIsReadInEnglish(String newer) {
    assertThat(Json.gson().fromJson(newer.replace('\'', '"'), Message.class))
        .isEqualTo(Message.asIs("in English"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{'key':'text.list'}", "{'key':7,'args':'A'}", "{'text':{}}"})
  void whatIsNoMessageIsRefusedAsJson(String no) {
    assertThatThrownBy(() -> Json.gson().fromJson(no.replace('\'', '"'), Message.class))
        .isInstanceOf(JsonParseException.class);
  }

  @Test
  void takesNothingThatNoFaceCanSay() {
    assertThatThrownBy(() -> Message.of("text.and", Duration.ZERO, "B"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
