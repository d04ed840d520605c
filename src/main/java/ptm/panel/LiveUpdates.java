package ptm.panel;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.Admission;
import ptm.account.AdmissionDecided;
import ptm.account.SessionEnded;
import ptm.enrichment.EnrichmentProgressed;
import ptm.task.Task;
import ptm.task.TaskChanged;
import ptm.task.TasksCaptured;

/** Tells the open panels of a person, and of nobody else, what was changed, once it is committed. */
@Component
class LiveUpdates {
    /** Of more tasks than this at once, panels fetch the list anew. */
    private static final int MOST_TOLD_ONE_BY_ONE = 200;

    private final Map<AccountId, Set<OpenSocket>> sockets = new ConcurrentHashMap<>();
    private final AccountService accounts;
    private final Clock clock;

    LiveUpdates(AccountService accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    void add(OpenSocket socket) {
        sockets.computeIfAbsent(socket.holder().account(), account -> ConcurrentHashMap.newKeySet()).add(socket);
    }

    void remove(OpenSocket socket) {
        sockets.computeIfPresent(socket.holder().account(), (account, open) -> {
            open.remove(socket);
            return open.isEmpty() ? null : open;
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TasksCaptured captured) {
        if (captured.tasks().size() > MOST_TOLD_ONE_BY_ONE)
            reload(captured.account());
        else
            tell(captured.account(), captured.tasks());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TaskChanged changed) {
        tell(changed.account(), List.of(changed.after()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(EnrichmentProgressed progress) {
        Map<String, Object> event = event("enrichment.progressed");
        event.put("changeSet", progress.changeSet().toString());
        event.put("done", progress.done());
        event.put("total", progress.total());
        event.put("stopped", progress.stopped());
        send(progress.account(), event);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SessionEnded ended) {
        close(ended.account(), socket -> ended.session().equals(socket.holder().session()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AdmissionDecided decided) {
        if (decided.decision() == Admission.BLOCKED)
            close(decided.person().id(), socket -> true);
    }

    private void close(AccountId account, Predicate<OpenSocket> which) {
        sockets.getOrDefault(account, Set.of()).stream().filter(which)
                .forEach(socket -> socket.close(OpenSocket.SIGNED_OUT));
    }

    private void tell(AccountId account, List<Task> tasks) {
        if (!sockets.containsKey(account))
            return;
        ZoneId zone = accounts.zoneOf(account);
        for (Task task : tasks) {
            Map<String, Object> event = event(task.deletedAt() == null ? "task.changed" : "task.deleted");
            event.put("task", TaskView.of(task, clock.instant(), zone));
            send(account, event);
        }
    }

    /** Tells that so much changed that the lists are to be fetched anew. */
    void reload(AccountId account) {
        send(account, event("tasks.changed"));
    }

    private static Map<String, Object> event(String type) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        return event;
    }

    /** Sends an event, a map with a {@code type}, to the person's open panels. */
    void send(AccountId account, Map<String, Object> event) {
        Set<OpenSocket> open = sockets.getOrDefault(account, Set.of());
        if (open.isEmpty())
            return;
        String json = PanelConfiguration.JSON.writeValueAsString(event);
        open.forEach(socket -> socket.send(json));
    }
}
