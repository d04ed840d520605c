package ptm.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

import ptm.TestDatabase;
import ptm.account.AccountId;
import ptm.account.TestAccounts;

/** Tasks to test with, and the services of this module without Spring on a test's own database. */
public final class TestTasks {
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    public final TaskService service;
    public final WorkLog workLog;
    /** What was published, the oldest first. */
    public final List<Object> events = new ArrayList<>();

    private TestTasks(TestDatabase database, Clock clock) {
        JdbcClient jdbc = database.jdbc();
        var batch = new NamedParameterJdbcTemplate(database.dataSource());
        var tasks = new Tasks(jdbc, batch);
        var changes = new Changes(jdbc, batch);
        var sessions = new WorkSessions(jdbc);
        var writer = new TaskWriter(tasks, changes, events::add);
        var editing = new TaskEditing(tasks, writer, sessions, TestAccounts.on(database).service, clock);
        service = transactional(database, new TaskService(tasks, changes, new Themes(jdbc), writer, editing,
                new TaskUndo(tasks, changes, writer, sessions, clock), new TaskImport(tasks, writer, clock), clock));
        workLog = transactional(database, new WorkLog(sessions, tasks, writer, clock));
    }

    public static TestTasks on(TestDatabase database, Clock clock) {
        return new TestTasks(database, clock);
    }

    /** The service behind the proxy that Spring would put before it, so that its transactions are real. */
    private static <T> T transactional(TestDatabase database, T service) {
        var proxy = new ProxyFactory(service);
        proxy.setProxyTargetClass(true);
        TransactionManager transactions = database.transaction().getTransactionManager();
        proxy.addAdvice(new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource()));
        @SuppressWarnings("unchecked")
        T proxied = (T) proxy.getProxy();
        return proxied;
    }

    /** Saves a task of that title with values set by the person. */
    public Task add(AccountId account, String title, TaskEdit... values) {
        return service.add(account, List.of(draft(title, values)), ChangeSetId.random()).getFirst();
    }

    /** The person edits a task, in a change set of its own. */
    public Task edit(Task task, TaskEdit... edits) {
        return service.edit(task.key(), null, byUser(edits), ChangeSetId.random());
    }

    public static TaskDraft draft(String title, TaskEdit... values) {
        List<TaskEdit> all = new ArrayList<>(List.of(new TaskEdit.Rename(title)));
        all.addAll(Arrays.asList(values));
        return new TaskDraft(title, byUser(all.toArray(TaskEdit[]::new)));
    }

    /** A task that is stored nowhere, with values set by the person. */
    public static Task aTask(TaskEdit... values) {
        return Drafting.task(TaskKey.of(new AccountId(1), 1), draft("Buy milk", values), NOW);
    }

    public static List<Proposed> byUser(TaskEdit... edits) {
        return Arrays.stream(edits).map(edit -> new Proposed(edit, Provenance.user(NOW))).toList();
    }

    public static Proposed byModel(TaskEdit edit) {
        return new Proposed(edit, Provenance.model(NOW, 0.9, "a reason", null));
    }

    public static Proposed guessed(TaskEdit edit) {
        return new Proposed(edit, Provenance.guessed(NOW, 0.6));
    }

    public static Proposed said(TaskEdit edit, String words) {
        return new Proposed(edit, Provenance.said(NOW, 0.97, words));
    }
}
