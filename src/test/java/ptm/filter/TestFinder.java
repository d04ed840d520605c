package ptm.filter;

import ptm.TestDatabase;
import ptm.account.TestAccounts;
import ptm.task.TaskService;
import tools.jackson.databind.json.JsonMapper;

/** The services of this module without Spring, on a test's own database. */
public final class TestFinder {

    private TestFinder() {}

    public static TaskFinder on(TestDatabase database, TaskService tasks) {
        return new TaskFinder(new TaskSearch(database.jdbc()), tasks, TestAccounts.on(database).service);
    }

    public static Presets presets(TestDatabase database) {
        return new Presets(database.jdbc(), new JsonMapper());
    }
}
