package ptm.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys and tokens in words, by the shapes of lexicon/keys.txt: such words are kept nowhere and shown to no model. */
public final class TypedKeys {
    private static final List<Pattern> SHAPES = read();

    private TypedKeys() {}

    /** The keys in these words, in no order; empty of ordinary words. */
    public static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(text);
            while (matcher.find())
                found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private static List<Pattern> read() {
        try (InputStream in = TypedKeys.class.getResourceAsStream("/lexicon/keys.txt")) {
            if (in == null)
                throw new IllegalStateException("no lexicon keys.txt");
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Pattern.compile(line, Pattern.UNICODE_CASE)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
