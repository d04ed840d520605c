package ptm.understanding.builtin;

import java.util.ArrayList;
import java.util.List;

import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.understanding.Context;
import ptm.understanding.Utterance;

/** Cuts a dump into drafts at lines, bullets and commas. */
final class DraftReader {

    private static final int MAX_TITLE = 200;

    List<TaskDraft> read(Utterance utterance, Context context) {
        List<TaskDraft> drafts = new ArrayList<>();
        for (String line : utterance.text().split("\\R"))
            for (String part : line.split("[,;]\\s+")) {
                String words = part.strip();
                String title = words.replaceFirst("^(?:[-*•–—]|\\d{1,2}[.)])\\s*", "").strip();
                if (title.codePoints().anyMatch(Character::isLetterOrDigit))
                    drafts.add(new TaskDraft(words, List.of(new Proposed(new TaskEdit.Rename(shortened(title)),
                            Provenance.said(utterance.at(), 0.5, words)))));
            }
        return drafts;
    }

    private static String shortened(String title) {
        String first = title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
        return first.length() <= MAX_TITLE ? first : first.substring(0, MAX_TITLE - 1) + "…";
    }
}
