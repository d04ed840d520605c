package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.List;

import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.understanding.Utterance;

/** Keeps what is left of a dump that holds too many tasks: whole, in the descriptions of as few as can hold it. */
final class Overflow {
    /** What a description takes. */
    private static final int TEXT = 20_000;
    private static final int TITLE = 60;

    private Overflow() {}

    /** @param from char offset of the first task that is none of its own */
    static List<TaskDraft> of(Utterance utterance, int from) {
        String text = utterance.text();
        List<TaskDraft> drafts = new ArrayList<>();
        for (int at = from; at < text.length();) {
            int end = end(text, at);
            String part = text.substring(at, end).strip();
            if (!part.isEmpty())
                drafts.add(draft(part, utterance));
            at = end;
        }
        return drafts;
    }

    /** At a line's end if there is one, else between two words, else anywhere but within a character. */
    private static int end(String text, int from) {
        if (text.length() - from <= TEXT)
            return text.length();
        int line = text.lastIndexOf('\n', from + TEXT);
        int space = text.lastIndexOf(' ', from + TEXT);
        int end = line > from + TEXT / 2 ? line : space > from ? space : from + TEXT;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    private static TaskDraft draft(String part, Utterance utterance) {
        int space = part.lastIndexOf(' ', TITLE);
        String first = part.lines().findFirst().orElse(part);
        String title = first.length() <= TITLE ? first : first.substring(0, space > 0 ? space : TITLE);
        Provenance said = Provenance.said(utterance.at(), 1, part);
        return new TaskDraft(part, List.of(new Proposed(new TaskEdit.Rename(title.strip() + " …"), said),
                new Proposed(new TaskEdit.Describe(Field.DESCRIPTION, part), said)));
    }
}
