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
import ptm.filter.Moment;
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
            return withoutAppointmentsToCome(soon, situation);
        Page weighty = find(account, where, List.of(OrderKey.desc(OrderField.IMPACT)), situation);
        Map<TaskId, Task> both = new LinkedHashMap<>();
        for (int i = 0; i < MOST / 2; i++) {
            both.put(soon.tasks().get(i).id(), soon.tasks().get(i));
            both.put(weighty.tasks().get(i).id(), weighty.tasks().get(i));
        }
        return new Found(new ArrayList<>(both.values()), soon.count());
    }

    /** An appointment is kept at its time: nobody can do it earlier. */
    private static Found withoutAppointmentsToCome(Page page, Situation situation) {
        List<Task> doable = page.tasks().stream().filter(task -> !isToCome(task, situation)).toList();
        return new Found(doable, page.count() - page.tasks().size() + doable.size());
    }

    private static boolean isToCome(Task task, Situation situation) {
        return task.dueKind() == DueKind.AT && task.due() != null
                && task.due().startsAt(situation.zone()).isAfter(situation.now().plus(ABOUT_TO_BEGIN));
    }

    /** In the order the person named. */
    Found inOrder(AccountId account, Filter where, List<OrderKey> order, Situation situation) {
        Page page = find(account, where, order, situation);
        return new Found(page.tasks(), page.count());
    }

    long count(AccountId account, Filter where, Situation situation) {
        return finder.count(account, notPutAside(where), situation.now(), situation.zone());
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
