package ptm.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import com.ibm.icu.text.Collator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ptm.TestDatabase;
import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TestAccounts;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskId;

/** Questions against a real database. Prints its seeds; {@code -Dptm.seed=…} repeats a run. */
class TaskFinderIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata",
            "Australia/Lord_Howe", "Pacific/Apia", "Asia/Beirut", "UTC");
    private long ids = 1_000;

    private final long seed = Long.getLong("ptm.seed", System.nanoTime());
    private final TaskSearch search = new TaskSearch(database.jdbc());
    private final AccountId account = TestAccounts.member(database.jdbc());

    /** Ten places and days of the year, some where clocks change; a hundred tasks and thirty filters each. */
    @Test
    void thirtyThousandPairsOfFilterAndTaskAgreeWithTheNaiveEvaluator() {
        System.out.println("TaskFinderIT pairs: seed " + seed);
        Random random = new Random(seed);
        List<LocalDate> days = List.of(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 10, 25), LocalDate.of(2026, 11, 1), LocalDate.of(2027, 1, 31),
                LocalDate.of(2026, 4, 5), LocalDate.of(2028, 2, 29), LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 12, 31), LocalDate.of(2026, 10, 4));
        int pairs = 0;
        int held = 0;
        for (LocalDate day : days) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant now = day.atTime(LocalTime.of(random.nextInt(24), random.nextInt(60))).atZone(zone).toInstant();
            AccountId person = TestAccounts.member(database.jdbc());
            List<Task> tasks = tasks(random, day, person, 100);
            NaiveEvaluator naive = new NaiveEvaluator(now, zone);
            TestFilters filters = new TestFilters(random, day);
            for (int i = 0; i < 30; i++) {
                Filter filter = i % 4 == 0 ? filters.predicate() : filters.filter(3);
                List<TaskId> expected = tasks.stream().filter(task -> naive.holds(filter, task)).map(Task::id).toList();
                assertThat(ids(person, filter, List.of(), now, zone)).as("seed %d, %s at %s in %s", seed,
                        FilterText.print(filter), now, zone).isEqualTo(expected);
                pairs += tasks.size();
                held += expected.size();
            }
        }
        System.out.printf("TaskFinderIT pairs: %,d asked, %,d held%n", pairs, held);
        assertThat(pairs).isEqualTo(30_000);
        assertThat(held).isBetween(pairs / 20, pairs * 19 / 20);
    }

    @Test
    void pagesAreInOrderAndStableUnderTies() {
        System.out.println("TaskFinderIT pages: seed " + seed);
        Random random = new Random(seed);
        LocalDate day = LocalDate.of(2026, 11, 24);
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        List<Task> tasks = tasks(random, day, account, 150);
        TestFilters filters = new TestFilters(random, day);
        for (int i = 0; i < 60; i++) {
            Language language = Language.values()[i % 2];
            List<OrderKey> order = filters.order(false);
            Comparator<String> alphabet = alphabet(language);
            List<TaskId> expected = tasks.stream().sorted(new NaiveEvaluator(now, BERLIN).by(order, alphabet))
                    .map(Task::id).toList();
            assertThat(byPages(order, 1 + random.nextInt(40), language, now)).as("seed %d, %s %s", seed, order,
                    language).isEqualTo(expected);
        }
    }

    /** The alphabet of the language, as ICU has it; texts that it holds equal by their code points. */
    private static Comparator<String> alphabet(Language language) {
        Collator collator = Collator.getInstance(Locale.of(language.code()));
        return ((Comparator<String>) collator::compare).thenComparing(Comparator.naturalOrder());
    }

    private List<TaskId> byPages(List<OrderKey> order, int limit, Language language, Instant now) {
        List<TaskId> all = new ArrayList<>();
        String cursor = null;
        do {
            TaskSearch.Ids page = search.find(account, Filter.ALL, order, new PageRequest(limit, cursor), language, now,
                    BERLIN);
            assertThat(page.ids()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.ids());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void aCursorIsGoodForItsOrderAlone() {
        tasks(new Random(1), LocalDate.of(2026, 11, 24), account, 5);
        List<OrderKey> byDue = List.of(OrderKey.asc(OrderField.DUE));
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        String cursor = search.find(account, Filter.ALL, byDue, PageRequest.first(2), Language.EN, now, BERLIN).next();
        assertThat(cursor).isNotNull();
        String changed = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
        for (String bad : List.of(changed, "", "?", "AAAA", cursor.substring(4)))
            assertRefused("/cursor", byDue, new PageRequest(2, bad));
        assertRefused("/cursor", List.of(OrderKey.desc(OrderField.DUE)), new PageRequest(2, cursor));
        assertRefused("/limit", byDue, PageRequest.first(0));
        assertRefused("/limit", byDue, PageRequest.first(501));
        assertRefused("/order", List.of(OrderKey.desc(OrderField.FIT)), PageRequest.first(2));
    }

    private void assertRefused(String pointer, List<OrderKey> order, PageRequest page) {
        FilterError error = catchThrowableOfType(FilterError.class, () -> search.find(account, Filter.ALL, order, page,
                Language.EN, Instant.EPOCH, BERLIN));
        assertThat(error).isNotNull();
        assertThat(error.pointer()).isEqualTo(pointer);
    }

    @Test
    void anotherPersonsTasksAndDeletedOnesAreNeverFound() {
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        AccountId other = TestAccounts.member(database.jdbc());
        List<Task> tasks = tasks(new Random(2), LocalDate.of(2026, 11, 24), other, 3);
        database.jdbc().sql("update task set deleted_at = now() where account_id = ? and id = ?").param(other.value())
                .param(tasks.getFirst().id().value()).update();
        assertThat(ids(account, Filter.ALL, List.of(), now, BERLIN)).isEmpty();
        assertThat(search.count(account, Filter.ALL, now, BERLIN)).isZero();
        assertThat(search.count(other, Filter.ALL, now, BERLIN)).isEqualTo(2);
        assertThat(search.holds(other, tasks.getFirst().id(), Filter.ALL, now, BERLIN)).isFalse();
        assertThat(search.holds(account, tasks.getLast().id(), Filter.ALL, now, BERLIN)).isFalse();
        assertThat(search.holds(other, tasks.getLast().id(), Filter.ALL, now, BERLIN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Renew the passports in March         | passport            | true
            Renew the passport                   | Passports           | true
            Buy batteries                        | battery             | true
            Was running late                     | run                 | true
            Was running late                     | runs                | true
            Renew the passport                   | pass                | true
            Renew the passport                   | port                | false
            Написать маме про дачу               | мама                | true
            Написать маме про дачу               | дачей               | true
            Починить стиральную машину           | машина              | true
            Починить стиральную машину           | стирал              | true
            Купить ёлку                          | елка                | true
            Купить елку                          | ЁЛКИ                | true
            Отменить подписки                    | подписка отмена     | false
            Отменить подписки                    | подписка отменить   | true
            Позвонить в банк                     | в                   | true
            Sing "To be or not to be"            | to be not           | true
            Sing "To be or not to be"            | "not to be"         | true
            Sing "To be or not to be"            | "be not"            | false
            Find the tax forms                   | "tax form"          | true
            Taxi form                            | "tax form"          | false
            Оплатить налоговые вычеты            | "налоговый вычет"   | true
            Купить iPhone case для мамы          | "iphone case" мамой | true
            Write to anna.b@mail.example.org     | mail anna           | true
            See https://example.org/path?x=1     | example path        | true
            Ship release 2.10                    | 2.10                | true
            Buy C++ book                         | c++ book            | true
            Call re-insurance                    | insurance           | true
            Café visit                           | café                | true
            Anything                             | 🎉                  | false
            Anything                             | % _ \\ : & ! *       | false
            """)
    void wordsAreFoundInAnyForm(String title, String text, boolean found) {
        Task task = withWords(title, "", List.of());
        assertThat(holds(task, new Filter.Words(text))).isEqualTo(found);
    }

    @Test
    void wordsAreFoundInDescriptionSourceAndSteps() {
        Task task = withWords("Move", "with boxes", List.of(Step.titled("Заказать грузовик")));
        assertThat(holds(task, new Filter.Words("box грузовика said"))).isTrue();
        assertThat(holds(task, new Filter.Words("\"move with\""))).isFalse();
        database.jdbc().sql("update task set subtasks = '[]' where account_id = ? and id = ?").param(account.value())
                .param(task.id().value()).update();
        assertThat(holds(task, new Filter.Words("грузовик"))).isFalse();
    }

    @Test
    void aVeryLongTextCanBeKeptAndFound() {
        String words = Stream.iterate(10_000, i -> i + 1).limit(20_000).map(i -> "слово" + i)
                .reduce(new StringBuilder(), (all, word) -> all.append(word).append(' '), StringBuilder::append)
                .toString();
        Task task = withWords("Read", words, List.of());
        assertThat(holds(task, new Filter.Words("слово10123"))).isTrue();
        assertThat(holds(withWords("x".repeat(200), "y".repeat(100_000), List.of()), new Filter.Words("xxx"))).isTrue();
    }

    @Test
    void presetsAreKeptPerPerson() {
        Presets presets = new Presets(database.jdbc(), new tools.jackson.databind.json.JsonMapper());
        AccountId owner = account;
        AccountId other = TestAccounts.member(database.jdbc());
        Preset saved = presets.save(owner, new Preset(null, "Бумаги", "papers please",
                FilterText.parse("theme:Бумаги due<=today+7d").where(), List.of(OrderKey.desc(OrderField.FIT)), 3,
                false));
        assertThat(presets.find(owner, saved.id())).contains(saved);
        Preset pinned = presets.save(owner, new Preset(null, "Zzz", null, Filter.ALL, List.of(), null, true));
        assertThat(presets.list(owner)).containsExactly(pinned, saved);
        Preset renamed = presets.save(owner, new Preset(saved.id(), "Papers", null, Filter.OPEN, List.of(), null,
                false));
        assertThat(presets.list(owner)).containsExactly(pinned, renamed);
        assertThat(presets.find(other, saved.id())).isEmpty();
        assertThat(presets.delete(other, saved.id())).isFalse();
        assertThat(presets.delete(owner, saved.id())).isTrue();
        assertThat(presets.list(owner)).containsExactly(pinned);
    }

    private List<Task> tasks(Random random, LocalDate day, AccountId person, int count) {
        TestTaskRows rows = new TestTaskRows(random, day);
        List<Task> tasks = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            tasks.add(rows.task(person, id));
            TestTaskRows.insert(database.jdbc(), tasks.getLast());
        }
        return tasks;
    }

    private Task withWords(String title, String description, List<Step> steps) {
        Task any = new TestTaskRows(new Random(3), LocalDate.of(2026, 11, 24)).task(account, ids++);
        Task task = new Task(any.key(), 1, any.status(), "said so", title, description, "", any.createdAt(), null, null,
                null, any.dueKind(), null, 0, any.scales(), "", "", any.labels(), any.reasons(), steps, List.of(), null,
                "", null, any.repeatFrom(), List.of(), List.of(), any.provenance(), null, null);
        TestTaskRows.insert(database.jdbc(), task);
        return task;
    }

    private boolean holds(Task task, Filter filter) {
        return search.holds(account, task.id(), filter, Instant.EPOCH, BERLIN);
    }

    private List<TaskId> ids(AccountId person, Filter filter, List<OrderKey> order, Instant now, ZoneId zone) {
        @Nullable
        String none = null;
        return search.find(person, filter, order, new PageRequest(500, none), Language.EN, now, zone).ids();
    }
}
