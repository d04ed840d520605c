package ptm.understanding.llm;

import java.util.ArrayList;
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

/** What the built-in engine reads and guesses from the words that a model cites for one task. */
final class SaidValues {
    private final Interpreter builtin;

    SaidValues(Interpreter builtin) {
        this.builtin = builtin;
    }

    /**
     * Every value but the title, the description and the steps, which are the model's to say.
     *
     * @param title what is to be done
     * @param words where that comes from
     * @param when  all that was said of its dates, times, durations and repetition; nothing else gives one
     */
    List<Proposed> all(String title, String words, String when, Utterance utterance, Context context) {
        Map<Field, Proposed> values = new EnumMap<>(Field.class);
        for (Proposed value : read(title, utterance, context))
            if (!isTime(value) || value.provenance().said() == null)
                values.put(value.edit().field(), value);
        for (Proposed value : read(words, utterance, context))
            if (value.edit() instanceof TaskEdit.Attach || value.edit() instanceof TaskEdit.Relabel
                    && value.provenance().said() != null)
                values.put(value.edit().field(), value);
        if (!when.isBlank())
            for (Proposed value : times(title, when, utterance, context))
                values.put(value.edit().field(), value);
        values.keySet().removeAll(List.of(Field.TITLE, Field.DESCRIPTION, Field.SUBTASKS));
        return List.copyOf(values.values());
    }

    /** Dates read beside the title, since a meeting has its time where a report is due; else beside no title at all. */
    private List<Proposed> times(String title, String when, Utterance utterance, Context context) {
        List<Proposed> beside = read(title + " " + when, utterance, context).stream()
                .filter(value -> isTime(value) && isIn(value, when)).toList();
        List<Proposed> alone = dates(when, utterance, context);
        List<Proposed> all = new ArrayList<>(alone);
        for (Proposed value : beside)
            all.removeIf(other -> other.edit().field() == value.edit().field());
        all.addAll(beside);
        return all;
    }

    private static boolean isIn(Proposed value, String when) {
        String said = value.provenance().said();
        return said != null && Texts.folded(when).contains(Texts.folded(said));
    }

    /** Only what was said of dates, times, durations and repetition, none of it guessed. */
    List<Proposed> dates(String words, Utterance utterance, Context context) {
        String anything = Texts.language(words + utterance.text()) == Language.RU ? "Дело " : "Task ";
        return read(anything + words, utterance, context).stream()
                .filter(value -> value.provenance().said() != null && isTime(value)).toList();
    }

    private static boolean isTime(Proposed value) {
        return switch (value.edit()) {
            case TaskEdit.Reschedule _,TaskEdit.Begin _,TaskEdit.Estimate _,TaskEdit.Repeat _,TaskEdit.Remind _,TaskEdit.Review _,TaskEdit.Hide _ ->
                    true;
            default -> false;
        };
    }

    /** Of words that look like several tasks the first value of each field. */
    private List<Proposed> read(String words, Utterance utterance, Context context) {
        // forwarded words can be nothing but drafts, whatever they look like
        Utterance cited = new Utterance(words, utterance.at(), Origin.FORWARDED);
        Map<Field, Proposed> values = new EnumMap<>(Field.class);
        if (builtin.interpret(cited, context).intent() instanceof Intent.Capture(List<TaskDraft> drafts))
            for (TaskDraft draft : drafts)
                for (Proposed value : draft.values())
                    values.putIfAbsent(value.edit().field(), value);
        return List.copyOf(values.values());
    }
}
