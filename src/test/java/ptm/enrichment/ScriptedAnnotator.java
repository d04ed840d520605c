package ptm.enrichment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import ptm.account.Account;
import ptm.task.Proposed;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.understanding.Annotator;
import ptm.understanding.Vocabulary;

/** An engine that says of each task what a test tells it to, and remembers what it was asked. */
class ScriptedAnnotator implements Annotator {
    final List<List<String>> asked = new CopyOnWriteArrayList<>();
    /** What happens when it is asked about tasks of these titles, before it answers. */
    volatile java.util.function.Consumer<List<String>> onAsked = _ -> {};
    volatile Function<Task, List<Proposed>> says = _ -> List.of();
    private final Set<Long> people = ConcurrentHashMap.newKeySet();

    @Override
    public Map<TaskId, List<Proposed>> annotate(Account account, List<Task> tasks, Vocabulary vocabulary,
            List<Task> lessons) {
        people.add(account.id().value());
        List<String> titles = tasks.stream().map(Task::title).toList();
        asked.add(new ArrayList<>(titles));
        onAsked.accept(titles);
        Map<TaskId, List<Proposed>> said = new LinkedHashMap<>();
        tasks.forEach(task -> said.put(task.id(), says.apply(task)));
        return said;
    }
}
