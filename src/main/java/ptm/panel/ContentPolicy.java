package ptm.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/** What the panel's page may load and do: its own files and nothing else. */
final class ContentPolicy {
    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>",
            Pattern.DOTALL);

    private ContentPolicy() {}

    /** The value of the Content-Security-Policy header; the page's import map is let in by its hash. */
    static String header() {
        return "default-src 'none'; script-src 'self'" + importMapHash()
                + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'"
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String importMapHash() {
        var page = new ClassPathResource("static/index.html");
        if (!page.exists())
            return "";
        try {
            Matcher map = IMPORT_MAP.matcher(page.getContentAsString(StandardCharsets.UTF_8));
            return map.find() ? " 'sha256-" + sha256(map.group(1)) + "'" : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
