package ptm.understanding.builtin.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ptm.account.Language;

/** What was read right and wrong: by what was looked at and language, each with how sure the engine was. */
final class Tally {
    private static final int BINS = 5;

    /** @param confidence 0 to 1, of the reading */
    record Mark(boolean isRight, double confidence) {}

    private final Map<String, Map<Language, List<Mark>>> marks = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    void add(String what, Language language, boolean isRight, double confidence) {
        marks.computeIfAbsent(what, _ -> new EnumMap<>(Language.class))
                .computeIfAbsent(language, _ -> new ArrayList<>()).add(new Mark(isRight, confidence));
    }

    void fail(String text, String why) {
        failures.add(text.replace("\n", "\\n") + "\n    " + why);
    }

    /** The share that was right, 0 to 1; 1 where nothing was looked at. */
    double share(String what, Language language) {
        return marks.getOrDefault(what, Map.of()).getOrDefault(language, List.of()).stream()
                .mapToInt(mark -> mark.isRight() ? 1 : 0).average().orElse(1);
    }

    String table() {
        StringBuilder out = new StringBuilder(line("right, %", "en", "ru", "of"));
        marks.forEach((what, by) -> out.append(line(what, percent(share(what, Language.EN)),
                percent(share(what, Language.RU)),
                Integer.toString(by.values().stream().mapToInt(List::size).sum()))));
        return out.toString();
    }

    /** Of the readings given with this confidence, how many were right: honest confidences equal their row's share. */
    String reliability(String what) {
        StringBuilder out = new StringBuilder(line(what + ", sure", "said", "right", "of"));
        List<Mark> all = marks.getOrDefault(what, Map.of()).values().stream().flatMap(List::stream).toList();
        for (int bin = 0; bin < BINS; bin++) {
            double low = 0.5 * bin / BINS + 0.5;
            double high = bin + 1 == BINS ? 1.01 : low + 0.5 / BINS;
            boolean lowest = bin == 0;
            List<Mark> here = all.stream()
                    .filter(mark -> mark.confidence() < high && (lowest || mark.confidence() >= low)).toList();
            if (!here.isEmpty())
                out.append(line((lowest ? "below " + high : "from " + low),
                        percent(here.stream().mapToDouble(Mark::confidence).average().orElse(0)),
                        percent(here.stream().mapToInt(mark -> mark.isRight() ? 1 : 0).average().orElse(0)),
                        Integer.toString(here.size())));
        }
        return out.toString();
    }

    List<String> failures() {
        return failures;
    }

    static String line(String what, String... cells) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%-42s", what));
        for (String cell : cells)
            out.append(String.format(Locale.ROOT, "%8s", cell));
        return out.append('\n').toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
