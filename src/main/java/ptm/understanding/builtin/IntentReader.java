package ptm.understanding.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ptm.understanding.Context;

/** Weighs what a text is: a request, an edit, small talk; anything else is a dump. */
final class IntentReader {

    /** A text of more words than this is a dump. */
    static final int LONG = 60;

    record Verdict(String intent, double confidence) {}

    private final Lexicon lexicon;
    private final List<Word> words;
    private final RequestReading request;
    private final EditReader.Reading edit;
    private final Context context;

    IntentReader(Lexicon lexicon, List<Word> words, RequestReading request, EditReader.Reading edit, Context context) {
        this.lexicon = lexicon;
        this.words = words;
        this.request = request;
        this.edit = edit;
        this.context = context;
    }

    Verdict judge() {
        if (words.size() > LONG || isList())
            return new Verdict("capture", 0.95);
        if (words.stream().noneMatch(word -> Character.isLetterOrDigit(word.plain().codePointAt(0))))
            return new Verdict("smalltalk", 0.9);
        Map<String, Double> scores =
                new HashMap<>(Map.of("capture", 1.0, "request", 0.0, "edit", 0.0, "smalltalk", 0.0));
        phrases(scores);
        request(scores);
        edit(scores);
        shape(scores);
        return best(scores);
    }

    private boolean isList() {
        long lines = words.stream().filter(word -> word.plain().equals("\n")).count();
        return lines >= 2;
    }

    private void phrases(Map<String, Double> scores) {
        int covered = 0;
        int content = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isMark())
                continue;
            Lexicon.Match match = lexicon.longest(words, i);
            int length = match == null ? 1 : match.length();
            content += length;
            if (match == null)
                continue;
            boolean talk = false;
            for (Entry entry : match.entries()) {
                entry.intents().forEach(
                        (intent, weight) -> scores.merge(intent, intent.equals("edit") ? 0 : weight, Double::sum));
                talk |= entry.weight("smalltalk") > 0;
            }
            if (talk)
                covered += length;
            i += length - 1;
        }
        if (content > 0 && covered < content)
            scores.merge("smalltalk", 0.0, (old, zero) -> old * 0.6);
        if (content > 0 && covered == content)
            scores.merge("smalltalk", 2.5, Double::sum);
    }

    private void request(Map<String, Double> scores) {
        int read = request.parts().size() - request.guessed() + (request.limit() == null ? 0 : 1);
        double score = Math.min(3, 1.2 * read) - 0.9 * request.unread().size() - 0.6 * request.guessed();
        if (request.unread().isEmpty() && request.guessed() == 0 && read > 0)
            score += 1.2;
        scores.merge("request", score, Double::sum);
        scores.merge("capture", 0.4 * request.unread().size(), Double::sum);
    }

    private void edit(Map<String, Double> scores) {
        if (edit.evidence() <= 0)
            return;
        double score = edit.evidence() + (edit.isTargeted() ? 1.5 : 0);
        scores.merge("edit", score, Double::sum);
    }

    private void shape(Map<String, Double> scores) {
        if (words.getLast().plain().equals("?"))
            scores.merge("request", 1.2, Double::sum);
        if (words.stream().anyMatch(PastTense::isInfinitive))
            scores.merge("capture", 0.8, Double::sum);
        if (PastTense.isInfinitive(words.getFirst()))
            scores.merge("capture", 1.5, Double::sum);
        if (!context.shown().isEmpty() && edit.isTargeted())
            scores.merge("edit", 0.5, Double::sum);
    }

    private static Verdict best(Map<String, Double> scores) {
        String best = "capture";
        for (String intent : List.of("request", "edit", "smalltalk"))
            if (score(scores, intent) > score(scores, best))
                best = intent;
        double second = 0;
        for (Map.Entry<String, Double> entry : scores.entrySet())
            if (!entry.getKey().equals(best))
                second = Math.max(second, entry.getValue());
        double margin = score(scores, best) - second;
        return new Verdict(best, Math.clamp(0.55 + 0.15 * margin, 0.3, 0.98));
    }

    private static double score(Map<String, Double> scores, String intent) {
        return scores.getOrDefault(intent, 0.0);
    }
}
