package ptm.understanding.builtin;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The words of one task within a dump.
 *
 * @param text     as written, without bullet or number
 * @param from     char offset of the text in the dump
 * @param steps    of a nested list
 * @param headline the day that a line above named for it ("Tomorrow:"), absent where none did
 */
record Segment(String text, int from, List<String> steps, @Nullable LocalDate headline) {
    Segment {
        steps = List.copyOf(steps);
    }
}
