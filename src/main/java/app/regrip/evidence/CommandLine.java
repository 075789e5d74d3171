package app.regrip.evidence;

import app.regrip.evidence.ToolRun.Tool;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody asked of DISM or SFC.
 *
 * @param command the option that tells what to do, without its slash and value
 * @param ofImage whether it is about an image in a folder or file, not the Windows that runs
 */
record CommandLine(Tool tool, String command, boolean ofImage) {

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:^|[\\s\\\\/\"'\\[(`&])(?:(dism|sfc)(?:\\.exe)?[\"']?|(repair-windowsimage))"
              + "\\s+(?=[/\\-–—])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPTION =
      Pattern.compile("(?:^|\\s)[/\\-–—]([A-Za-z?][A-Za-z-]*)", Pattern.CASE_INSENSITIVE);

  /** They say where and how, not what. */
  private static final Set<String> CIRCUMSTANCES =
      Set.of(
          "online",
          "image",
          "english",
          "quiet",
          "norestart",
          "logpath",
          "loglevel",
          "scratchdir",
          "windir",
          "sysdrivedir",
          "format",
          "source",
          "limitaccess",
          "path",
          "offbootdir",
          "offwindir",
          "offlogfile",
          "cleanup-image",
          "resetbase",
          "defer");

  /** What /Cleanup-Image does, and what else is often asked of DISM, spelled as Windows does. */
  private static final Map<String, String> SPELLINGS =
      Arrays.stream(
              ("CheckHealth ScanHealth RestoreHealth StartComponentCleanup AnalyzeComponentStore"
                      + " RevertPendingActions SPSuperseded Cleanup-Image Cleanup-Mountpoints"
                      + " Cleanup-Wim Enable-Feature Disable-Feature Get-Features Get-FeatureInfo"
                      + " Add-Package Remove-Package Get-Packages Get-PackageInfo Add-Capability"
                      + " Remove-Capability Get-Capabilities Get-CapabilityInfo Add-Driver"
                      + " Remove-Driver Export-Driver Get-Drivers Get-DriverInfo"
                      + " Add-ProvisionedAppxPackage Remove-ProvisionedAppxPackage"
                      + " Get-ProvisionedAppxPackages Mount-Image Mount-Wim Unmount-Image"
                      + " Unmount-Wim Remount-Image Commit-Image Commit-Wim Apply-Image"
                      + " Capture-Image Append-Image Delete-Image Export-Image Split-Image"
                      + " Get-ImageInfo Get-WimInfo Get-MountedImageInfo Get-MountedWimInfo"
                      + " List-Image Get-CurrentEdition Get-TargetEditions Set-Edition"
                      + " Set-ProductKey Get-Intl Set-UILang Set-SysLocale Set-UserLocale"
                      + " Set-InputLocale Set-AllIntl Set-TimeZone Apply-Unattend"
                      + " Get-ReservedStorageState Set-ReservedStorageState"
                      + " Export-DefaultAppAssociations Import-DefaultAppAssociations"
                      + " Remove-DefaultAppAssociations Optimize-Image"
                      + " Optimize-ProvisionedAppxPackages Apply-Ffu Capture-Ffu")
                  .split(" "))
          .collect(
              Collectors.toUnmodifiableMap(s -> s.toLowerCase(Locale.ROOT), Function.identity()));

  /** They work on the file of an image. */
  private static final Set<String> WIM =
      Set.of(
          "Mount-Image",
          "Mount-Wim",
          "Unmount-Image",
          "Unmount-Wim",
          "Remount-Image",
          "Commit-Image",
          "Commit-Wim",
          "Apply-Image",
          "Capture-Image",
          "Append-Image",
          "Delete-Image",
          "Export-Image",
          "Split-Image",
          "Cleanup-Mountpoints",
          "Cleanup-Wim",
          "Apply-Ffu",
          "Capture-Ffu");

  /** The command lines in a text, e.g. two joined by {@code &&}. */
  static List<CommandLine> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.contains("dism") && !lower.contains("sfc") && !lower.contains("windowsimage")) {
      return List.of();
    }
    return Arrays.stream(text.split("&&?|\\|\\|?|;"))
        .map(CommandLine::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<CommandLine> parse(String text) {
    Matcher program = PROGRAM.matcher(text);
    if (!program.find()) {
      return Optional.empty();
    }
    boolean sfc = "sfc".equalsIgnoreCase(program.group(1));
    List<String> options =
        OPTION
            .matcher(text.substring(program.end()))
            .results()
            .map(option -> option.group(1).toLowerCase(Locale.ROOT))
            .toList();
    Optional<String> what =
        options.stream().filter(option -> !CIRCUMSTANCES.contains(option)).findFirst();
    String command =
        what.or(
                () ->
                    options.contains("cleanup-image")
                        ? Optional.of("cleanup-image")
                        : Optional.empty())
            .orElse(ToolRun.UNKNOWN_COMMAND);
    if (sfc) {
      return Optional.of(new CommandLine(Tool.SFC, command, options.contains("offwindir")));
    }
    String spelled = spelled(command, text);
    boolean ofImage =
        !options.contains("online")
            && (options.contains("image") || options.contains("path") || WIM.contains(spelled));
    return Optional.of(new CommandLine(Tool.DISM, spelled, ofImage));
  }

  private static String spelled(String command, String text) {
    String known = SPELLINGS.get(command);
    if (known != null || command.equals(ToolRun.UNKNOWN_COMMAND)) {
      return known == null ? command : known;
    }
    int at = text.toLowerCase(Locale.ROOT).indexOf(command);
    return at < 0 || at + command.length() > text.length()
        ? command
        : text.substring(at, at + command.length());
  }

  boolean asksForHelp() {
    return command.startsWith("?");
  }
}
