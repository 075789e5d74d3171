package app.regrip;

import app.regrip.report.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What this computer, its domain and its user are called, so that a report can leave it out. */
final class OwnNames {

  private OwnNames() {}

  static Map<Secret, List<String>> of(Map<String, String> environment, Properties system) {
    Path home = Path.of(system.getProperty("user.home", "")).getFileName();
    List<String> computers = new ArrayList<>(some(environment, "COMPUTERNAME", "HOSTNAME"));
    ownHost().ifPresent(computers::add);
    computers.addAll(computers.stream().map(name -> name.split("\\.", 2)[0]).toList());
    List<String> users = new ArrayList<>(some(environment, "USERNAME", "USER", "LOGNAME"));
    users.add(system.getProperty("user.name", ""));
    users.add(home == null ? "" : home.toString());
    List<String> domains =
        some(environment, "USERDOMAIN", "USERDNSDOMAIN", "USERDOMAIN_ROAMINGPROFILE").stream()
            .filter(domain -> !computers.contains(domain))
            .toList();
    Map<Secret, List<String>> names = new EnumMap<>(Secret.class);
    names.put(Secret.USER, users);
    names.put(Secret.COMPUTER, computers);
    names.put(Secret.DOMAIN, domains);
    return names;
  }

  private static List<String> some(Map<String, String> environment, String... variables) {
    return Stream.of(variables)
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  private static Optional<String> ownHost() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
