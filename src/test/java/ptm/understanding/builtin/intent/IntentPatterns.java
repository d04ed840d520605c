package ptm.understanding.builtin.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import ptm.account.Language;

/**
 * Texts made of patterns: what people say in one way of many things. Always the same ones, as chance begins anew with
 * each pattern.
 */
final class IntentPatterns {

    /** One text in so many has a typing error. */
    private static final int TYPOS = 12;
    /** After an intent: of patterns that mean it only beside a task that their words name. */
    private static final String NAMED = " named";

    /** @param named whether it is so only where the words name a task that is there */
    record Made(Purpose purpose, String text, boolean named) {}

    private record Column(List<String[]> rows, int column) {}

    private final Map<String, Column> columns = new HashMap<>();
    private final List<Made> made = new ArrayList<>();
    private final int each;

    private IntentPatterns(int each) {
        this.each = each;
    }

    /** @param each how many texts a pattern gives at most */
    static List<Made> of(Language language, int each) {
        IntentPatterns patterns = new IntentPatterns(each);
        patterns.read(text(language).lines().toList());
        return patterns.made;
    }

    static String text(Language language) {
        try (InputStream in = Objects.requireNonNull(IntentPatterns.class
                .getResourceAsStream("/intents/patterns_" + language.code() + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<String> lines) {
        Purpose purpose = Purpose.CAPTURE;
        List<String[]> rows = List.of();
        boolean named = false;
        boolean table = false;
        for (String line : lines) {
            if (line.startsWith("table ")) {
                rows = new ArrayList<>();
                String[] names = line.substring("table ".length()).split(" ");
                for (int column = 0; column < names.length; column++)
                    columns.put(names[column], new Column(rows, column));
                table = true;
            } else if (line.startsWith("== ")) {
                named = line.endsWith(NAMED);
                purpose = Purpose.valueOf(line.substring(3).replace(NAMED, "").strip().toUpperCase(Locale.ROOT));
                table = false;
            } else if (table && !line.isBlank()) {
                rows.add(line.split(" \\| "));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                make(purpose, line, named);
            }
        }
    }

    private void make(Purpose purpose, String pattern, boolean named) {
        Random random = new Random(Features.hash(pattern));
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < each; i++)
            texts.add(new Writer(pattern, random).write());
        texts.forEach(text -> made.add(new Made(purpose, text, named)));
    }

    /** One text from one pattern. */
    private final class Writer {
        private final String pattern;
        private final Random random;
        private final Map<List<String[]>, List<Integer>> chosen = new HashMap<>();
        private int at;

        Writer(String pattern, Random random) {
            this.pattern = pattern;
            this.random = random;
        }

        String write() {
            String text = alternatives('\0').replaceAll("\\s+", " ").replaceAll(" ([,.:;!?)])", "$1").strip();
            boolean capital = random.nextInt(3) == 0 && !text.isEmpty();
            String written = capital ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
            return random.nextInt(TYPOS) == 0 ? misspelt(written) : written;
        }

        /** With one letter lost, or two in the wrong order. */
        private String misspelt(String text) {
            int letter = random.nextInt(text.length());
            boolean inside = letter > 0 && letter + 2 < text.length() && Character.isLetter(text.charAt(letter - 1))
                    && Character.isLetter(text.charAt(letter)) && Character.isLetter(text.charAt(letter + 1));
            if (!inside)
                return text;
            String two = random.nextBoolean()
                    ? "" + text.charAt(letter + 1) + text.charAt(letter)
                    : text.substring(letter + 1, letter + 2);
            return text.substring(0, letter) + two + text.substring(letter + 2);
        }

        /** One of the texts that bars part, up to the closing sign. */
        private String alternatives(char end) {
            List<String> all = new ArrayList<>();
            StringBuilder one = new StringBuilder();
            while (at < pattern.length() && pattern.charAt(at) != end) {
                char c = pattern.charAt(at++);
                switch (c) {
                    case '(' -> one.append(alternatives(')'));
                    case '[' -> {
                        String perhaps = alternatives(']');
                        one.append(random.nextBoolean() ? perhaps : "");
                    }
                    case '{' -> one.append(slot());
                    case '|' -> {
                        all.add(one.toString());
                        one.setLength(0);
                    }
                    default -> one.append(c);
                }
            }
            at++;
            all.add(one.toString());
            return all.get(random.nextInt(all.size()));
        }

        /** {@code name}, or {@code name2} for another row of the same table. */
        private String slot() {
            int close = pattern.indexOf('}', at);
            String name = pattern.substring(at, close);
            at = close + 1;
            char last = name.charAt(name.length() - 1);
            int which = Character.isDigit(last) ? last - '1' : 0;
            Column column = Objects.requireNonNull(columns.get(which > 0 ? name.substring(0, name.length() - 1) : name),
                    () -> name + " in " + pattern);
            return column.rows().get(row(column.rows(), which))[column.column()];
        }

        private int row(List<String[]> rows, int which) {
            List<Integer> taken = chosen.computeIfAbsent(rows, _ -> new ArrayList<>());
            while (taken.size() <= which) {
                int row = random.nextInt(rows.size());
                if (!taken.contains(row))
                    taken.add(row);
            }
            return taken.get(which);
        }
    }
}
