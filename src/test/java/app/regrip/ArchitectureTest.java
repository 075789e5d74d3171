package app.regrip;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The layers of Regrip, as rules that fail. */
@AnalyzeClasses(packages = "app.regrip", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Pattern OURS = Pattern.compile("^app\\.regrip\\.([a-z]+)");

  private static final String[] LOGIC = {
    "app.regrip.errors..",
    "app.regrip.update..",
    "app.regrip.console..",
    "app.regrip.evidence..",
    "app.regrip.pc..",
    "app.regrip.selftest..",
    "app.regrip.repair.."
  };

  @ArchTest
  static final ArchRule logicKnowsNoScreenNoNativeCodeAndNoProcesses =
      noClasses()
          .that()
          .resideInAnyPackage(LOGIC)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.awt..", "javax.swing..", "com.sun.jna..", "com.formdev..", "dorkbox.."))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Process")
          .because("it runs the same on any system, against any PC");

  @ArchTest
  static final ArchRule onlyTheDesktopAndItsCompositionKnowSwing =
      noClasses()
          .that()
          .resideInAnyPackage(
              "app.regrip.helper..",
              "app.regrip.simulated..",
              "app.regrip.session..",
              "app.regrip.storage..",
              "app.regrip.report..",
              "app.regrip.windows..",
              "app.regrip.cli..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.awt..",
                  "javax.swing..",
                  "com.formdev..",
                  "dorkbox..",
                  "kotlin..",
                  "app.regrip.desktop.."))
          .because("a terminal, a server and an elevated process have no screen");

  @ArchTest
  static final ArchRule nativeCodeIsInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.regrip.windows..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.sun.jna.."))
          .because("what cannot be tried everywhere is kept small");

  @ArchTest
  static final ArchRule onlyTheCompositionRootChoosesThePc =
      noClasses()
          .that()
          .resideOutsideOfPackages("app.regrip", "app.regrip.simulated..", "app.regrip.windows..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("app.regrip.simulated..", "app.regrip.windows.."))
          .because("who repairs must not be able to tell a pretend PC from a real one");

  @ArchTest
  static final ArchRule theRealPcKnowsNoFace =
      noClasses()
          .that()
          .resideInAPackage("app.regrip.windows..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("app.regrip.cli..", "app.regrip.session..", "app.regrip.report.."))
          .because("it is asked and does not tell");

  @ArchTest
  static final ArchRule logsAreReadWithoutAPc =
      noClasses()
          .that()
          .resideInAPackage("app.regrip.evidence..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("app.regrip.pc..", "app.regrip.helper..", "app.regrip.session.."))
          .because("the logs may be of another PC");

  @ArchTest
  static final ArchRule theHelperRoleLoadsNoScreen =
      noClasses()
          .that()
          .haveSimpleName("HelperRole")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.awt..",
                  "javax.swing..",
                  "app.regrip.desktop..",
                  "com.formdev..",
                  "dorkbox..",
                  "kotlin.."))
          .because("what runs with an administrator's rights is as little as can be");

  @ArchTest
  static final ArchRule noParserOfXmlStaysInMemory =
      noClasses()
          .that()
          .doNotHaveSimpleName("ImageFile")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c..")
          .because("its classes take 4 MB of a tray that runs for weeks; eventxml reads events");

  /** Each arrow between packages is in the table of the architecture page, and no other is. */
  @ArchTest
  static void thePageSaysWhoKnowsWhom(JavaClasses classes) throws IOException {
    Map<String, Set<String>> drawn = new TreeMap<>();
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String from = packageOf(each);
        String to = packageOf(dependency.getTargetClass());
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
          drawn.computeIfAbsent(from, any -> new TreeSet<>()).add(to);
        }
      }
    }
    assertThat(drawn).isEqualTo(ArchitecturePage.arrows());
  }

  /**
   * The one right below {@code app.regrip}; empty for the composition root and all that is not
   * ours.
   */
  private static String packageOf(JavaClass type) {
    Matcher ours = OURS.matcher(type.getPackageName());
    return ours.find() ? ours.group(1) : "";
  }

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("app.regrip.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package that is understood stays understood");

  @ArchTest
  static final ArchRule partsOfWindowsHaveNoCycles =
      slices()
          .matching("app.regrip.windows.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each part of Windows can be read, and tried, without the others");

  @ArchTest
  static void noTwoClassesHaveOneName(JavaClasses classes) {
    Map<String, Set<String>> packages = new TreeMap<>();
    for (JavaClass each : classes) {
      if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
        packages
            .computeIfAbsent(each.getSimpleName(), any -> new TreeSet<>())
            .add(each.getPackageName());
      }
    }
    packages.values().removeIf(places -> places.size() == 1);
    assertThat(packages).as("who reads a name should know which class it is").isEmpty();
  }

  @ArchTest
  static final ArchRule threadsAreMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.regrip.threads")
          .and()
          .doNotHaveSimpleName("CtrlC")
          .should()
          .callConstructorWhere(target(owner(type(Thread.class))).as("the constructor of a thread"))
          .because("each has a name of ours and none keeps the JVM; a shutdown hook alone must");

  /** Windows itself shows what three classes of it put into words. */
  @ArchTest
  static final ArchRule onlyFacesFindWords =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "app.regrip",
              "app.regrip.text",
              "app.regrip.desktop",
              "app.regrip.cli",
              "app.regrip.report")
          .and()
          .doNotHaveSimpleName("WindowsPower")
          .and()
          .doNotHaveSimpleName("AppIdentity")
          .and()
          .doNotHaveSimpleName("ToastQuestions")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("app.regrip.text.Translator")
          .because("whoever looks decides on the language, and a helper can't know who looks");

  @ArchTest
  static final ArchRule noStateIsShared =
      noFields()
          .that()
          .areStatic()
          .should()
          .notBeFinal()
          .as("static fields are final")
          .because("two PCs live in one process in every test");

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.regrip")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("a week without the error has to pass in a test within a second");

  @ArchTest
  static final ArchRule checksAndStepsSayWhatTheyAre =
      classes()
          .that()
          .implement("app.regrip.repair.checks.Check")
          .should()
          .resideInAPackage("app.regrip.repair.checks")
          .because("who looks for one knows where");
}
