package ptm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.junit.jupiter.api.Test;

/** The fuse: stops a method or a file that has grown far beyond what anyone reads in one go. */
class SizeTest {
    private static final int METHOD_LINES = 60;
    private static final int FILE_LINES = 500;
    /** What may be longer, and why. Parsers may earn it. */
    private static final Map<String, String> ALLOWED = Map.of("RequestReader.java",
            "a parser: how a request is read stands in one place");

    @Test
    void noFileIsTooLongToRead() throws IOException {
        var long_ = new ArrayList<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file).size();
            if (lines > FILE_LINES && !ALLOWED.containsKey(file.getFileName().toString())) {
                long_.add(file + ": " + lines + " lines");
            }
        }
        assertThat(long_).isEmpty();
    }

    @Test
    void noMethodIsTooLongToRead() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources()));
            var scanner = new LongMethods(Trees.instance(task).getSourcePositions());
            for (var unit : task.parse()) {
                scanner.scan(unit, unit);
            }
            assertThat(scanner.found).isEmpty();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
                Stream<Path> test = Files.walk(Path.of("src/test/java"))) {
            return Stream.concat(main, test).filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static final class LongMethods extends TreeScanner<Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<String> found = new ArrayList<>();

        LongMethods(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            var lines = unit.getLineMap();
            var length = lines.getLineNumber(positions.getEndPosition(unit, method))
                    - lines.getLineNumber(positions.getStartPosition(unit, method)) + 1;
            var file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            if (length > METHOD_LINES && !ALLOWED.containsKey(file + "#" + method.getName())) {
                found.add(file + "#" + method.getName() + ": " + length + " lines");
            }
            return super.visitMethod(method, unit);
        }
    }
}
