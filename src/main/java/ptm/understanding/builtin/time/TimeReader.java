package ptm.understanding.builtin.time;

/** Reads dates, times, efforts, recurrences and reminders in English and Russian, in time linear in the text. */
public final class TimeReader {

    private static final class Words {
        static final TimeLexicon LEXICON = TimeLexicon.load();
    }

    /** What the text of one task says of time. */
    public TimeReading read(String text, TimeScene scene) {
        var tokens = new TimeText(text, lexicon(), scene.language());
        return new TimeAssembler(tokens, scene, new TimeGrammar(tokens, scene.now())).read();
    }

    /** The words about time, read once. */
    public static TimeLexicon lexicon() {
        return Words.LEXICON;
    }
}
