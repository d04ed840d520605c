package ptm.suggestion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Page;
import ptm.filter.PageRequest;
import ptm.filter.TaskFinder;
import ptm.task.DueKind;
import ptm.task.Task;
import ptm.task.TaskId;

/** The tasks that can be suggested for a filter: what matches and is not put aside. */
@Component
class Candidates {

    /** So many are scored; of more, the most urgent and the weightiest. */
    static final int MOST = PageRequest.MAX_LIMIT;

    /** From so long before an appointment on, it can be what to do now. */
    private static final Duration ABOUT_TO_BEGIN = Duration.ofMinutes(30);

    private final TaskFinder finder;

    Candidates(TaskFinder finder) {
        this.finder = finder;
    }

    /** @param count how many there are in all */
    record Found(List<Task> tasks, long count) {}

    Found forRanking(AccountId account, Filter where, Situation situation) {
        Page soon = find(account, where, List.of(OrderKey.asc(OrderField.DUE)), situation);
        if (soon.count() <= MOST)
            return doable(where, soon.tasks(), soon.count(), situation);
        Page weighty = find(account, where, List.of(OrderKey.desc(OrderField.IMPACT)), situation);
        Map<TaskId, Task> both = new LinkedHashMap<>();
        for (int i = 0; i < MOST / 2; i++) {
            both.put(soon.tasks().get(i).id(), soon.tasks().get(i));
            both.put(weighty.tasks().get(i).id(), weighty.tasks().get(i));
        }
        return doable(where, new ArrayList<>(both.values()), soon.count(), situation);
    }

    /**
     * An appointment is kept at its time: nobody can do it earlier, so it is nothing to do now. Who asks for a day, for
     * words or for what is done wants to see it all the same.
     */
    private static Found doable(Filter where, List<Task> tasks, long count, Situation situation) {
        if (asksBeyondNow(where))
            return new Found(tasks, count);
        List<Task> doable = tasks.stream().filter(task -> !isToCome(task, situation)).toList();
        return new Found(doable, count - tasks.size() + doable.size());
    }

    private static boolean asksBeyondNow(Filter filter) {
        return !FilterSentence.goesWithoutSaying(filter) && switch (filter) {
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(Candidates::asksBeyondNow);
            case Filter.Any(List<Filter> parts) -> parts.stream().anyMatch(Candidates::asksBeyondNow);
            case Filter.Not(Filter part) -> asksBeyondNow(part);
            case Filter.Names names -> names.field() == NameField.STATUS;
            case Filter.Window _,Filter.Words _ -> true;
            case Filter.Present present -> present.field() == DateField.DUE && present.present();
            case Filter.Range _ -> false;
        };
    }

    /** Appointments that match and are still to come, the next first. */
    List<Task> toCome(AccountId account, Filter where, Situation situation) {
        return find(account, where, List.of(OrderKey.asc(OrderField.DUE)), situation).tasks().stream()
                .filter(task -> isToCome(task, situation)).toList();
    }

    static boolean isToCome(Task task, Situation situation) {
        return task.dueKind() == DueKind.AT && task.due() != null
                && task.due().startsAt(situation.zone()).isAfter(situation.now().plus(ABOUT_TO_BEGIN));
    }

    /** Everything that matches, put aside or not, in the order given. */
    Found all(AccountId account, Filter where, List<OrderKey> order, int limit, Situation situation) {
        Page page = finder.find(account, where, order, PageRequest.first(limit), situation.now(), situation.zone());
        return new Found(page.tasks(), page.count());
    }

    /** In the order the person named. */
    Found inOrder(AccountId account, Filter where, List<OrderKey> order, Situation situation) {
        Page page = find(account, where, order, situation);
        return new Found(page.tasks(), page.count());
    }

    long countAll(AccountId account, Filter where, Situation situation) {
        return finder.count(account, where, situation.now(), situation.zone());
    }

    private Page find(AccountId account, Filter where, List<OrderKey> order, Situation situation) {
        return finder.find(account, notPutAside(where), order, PageRequest.first(MOST), situation.now(),
                situation.zone());
    }

    /** What was put aside is asked for by name or not at all. */
    private static Filter notPutAside(Filter where) {
        return asksAboutPutAside(where) ? where : Filter.all(where, PUT_ASIDE_NO_LONGER);
    }

    static final Filter PUT_ASIDE_NO_LONGER = Filter.any(new Filter.Present(DateField.HIDDEN_UNTIL, false),
            new Filter.Window(DateField.HIDDEN_UNTIL, null, Moment.now()));

    private static boolean asksAboutPutAside(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(Candidates::asksAboutPutAside);
            case Filter.Any(List<Filter> parts) -> parts.stream().anyMatch(Candidates::asksAboutPutAside);
            case Filter.Not(Filter part) -> asksAboutPutAside(part);
            case Filter.Window window -> window.field() == DateField.HIDDEN_UNTIL;
            case Filter.Present present -> present.field() == DateField.HIDDEN_UNTIL;
            case Filter.Range _,Filter.Names _,Filter.Words _ -> false;
        };
    }
}
