package app.regrip.simulated;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdatePolicies;
import app.regrip.pc.UpdatePolicy;
import app.regrip.text.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The policies of the pretend PC; they are among its facts. */
final class SimulatedPolicies implements UpdatePolicies {

  private final PcFolder folder;
  private final FactsFile facts;
  private final Clock clock;

  SimulatedPolicies(PcFolder folder, FactsFile facts, Clock clock) {
    this.folder = folder;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public Owner owner() throws PcException {
    return read(f -> new Owner(f.ties(), f.managesUpdates(), f.repairsAllowed()));
  }

  @Override
  public List<Setting> switchedOn() throws PcException {
    return read(
        f -> {
          List<Setting> found = new ArrayList<>();
          for (UpdatePolicy policy : UpdatePolicy.values()) {
            if (f.isSwitchedOn(policy)) {
              found.add(new Setting(policy, Instant.parse(f.policiesWritten())));
            }
          }
          return List.copyOf(found);
        });
  }

  @Override
  public Optional<String> server() throws PcException {
    return read(f -> Optional.ofNullable(f.wsusServer()));
  }

  @Override
  public Optional<Integer> value(UpdatePolicy policy) throws PcException {
    return read(f -> Optional.ofNullable(f.policies().get(policy)));
  }

  @Override
  public void set(UpdatePolicy policy, int value) throws PcException {
    change(Message.of("pc.policy.set", policy.valueName()), policy, Optional.of(value));
  }

  @Override
  public void remove(UpdatePolicy policy) throws PcException {
    change(Message.of("pc.policy.take-away", policy.valueName()), policy, Optional.empty());
  }

  private void change(Message tried, UpdatePolicy policy, Optional<Integer> value)
      throws PcException {
    folder.change(
        tried, () -> facts.write(facts.read().withPolicy(policy, value, clock.instant())));
  }

  private <T> T read(Function<FactSheet, T> fact) throws PcException {
    return folder.exclusively(
        Message.of("simulated.facts.policies"), () -> fact.apply(facts.read()));
  }
}
