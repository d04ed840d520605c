package ptm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, driven by Playwright; close it after use.
 *
 * <p>Found by the variable PTM_BROWSER (a path), else on the PATH. Where none is, the test is skipped with one line
 * that says so; under CI=true it fails instead.
 */
public record TestBrowser(Playwright playwright, Browser browser) implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    /** As root Chromium wants no sandbox; the rest keeps it from calling anyone beyond this machine. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage");

    /** Starts a browser, or ends the test as skipped if there is none to start. */
    public static TestBrowser open() {
        var program = find();
        if (program.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("no Chromium on this machine, and under CI browser tests must run");
            }
            var line = "Browser tests skipped: no Chromium found; install one or set PTM_BROWSER to its path";
            System.out.println(line);
            Assumptions.abort(line);
        }
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new TestBrowser(playwright, playwright.chromium().launch(new LaunchOptions()
                .setExecutablePath(program.get()).setArgs(ARGUMENTS).setHeadless(true)));
    }

    private static Optional<Path> find() {
        var given = Stream.ofNullable(System.getenv("PTM_BROWSER")).filter(name -> !name.isBlank()).map(Path::of);
        var onPath = Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(given, onPath).filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
    }
}
