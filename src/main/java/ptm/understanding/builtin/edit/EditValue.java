package ptm.understanding.builtin.edit;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskEdit;
import ptm.task.TaskTitle;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;

/**
 * A new value said, which may depend on what the task has: "to 11" keeps its day, "by a week" adds to it.
 *
 * @param edit  of a task, or of one that is not known yet
 * @param field its name in CONTRACT
 * @param words it was read from
 * @param from  code point offset into the message, inclusive
 * @param until code point offset, exclusive
 */
record EditValue(Function<@Nullable TaskTitle, TaskEdit> edit, String field, String words, int from, int until,
        double confidence) {

    static EditValue of(TaskEdit edit, String field, String words, double confidence) {
        return new EditValue(_ -> edit, field, words, 0, 0, confidence);
    }

    Proposed on(@Nullable TaskTitle task, Utterance utterance) {
        return new Proposed(edit.apply(task), Provenance.said(utterance.at(), confidence, words.strip()));
    }

    Piece piece(int command) {
        return new Piece("edits[" + command + "].set." + field, words, from, until, confidence);
    }
}
