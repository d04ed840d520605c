package ptm.understanding.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The versions of our prompts: what stands with every value that a model gave. */
final class Prompts {
    /** The version of what we say when we ask about tasks. */
    static final String ANNOTATE = version("/prompts/annotate/system.md", "/prompts/annotate/user.md");
    /** The version of what we say when we ask about a message. */
    static final String INTERPRET = version("/prompts/interpret/system.md", "/prompts/interpret/user.md");

    private static final int LENGTH = 12;

    private Prompts() {}

    private static String version(String... resources) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String resource : resources)
                try (var in = Prompts.class.getResourceAsStream(resource)) {
                    if (in == null)
                        throw new IllegalStateException("There is no " + resource);
                    hash.update(in.readAllBytes());
                }
            return HexFormat.of().formatHex(hash.digest()).substring(0, LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names a list in a prompt, or says that there are none. */
    static String names(List<String> names) {
        return names.isEmpty() ? "(none)" : String.join(", ", names);
    }

    /** A day as a prompt says it, such as {@code Friday 2026-11-27}. */
    static String day(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day;
    }

    /** A person's words as data on one line: with line breaks they could pass for another entry. */
    static String line(String words) {
        return data(words).replaceAll("\\s+", " ").strip();
    }

    /** A person's words as data: they cannot close the place they stand in. */
    static String data(String words) {
        return words.replace("<", "‹").replace(">", "›");
    }
}
