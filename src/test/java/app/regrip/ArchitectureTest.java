package app.regrip;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers of Regrip, as rules that fail. */
@AnalyzeClasses(packages = "app.regrip", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

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
          .haveFullyQualifiedName("java.lang.Process");

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
                  "app.regrip.desktop.."));

  @ArchTest
  static final ArchRule nativeCodeIsInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.regrip.windows..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.sun.jna.."));

  @ArchTest
  static final ArchRule onlyTheCompositionRootChoosesThePc =
      noClasses()
          .that()
          .resideOutsideOfPackages("app.regrip", "app.regrip.simulated..", "app.regrip.windows..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("app.regrip.simulated..", "app.regrip.windows.."));

  @ArchTest
  static final ArchRule theRealPcKnowsNoFace =
      noClasses()
          .that()
          .resideInAPackage("app.regrip.windows..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "app.regrip.cli..", "app.regrip.session..", "app.regrip.report.."));

  @ArchTest
  static final ArchRule logsAreReadWithoutAPc =
      noClasses()
          .that()
          .resideInAPackage("app.regrip.evidence..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("app.regrip.pc..", "app.regrip.helper..", "app.regrip.session.."));

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
                  "kotlin.."));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("app.regrip.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noStateIsShared =
      noFields().that().areStatic().should().notBeFinal().as("static fields are final");

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .that()
          .resideInAnyPackage(LOGIC)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule checksAndStepsSayWhatTheyAre =
      classes()
          .that()
          .implement("app.regrip.repair.checks.Check")
          .should()
          .resideInAPackage("app.regrip.repair.checks");
}
