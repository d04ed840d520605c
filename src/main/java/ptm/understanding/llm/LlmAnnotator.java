package ptm.understanding.llm;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ptm.account.Account;
import ptm.task.Proposed;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.understanding.Annotator;
import ptm.understanding.Vocabulary;
import ptm.understanding.llm.TasksAnswer.About;

/** Asks a model what tasks imply, and believes only what the contract allows. */
final class LlmAnnotator implements Annotator {
    /** Characters that are said of one task. */
    private static final int ANSWER_LENGTH = 1_500;
    private static final int NAMES = 40;

    private final TaskReader reader;
    private final ModelCall model;
    private final Refusals refusals;
    private final Clock clock;

    LlmAnnotator(TaskReader reader, ModelCall model, Refusals refusals, Clock clock) {
        this.reader = reader;
        this.model = model;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public Map<TaskId, List<Proposed>> annotate(Account account, List<Task> tasks, Vocabulary vocabulary,
            List<Task> lessons) {
        ZoneId zone = account.zone() == null ? clock.getZone() : account.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        String list = TasksQuestion.listed(tasks, zone);
        TasksAnswer answer = model.ask(account.id(), list.length() + tasks.size() * ANSWER_LENGTH,
                () -> reader.read(Prompts.day(today), names(vocabulary.themes()), names(vocabulary.contexts()),
                        TasksQuestion.examples(lessons, tasks), list));
        AboutReader checked = new AboutReader(refusals, vocabulary, clock.instant());
        Map<TaskId, List<Proposed>> found = new LinkedHashMap<>();
        for (About about : answer.tasks() == null ? List.<About>of() : answer.tasks()) {
            boolean isOne = about != null && about.number() != null && about.number() >= 1
                    && about.number() <= tasks.size();
            refusals.countIf(!isOne, "number");
            if (isOne && about != null && about.number() != null) {
                Task task = tasks.get(about.number() - 1);
                if (!found.containsKey(task.id()))
                    found.put(task.id(),
                            new GroundedValues(task, vocabulary.themes(), refusals).of(checked.read(about, task)));
            }
        }
        return found;
    }

    private static String names(List<String> names) {
        return Prompts.names(names.stream().limit(NAMES).map(Prompts::line).toList());
    }
}
