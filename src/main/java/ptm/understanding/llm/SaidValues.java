package ptm.understanding.llm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import ptm.account.Language;
import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.understanding.Context;
import ptm.understanding.Intent;
import ptm.understanding.Interpreter;
import ptm.understanding.Origin;
import ptm.understanding.Utterance;

/** What the built-in engine reads and guesses from the words a model cites for one task. */
final class SaidValues {
    private final Interpreter builtin;

    SaidValues(Interpreter builtin) {
        this.builtin = builtin;
    }

    /** Every value but the title; of words that look like several tasks the first value of each field. */
    List<Proposed> all(String words, Utterance utterance, Context context) {
        // forwarded words can be nothing but drafts, whatever they look like
        Utterance cited = new Utterance(words, utterance.at(), Origin.FORWARDED);
        Map<Field, Proposed> values = new EnumMap<>(Field.class);
        if (builtin.interpret(cited, context).intent() instanceof Intent.Capture(List<TaskDraft> drafts))
            for (TaskDraft draft : drafts)
                for (Proposed value : draft.values())
                    if (!(value.edit() instanceof TaskEdit.Rename))
                        values.putIfAbsent(value.edit().field(), value);
        return List.copyOf(values.values());
    }

    /** Only what was said of dates, times, durations and repetition, none of it guessed. */
    List<Proposed> dates(String words, Utterance utterance, Context context) {
        String anything = context.language() == Language.RU ? "Дело " : "Task ";
        return all(anything + words, utterance, context).stream()
                .filter(value -> value.provenance().said() != null).filter(value -> switch (value.edit()) {
                    case TaskEdit.Reschedule _,TaskEdit.Begin _,TaskEdit.Estimate _,TaskEdit.Repeat _,TaskEdit.Remind _ ->
                            true;
                    default -> false;
                }).toList();
    }
}
