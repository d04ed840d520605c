package ptm.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

import ptm.TestClock;
import ptm.TestDatabase;
import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.PageRequest;
import ptm.filter.TaskFinder;
import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskService;

/** What every dialogue begins with: Monday 23 November 2026, 10:00 in Berlin, no model, and somebody new. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.ForContext.class)
abstract class Dialogues {
    static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedTime {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock(MONDAY_AT_TEN);
        }
    }

    @Autowired
    ChatService chat;
    @Autowired
    ChatLog log;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    TestClock clock;
    @Autowired
    AccountService accounts;
    @Autowired
    TaskService tasks;
    @Autowired
    TaskFinder finder;
    @Autowired
    JdbcClient jdbc;

    Account person;
    Dialogue ann;

    @BeforeEach
    void somebodyNew() {
        clock.set(MONDAY_AT_TEN);
        person = person("Ann", Language.EN);
        ann = dialogue(person);
    }

    Account person(String name, Language language) {
        long id = jdbc.sql("""
                insert into account (name, role, language, zone, morning, noon, lunch, afternoon, end_of_day, evening,
                    tonight, night, quiet_from, quiet_until, created_at)
                values (:name, 'MEMBER', :language, 'Europe/Berlin', '9:00', '12:00', '13:00', '15:00', '18:00',
                    '19:00', '20:00', '22:00', '22:00', '8:00', now()) returning id""")
                .param("name", name + UUID.randomUUID()).param("language", language.name()).query(Long.class).single();
        return accounts.require(new AccountId(id));
    }

    Dialogue dialogue(Account account) {
        return new Dialogue(chat, log, transaction, clock, account);
    }

    List<Task> all(Account account) {
        return finder.find(account.id(), Filter.ALL, List.of(), PageRequest.first(100), clock.instant(), BERLIN)
                .tasks();
    }

    void set(Task task, TaskEdit edit) {
        tasks.edit(task.key(), null, List.of(new Proposed(edit, Provenance.user(MONDAY_AT_TEN))), ChangeSetId.random());
    }

    /** The one task whose title begins so. */
    Task task(String beginning) {
        return all(person).stream().filter(task -> task.title().startsWith(beginning)).findFirst().orElseThrow();
    }
}
