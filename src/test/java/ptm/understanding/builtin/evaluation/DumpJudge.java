package ptm.understanding.builtin.evaluation;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ptm.account.Language;
import ptm.task.Task;
import ptm.understanding.Interpretation;
import tools.jackson.databind.JsonNode;

/** Which tasks a text was cut into, and whether each has what was said about it. */
final class DumpJudge {
    private final ZonedDateTime now;
    private final Map<Language, int[]> counts = new HashMap<>();

    DumpJudge(ZonedDateTime now) {
        this.now = now;
    }

    /** A way to cut the text, and which draft is which of its tasks. */
    private record Cut(List<JsonNode> tasks, Map<Integer, Integer> found) {
        double value(int drafts) {
            return found.isEmpty() ? 0 : 2.0 * found.size() / (drafts + tasks.size());
        }
    }

    void judge(EvaluationText text, Interpretation read, List<Task> drafts, Tally tally) {
        Cut cut = cut(text.json().required("tasks"), drafts);
        for (JsonNode other : text.json().path("or")) {
            Cut next = cut(other, drafts);
            if (next.value(drafts.size()) > cut.value(drafts.size()))
                cut = next;
        }
        int[] count = counts.computeIfAbsent(text.language(), _ -> new int[2]);
        count[0] += 2 * cut.found().size();
        count[1] += drafts.size() + cut.tasks().size();
        boolean isWhole = cut.found().size() == drafts.size() && drafts.size() == cut.tasks().size();
        tally.add("dumps cut without a fault", text.language(), isWhole, read.confidence());
        if (!isWhole)
            tally.fail(text.words(), "cut into " + drafts.stream().map(Task::title).toList());
        List<JsonNode> tasks = cut.tasks();
        cut.found().forEach(new Checks(text, tasks, drafts, read, tally)::of);
        strangers(text, cut, drafts, read, tally);
    }

    /** 0 to 1, over all texts of the language that were judged. */
    double f1(Language language) {
        int[] count = counts.getOrDefault(language, new int[2]);
        return count[1] == 0 ? 1 : (double) count[0] / count[1];
    }

    /** A task is found when one draft alone holds its words, and holds no other task's. */
    private static Cut cut(JsonNode wanted, List<Task> drafts) {
        List<JsonNode> tasks = wanted.valueStream().toList();
        List<Set<Integer>> hits = new ArrayList<>();
        for (JsonNode task : tasks) {
            Set<Integer> hit = new HashSet<>();
            for (int i = 0; i < drafts.size(); i++)
                if (DraftJudge.holds(task.required("words"), drafts.get(i)))
                    hit.add(i);
            hits.add(hit);
        }
        Map<Integer, Integer> found = new HashMap<>();
        for (int k = 0; k < hits.size(); k++) {
            int own = k;
            if (hits.get(k).size() != 1)
                continue;
            int draft = hits.get(k).iterator().next();
            boolean isShared = false;
            for (int j = 0; j < hits.size(); j++)
                isShared |= j != own && hits.get(j).contains(draft);
            if (!isShared)
                found.put(k, draft);
        }
        return new Cut(tasks, found);
    }

    private static void strangers(EvaluationText text, Cut cut, List<Task> drafts, Interpretation read, Tally tally) {
        for (JsonNode word : text.json().path("notTasks")) {
            boolean isOut = true;
            for (int i = 0; i < drafts.size(); i++)
                isOut &= cut.found().containsValue(i)
                        || !DraftJudge.plain(drafts.get(i).title()).contains(DraftJudge.plain(word.asString()));
            tally.add("dumps, kept out what is no task", text.language(), isOut, read.confidence());
            if (!isOut)
                tally.fail(text.words(), "became a task: " + word.asString());
        }
    }

    private final class Checks {
        private final EvaluationText text;
        private final List<JsonNode> tasks;
        private final List<Task> drafts;
        private final Interpretation read;
        private final Tally tally;

        Checks(EvaluationText text, List<JsonNode> tasks, List<Task> drafts, Interpretation read, Tally tally) {
            this.text = text;
            this.tasks = tasks;
            this.drafts = drafts;
            this.read = read;
            this.tally = tally;
        }

        void of(int task, int draft) {
            JsonNode wanted = tasks.get(task);
            Task given = drafts.get(draft);
            if (wanted.has("due"))
                note("dumps, date", DraftJudge.isWhen(wanted.get("due"), given.due(), now.getZone()), given);
            if (wanted.has("start"))
                note("dumps, date", DraftJudge.isWhen(wanted.get("start"), given.start(), now.getZone()), given);
            if (wanted.has("minutes"))
                note("dumps, duration", DraftJudge.isLong(wanted.get("minutes"), given.minutes()), given);
            if (wanted.has("repeat"))
                note("dumps, repeat", wanted.get("repeat").valueStream()
                        .anyMatch(rule -> DraftJudge.isRule(rule.asString(), given.repeat())), given);
            if (wanted.has("subtasks"))
                note("dumps, steps", given.subtasks().size() == wanted.get("subtasks").asInt(), given);
        }

        private void note(String what, boolean isRight, Task given) {
            tally.add(what, text.language(), isRight, read.confidence());
            if (!isRight)
                tally.fail(text.words(), what + " of " + given.title());
        }
    }
}
