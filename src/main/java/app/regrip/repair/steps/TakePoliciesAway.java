package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdatePolicies;
import app.regrip.pc.UpdatePolicy;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes away the policies that keep a home PC from updating itself, each by its name out of a
 * closed list; undo sets them again. The rest of the policy key stays as it is.
 */
public final class TakePoliciesAway implements Step {

  @Override
  public String id() {
    return "take-policies-away";
  }

  @Override
  public UndoData capture(StepContext context) throws PcException {
    Map<String, String> values = new TreeMap<>();
    for (UpdatePolicies.Setting setting : context.pc().updatePolicies().switchedOn()) {
      UpdatePolicy policy = setting.policy();
      Optional<Integer> value = context.pc().updatePolicies().value(policy);
      value.ifPresent(v -> values.put(policy.name(), v.toString()));
    }
    return new UndoData(values);
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) throws PcException {
    List<String> names = new ArrayList<>();
    for (UpdatePolicy policy : policies(before)) {
      context.pc().updatePolicies().remove(policy);
      names.add(policy.valueName());
    }
    return names.isEmpty()
        ? StepResult.skipped(Message.of("repair.done.no-policy"))
        : StepResult.done(Message.of("repair.done.policies-gone", String.join(", ", names)));
  }

  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    for (UpdatePolicy policy : policies(before)) {
      if (context.pc().updatePolicies().value(policy).isPresent()) {
        throw Failures.didNotStick(Message.of("repair.not-kept.policy", policy.valueName()));
      }
    }
  }

  @Override
  public void undo(StepContext context, UndoData before) throws PcException {
    for (UpdatePolicy policy : policies(before)) {
      int was = Integer.parseInt(before.fact(policy.name()).orElseThrow());
      if (!context.pc().updatePolicies().value(policy).equals(Optional.of(was))) {
        context.pc().updatePolicies().set(policy, was);
      }
    }
  }

  private static List<UpdatePolicy> policies(UndoData before) {
    List<UpdatePolicy> policies = new ArrayList<>();
    for (UpdatePolicy policy : UpdatePolicy.values()) {
      if (before.fact(policy.name()).isPresent()) {
        policies.add(policy);
      }
    }
    return policies;
  }
}
