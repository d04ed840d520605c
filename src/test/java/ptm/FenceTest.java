package ptm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps each outside technology in the one room that is meant to know it. */
class FenceTest {
    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("ptm");
    }

    @Test
    void modelsAreCalledInUnderstandingAlone() {
        check(noClasses().that().resideOutsideOfPackage("ptm.understanding.llm..")
                .should().dependOnClassesThat().resideInAPackage("dev.langchain4j.."));
    }

    @Test
    void telegramIsSpokenInTelegramAlone() {
        check(noClasses().that().resideOutsideOfPackage("ptm.telegram..")
                .should().dependOnClassesThat().resideInAPackage("org.telegram.."));
    }

    @Test
    void addressesOfPeopleAreCalledInOutboundAlone() {
        check(noClasses().that().resideOutsideOfPackages("ptm.outbound..", "ptm.telegram..")
                .should().dependOnClassesThat().resideInAPackage("okhttp3.."));
    }

    @Test
    void theWebIsServedByTheDoorsAlone() {
        check(noClasses().that().resideOutsideOfPackages("ptm.panel..", "ptm.telegram..")
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web.bind..",
                        "org.springframework.web.servlet..", "org.springframework.web.socket..", "jakarta.servlet.."));
    }

    @Test
    void jobsAndTheirSchedulersAloneKnowTheScheduler() {
        check(noClasses().that(describe("are no job or scheduler", type -> !named(type, "Job", "Jobs", "Scheduling",
                "Scheduler", "SchedulerConfiguration")))
                .should().dependOnClassesThat().resideInAPackage("com.github.kagkarlsson.."));
    }

    @Test
    void timeComesFromTheClockThatIsHandedIn() {
        check(noClasses().that().doNotHaveFullyQualifiedName(PtmApplication.class.getName())
                .should().callCodeUnitWhere(target(readsTheTime())));
    }

    private static DescribedPredicate<CodeUnitCallTarget> readsTheTime() {
        return describe("reads the time by itself", call -> {
            var owner = call.getOwner();
            var handedAClock = call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return call.getName().equals("now") && owner.isAssignableTo(Temporal.class) && !handedAClock
                    || call.getName().equals("currentTimeMillis")
                    || owner.isEquivalentTo(java.util.Date.class) && call.getRawParameterTypes().isEmpty()
                    || owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
        });
    }

    private static boolean named(JavaClass type, String... endings) {
        var outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        var name = outer.getSimpleName();
        return Set.of(endings).stream().anyMatch(name::endsWith);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(ours);
    }
}
