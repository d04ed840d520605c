package ptm.understanding.builtin.dump;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The words of one task within a dump.
 *
 * @param text    as written, without bullet or number
 * @param from    char offset of the text in the dump
 * @param core    how many chars of the text name the task; what follows describes it
 * @param steps   of a nested list
 * @param context what the words answer to: a mail's quoted lines; may be empty
 * @param heading what words before said of time for it ("Tomorrow:"), absent where none did
 * @param verb    what is to be done, where the words say only to whom; may be empty
 */
record Segment(String text, int from, int core, List<String> steps, @Nullable Heading heading, String context,
        String verb) {
    Segment {
        steps = List.copyOf(steps);
    }

    static Segment whole(String text, int from, List<String> steps, @Nullable Heading heading) {
        return new Segment(text, from, text.length(), steps, heading, "", "");
    }

    int until() {
        return from + text.length();
    }

    /** Whether what describes the task is apart from what names it. */
    boolean isDescribed() {
        return core < text.length();
    }
}
