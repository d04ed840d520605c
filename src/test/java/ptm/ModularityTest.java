package ptm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the arrows between modules as their package-info.java declares them, and the drawing of them up to date. */
class ModularityTest {
    private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");
    private static final Pattern DRAWING = Pattern.compile("(?s)```mermaid\n.*?```\n");

    private final ApplicationModules modules = ApplicationModules.of(PtmApplication.class,
            new ImportOption.DoNotIncludeTests());

    @Test
    void arrowsGoWhereTheModulesSayAndInternalsStayClosed() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresItsArrows() {
        assertThat(arrows()).allSatisfy((name, _) -> assertThat(declaration(name)).as(name).isNotNull());
    }

    /** To draw anew: mvn test -Dtest=ModularityTest -Dptm.draw=true. */
    @Test
    void theDrawingInArchitectureIsOfThisHouse() throws IOException {
        var text = Files.readString(ARCHITECTURE);
        var drawing = drawing();
        if (Boolean.getBoolean("ptm.draw")) {
            Files.writeString(ARCHITECTURE, DRAWING.matcher(text).replaceFirst(Matcher.quoteReplacement(drawing)));
        } else {
            assertThat(text).as("draw it anew with -Dptm.draw=true").contains(drawing);
        }
    }

    /** Only the arrows that no chain of others implies: the stairs, rather than every step of them. */
    private String drawing() {
        var all = arrows();
        var lines = all.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().filter(target -> !implied(all, entry.getKey(), target))
                        .map(target -> "    " + entry.getKey() + " --> " + target + "\n"))
                .collect(Collectors.joining());
        return "```mermaid\nflowchart TD\n" + lines + "```\n";
    }

    private static boolean implied(Map<String, Set<String>> all, String from, String to) {
        return all.get(from).stream().filter(next -> !next.equals(to)).anyMatch(next -> reaches(all, next, to));
    }

    private static boolean reaches(Map<String, Set<String>> all, String from, String to) {
        return from.equals(to) || all.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(all, next, to));
    }

    private Map<String, Set<String>> arrows() {
        var arrows = new TreeMap<String, Set<String>>(Comparator.naturalOrder());
        names().forEach(name -> arrows.put(name, targets(declaration(name))));
        return arrows;
    }

    private List<String> names() {
        return modules.stream().map(module -> module.getIdentifier().toString()).sorted().toList();
    }

    private static Set<String> targets(ApplicationModule declaration) {
        return declaration == null ? Set.of() : new TreeSet<>(Arrays.asList(declaration.allowedDependencies()));
    }

    private static ApplicationModule declaration(String module) {
        try {
            return Class.forName("ptm." + module + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
