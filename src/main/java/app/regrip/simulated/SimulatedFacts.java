package app.regrip.simulated;

import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.WindowsImage;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The facts of the pretend PC. */
final class SimulatedFacts implements PcFacts {

  private final PcFolder folder;
  private final FactsFile facts;
  private final SimulatedRestart pendingRestart;
  private final FailureLog failures;
  private final TiWorker worker;

  SimulatedFacts(
      PcFolder folder,
      FactsFile facts,
      SimulatedRestart pendingRestart,
      FailureLog failures,
      TiWorker worker) {
    this.worker = worker;
    this.folder = folder;
    this.facts = facts;
    this.pendingRestart = pendingRestart;
    this.failures = failures;
  }

  @Override
  public WindowsVersion windows() throws PcException {
    return read(f -> new WindowsVersion(f.product(), f.build(), f.revision()));
  }

  @Override
  public WindowsImage image() throws PcException {
    return read(
        f ->
            new WindowsImage(
                f.product(),
                f.edition(),
                WindowsImage.Architecture.AMD64,
                f.build(),
                f.revision(),
                f.languages()));
  }

  @Override
  public String bootId() throws PcException {
    return read(FactSheet::bootId);
  }

  @Override
  public Set<RestartSign> restartSigns() throws PcException {
    return folder.exclusively(
        Message.of("simulated.facts.restart"),
        () -> {
          Set<RestartSign> signs = EnumSet.noneOf(RestartSign.class);
          signs.addAll(facts.read().restartSigns());
          pendingRestart.read().ifPresent(pending -> signs.add(RestartSign.SERVICING));
          return Set.copyOf(signs);
        });
  }

  @Override
  public boolean isServicing() throws PcException {
    return folder.exclusively(
        Message.of("simulated.facts.servicing"),
        () -> folder.servicing().isHeld() || worker.isStillThere());
  }

  @Override
  public boolean isInstallingMsi() throws PcException {
    return read(FactSheet::installingMsi);
  }

  @Override
  public long freeBytes() throws PcException {
    return read(FactSheet::freeBytes);
  }

  @Override
  public Battery battery() throws PcException {
    return read(FactSheet::battery);
  }

  @Override
  public List<Antivirus> antivirus() throws PcException {
    return read(f -> List.copyOf(f.antivirus()));
  }

  @Override
  public List<LoggedFailure> recentFailures(Instant since) throws PcException {
    return folder.exclusively(Message.of("simulated.facts.failures"), () -> failures.since(since));
  }

  private <T> T read(Function<FactSheet, T> fact) throws PcException {
    return folder.exclusively(Message.of("simulated.facts.read"), () -> fact.apply(facts.read()));
  }
}
