package app.regrip;

import app.regrip.cli.Explainer;
import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Explanation;
import app.regrip.errors.HResult;
import app.regrip.errors.SetupExtend;
import app.regrip.errors.Spelling;
import java.util.Optional;

/** The catalogue of error numbers, for the command line. */
record CatalogExplainer(ErrorCatalog catalog) implements Explainer {

  @Override
  public Answer explain(String text) {
    Spelling.Reading reading = Spelling.read(text, catalog);
    if (reading instanceof Spelling.Reading.Code code) {
      return explained(code.code(), code.extend());
    } else if (reading instanceof Spelling.Reading.Ambiguous ambiguous) {
      return new Ambiguous(ambiguous.candidates(), ambiguous.words());
    } else if (reading instanceof Spelling.Reading.NotACode none) {
      return new NotACode(none.words(), none.nearMisses().stream().map(ErrorName::code).toList());
    }
    throw new IllegalArgumentException("not a reading: " + reading);
  }

  @Override
  public Explained explain(HResult code) {
    return explained(code, Optional.empty());
  }

  private Explained explained(HResult code, Optional<SetupExtend> extend) {
    Explanation e = Explanation.of(code, catalog);
    return new Explained(
        code,
        e.symbol(),
        e.component(),
        e.meaning() + extend.map(second -> " " + second.words()).orElse(""),
        e.parts(),
        e.family(),
        e.advice(),
        e.fix(),
        e.known(),
        e.aliases(),
        e.near().stream().map(ErrorName::code).toList());
  }
}
