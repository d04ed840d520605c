package ptm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ptm.task.TestTasks.NOW;
import static ptm.task.TestTasks.byModel;
import static ptm.task.TestTasks.byUser;
import static ptm.task.TestTasks.draft;
import static ptm.task.TestTasks.guessed;
import static ptm.task.TestTasks.said;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;
import ptm.account.AccountId;
import ptm.account.TestAccounts;

class TaskServiceIT {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final When FRIDAY = new When.Day(LocalDate.of(2026, 11, 27));

    private final TestTasks ptm = at(NOW);
    private final TaskService service = ptm.service;
    private AccountId dina = new AccountId(0);

    @BeforeEach
    void somebodyNew() {
        dina = TestAccounts.member(database.jdbc());
    }

    @Test
    void everyFieldIsStoredAndFoundAgain() {
        List<TaskEdit> values = new ArrayList<>(List.of(new TaskEdit.Begin(new When.Moment(NOW)),
                new TaskEdit.Reschedule(FRIDAY, DueKind.AT), new TaskEdit.Estimate(120),
                new TaskEdit.Relabel(Label.THEMES, List.of("work", "«Ёлка», \"a, b\""), Map.of("work", "it says so")),
                new TaskEdit.Relabel(Label.ACTIVITIES, List.of("creative"), Map.of()),
                new TaskEdit.Relabel(Label.CONTEXTS, List.of("computer", "garage"), Map.of()),
                new TaskEdit.Plan(List.of(new Step(0, "Outline", "d", "i", "m", 20, true))),
                new TaskEdit.Review(List.of(FRIDAY, new When.Moment(NOW))), new TaskEdit.Hide(NOW),
                new TaskEdit.Repeat("FREQ=WEEKLY", RepeatFrom.DONE), new TaskEdit.Remind(List.of(NOW)),
                new TaskEdit.Attach(List.of(new Link("https://example.org/?a=1", "Ex"))),
                new TaskEdit.Lock(Field.DUE, true)));
        for (Field text : List.of(Field.DESCRIPTION, Field.MOTIVATION, Field.RISK_REASON, Field.RISK_MITIGATION,
                Field.WAITS_FOR))
            values.add(new TaskEdit.Describe(text, text + " 👍 with 'quotes' and \\"));
        for (Scale scale : Scale.values())
            values.add(new TaskEdit.Rate(scale, scale.ordinal() % 4));
        Task added = ptm.add(dina, "Finish the slides", values.toArray(TaskEdit[]::new));
        assertThat(service.find(added.key())).contains(added);
        assertThat(service.findAll(dina, List.of(new TaskId(0), added.id()))).containsExactly(added);
        assertThat(added.provenance().get(Field.DUE).locked()).isTrue();
    }

    @Test
    void aTaskIsTheSameBeforeItIsStoredAndAfter() {
        Instant fine = NOW.plusNanos(123_456_789);
        Task added = at(fine).add(dina, "Call the bank", new TaskEdit.Complete());
        assertThat(service.find(added.key())).contains(added);
    }

    @Test
    void aStrangersTaskIsNotFound() {
        Task task = ptm.add(dina, "Call the bank");
        TaskKey stranger = new TaskKey(TestAccounts.member(database.jdbc()), task.id());
        assertThat(service.find(stranger)).isEmpty();
        assertThat(service.history(stranger)).isEmpty();
        assertThatExceptionOfType(TaskNotFound.class)
                .isThrownBy(() -> service.edit(stranger, null, byUser(new TaskEdit.Delete()), ChangeSetId.random()));
        assertThatExceptionOfType(TaskNotFound.class).isThrownBy(() -> ptm.workLog.start(stranger));
        long change = service.history(task.key()).getFirst().id();
        assertThat(service.undoChange(stranger.account(), change).isEmpty()).isTrue();
        assertThat(service.find(task.key())).contains(task);
    }

    @Test
    void aStaleEditIsRefused() {
        Task task = ptm.add(dina, "Call the bank");
        Task edited = ptm.edit(task, new TaskEdit.Estimate(10));
        assertThat(edited.version()).isEqualTo(task.version() + 1);
        assertThatExceptionOfType(StaleTask.class).isThrownBy(() -> service.edit(task.key(), task.version(),
                byUser(new TaskEdit.Estimate(20)), ChangeSetId.random()));
        assertThat(service.require(task.key()).minutes()).isEqualTo(10);
    }

    @Test
    void anEditOrAllOfItsValuesAreRefused() {
        Task task = ptm.add(dina, "Call the bank");
        assertThatExceptionOfType(RefusedValue.class)
                .isThrownBy(() -> ptm.edit(task, new TaskEdit.Rename("Call"), new TaskEdit.Estimate(-1)));
        assertThat(service.require(task.key())).isEqualTo(task);
    }

    @Test
    void editsMadeAtOnceAreAllKept() throws Exception {
        Task task = ptm.add(dina, "Call the bank");
        List<Scale> scales = List.of(Scale.values());
        inParallel(scales.stream().<Callable<Object>>map(scale -> () -> ptm.edit(task, new TaskEdit.Rate(scale, 1)))
                .toList());
        Task now = service.require(task.key());
        assertThat(now.scales()).hasSize(scales.size());
        assertThat(now.version()).isEqualTo(task.version() + scales.size());
        assertThat(service.history(task.key())).hasSize(1 + scales.size());
    }

    @Test
    void theHistorySaysWhoChangedWhatAndWhatItWas() {
        ChangeSetId dump = ChangeSetId.random();
        Task task = service.add(dina, List.of(new TaskDraft("slides, 20 min", List.of(
                said(new TaskEdit.Estimate(20), "20 min"), guessed(new TaskEdit.Rename("Slides"))))), dump).getFirst();
        service.edit(task.key(), null, List.of(byModel(new TaskEdit.Rename("Make slides"))), dump);
        ptm.edit(task, new TaskEdit.Estimate(45));
        List<TaskChange> history = service.history(task.key());
        assertThat(history).extracting(change -> change.provenance().by())
                .containsExactly(Actor.USER, Actor.MODEL, Actor.USER);
        assertThat(history.getFirst().before()).isEqualTo(new TaskEdit.Estimate(20));
        assertThat(history.getFirst().wasBy()).extracting(Provenance::said).isEqualTo("20 min");
        assertThat(history.get(1).changeSet()).isEqualTo(dump);
    }

    @Test
    void undoOfAFiveTaskDumpKeepsTheOneEditedByHandAndSaysSo() {
        ChangeSetId dump = ChangeSetId.random();
        List<Task> five =
                service.add(dina, IntStream.rangeClosed(1, 5).mapToObj(i -> draft("Task " + i)).toList(), dump);
        for (Task task : five)
            service.edit(task.key(), null, List.of(byModel(new TaskEdit.Rate(Scale.IMPACT, 2))), dump);
        ptm.edit(five.get(3), new TaskEdit.Rename("Call mom"));
        Undone undone = service.undo(dina, dump);
        assertThat(undone.changed()).hasSize(4);
        assertThat(undone.kept()).extracting(Task::title).containsExactly("Call mom");
        assertThat(five).filteredOn(task -> service.find(task.key()).isPresent()).containsExactly(five.get(3));
        Undone again = service.undo(dina, dump);
        assertThat(again.changed()).isEmpty();
        assertThat(service.undo(dina, undone.changeSet()).changed()).hasSize(4);
        assertThat(service.findAll(dina, five.stream().map(Task::id).toList())).hasSize(5)
                .allSatisfy(task -> assertThat(task.scale(Scale.IMPACT)).isEqualTo(2));
    }

    @Test
    void anUndoRestoresTheValueAndWhoHadSetIt() {
        Task task =
                service.add(dina, List.of(new TaskDraft("slides", List.of(said(new TaskEdit.Estimate(20), "20 min")))),
                        ChangeSetId.random()).getFirst();
        ptm.edit(task, new TaskEdit.Estimate(45), new TaskEdit.Rename("Own"));
        ChangeSetId last = service.lastUndoable(dina).orElseThrow();
        Task back = service.undo(dina, last).changed().getFirst();
        assertThat(back.minutes()).isEqualTo(20);
        assertThat(back.title()).isEqualTo("slides");
        assertThat(back.provenance()).isEqualTo(task.provenance());
        assertThat(service.undo(dina, last).isEmpty()).isTrue();
    }

    @Test
    void undoAgainAndAgainWalksBackAndRedoForth() {
        Task task = ptm.add(dina, "Slides");
        ptm.edit(task, new TaskEdit.Estimate(10));
        ptm.edit(task, new TaskEdit.Estimate(20));
        Undone first = undoLast();
        assertThat(service.require(task.key()).minutes()).isEqualTo(10);
        Undone second = undoLast();
        assertThat(service.require(task.key()).minutes()).isNull();
        service.undo(dina, second.changeSet());
        service.undo(dina, first.changeSet());
        assertThat(service.require(task.key()).minutes()).isEqualTo(20);
        undoLast();
        undoLast();
        undoLast();
        assertThat(service.find(task.key())).isEmpty();
        assertThat(service.lastUndoable(dina)).isEmpty();
    }

    private Undone undoLast() {
        return service.undo(dina, service.lastUndoable(dina).orElseThrow());
    }

    @Test
    void anUndoPrevailsOverAMachinesLaterGuessButNotOverAPersonsLaterWord() {
        Task task = ptm.add(dina, "Slides");
        ChangeSetId enriched = ChangeSetId.random();
        service.edit(task.key(), null, List.of(byModel(new TaskEdit.Rate(Scale.RISK, 1)),
                byModel(new TaskEdit.Rate(Scale.IMPACT, 1))), enriched);
        service.edit(task.key(), null, List.of(byModel(new TaskEdit.Rate(Scale.RISK, 3))), ChangeSetId.random());
        ptm.edit(task, new TaskEdit.Rate(Scale.IMPACT, 3));
        Undone undone = service.undo(dina, enriched);
        assertThat(undone.kept()).hasSize(1);
        assertThat(service.require(task.key()).scale(Scale.RISK)).isNull();
        assertThat(service.require(task.key()).scale(Scale.IMPACT)).isEqualTo(3);
    }

    @Test
    void whatMachinesDoIsNotAPersonsToUndoByWord() {
        Task task = ptm.add(dina, "Slides");
        ChangeSetId capture = service.lastUndoable(dina).orElseThrow();
        service.edit(task.key(), null, List.of(byModel(new TaskEdit.Rate(Scale.RISK, 1))), ChangeSetId.random());
        assertThat(service.lastUndoable(dina)).contains(capture);
    }

    @Test
    void oneChangeOfAnEditIsTakenBackAlone() {
        Task task = ptm.add(dina, "Slides");
        ptm.edit(task, new TaskEdit.Estimate(45), new TaskEdit.Rename("Own"));
        TaskChange rename = service.history(task.key()).getFirst();
        assertThat(rename.edit()).isEqualTo(new TaskEdit.Rename("Own"));
        Task back = service.undoChange(dina, rename.id()).changed().getFirst();
        assertThat(back.title()).isEqualTo("Slides");
        assertThat(back.minutes()).isEqualTo(45);
        assertThat(service.undoChange(dina, rename.id()).isEmpty()).isTrue();
    }

    @Test
    void deletedIsGoneUntilTakenBackAndErasedAfterThirtyDays() {
        Task task = ptm.add(dina, "Slides");
        ptm.edit(task, new TaskEdit.Delete());
        assertThat(service.find(task.key())).isEmpty();
        assertThat(service.titles(dina, 10)).isEmpty();
        assertThatExceptionOfType(TaskNotFound.class).isThrownBy(() -> ptm.edit(task, new TaskEdit.Estimate(1)));
        undoLast();
        assertThat(service.find(task.key())).isPresent();
        ptm.edit(task, new TaskEdit.Delete());
        at(NOW.plus(Duration.ofDays(30))).service.purge();
        assertThat(ptm.edit(task, new TaskEdit.Restore()).deletedAt()).isNull();
        ptm.edit(task, new TaskEdit.Delete());
        at(NOW.plus(Duration.ofDays(30)).plusSeconds(1)).service.purge();
        assertThat(service.history(task.key())).isEmpty();
    }

    @Test
    void completingARepeatingTaskAddsTheNextOnce() {
        Task task = ptm.add(dina, "Water the plants",
                new TaskEdit.Reschedule(new When.Day(LocalDate.of(2026, 11, 20)), DueKind.BY),
                new TaskEdit.Repeat("FREQ=DAILY", RepeatFrom.DUE));
        ptm.edit(task, new TaskEdit.Complete());
        Task next = next(task);
        assertThat(next.due()).isEqualTo(new When.Day(LocalDate.of(2026, 11, 24)));
        assertThat(service.history(task.key()).getFirst().edit()).isEqualTo(new TaskEdit.Complete(3));
        ptm.edit(task, new TaskEdit.Reopen());
        ptm.edit(task, new TaskEdit.Complete());
        assertThat(open()).containsExactly(next.id());
    }

    @Test
    void completedTwiceAtOnceItComesBackOnce() throws Exception {
        Task task = ptm.add(dina, "Water the plants", new TaskEdit.Repeat("FREQ=DAILY", RepeatFrom.DUE));
        inParallel(Collections.nCopies(8, () -> ptm.edit(task, new TaskEdit.Complete())));
        assertThat(open()).hasSize(1);
        assertThat(service.history(task.key())).hasSize(2);
    }

    @Test
    void undoneTwiceAtOnceItIsUndoneOnce() throws Exception {
        Task task = ptm.add(dina, "Slides");
        ptm.edit(task, new TaskEdit.Estimate(10));
        ChangeSetId last = service.lastUndoable(dina).orElseThrow();
        inParallel(Collections.nCopies(8, () -> service.undo(dina, last)));
        assertThat(service.history(task.key())).hasSize(3);
    }

    @Test
    void undoOfADumpLeavesAloneWhatThePersonDeleted() {
        ChangeSetId dump = ChangeSetId.random();
        Task task = service.add(dina, List.of(draft("Slides")), dump).getFirst();
        ptm.edit(task, new TaskEdit.Delete());
        assertThat(service.undo(dina, dump).isEmpty()).isTrue();
    }

    @Test
    void erasingAPersonErasesTheirTasks() {
        Task task = ptm.add(dina, "Slides");
        ptm.workLog.start(task.key());
        service.describe(dina, new Theme("garden", ""));
        database.jdbc().sql("delete from account where id = ?").param(dina.value()).update();
        for (String table : List.of("task", "task_change", "work_session", "theme"))
            assertThat(
                    database.jdbc().sql("select count(*) from " + table + " where account_id = ?").param(dina.value())
                            .query(Integer.class).single())
                    .as(table).isZero();
    }

    @Test
    void undoOfTheCompletionTakesTheNextAwayUnlessTouched() {
        Task task = ptm.add(dina, "Water the plants", new TaskEdit.Repeat("FREQ=DAILY", RepeatFrom.DUE));
        ptm.edit(task, new TaskEdit.Complete());
        long completion = service.history(task.key()).getFirst().id();
        service.undoChange(dina, completion);
        assertThat(open()).containsExactly(task.id());
        ptm.edit(task, new TaskEdit.Complete());
        Task next = ptm.edit(next(task), new TaskEdit.Estimate(5));
        Undone undone = service.undo(dina, service.history(task.key()).getFirst().changeSet());
        assertThat(undone.kept()).containsExactly(next);
        assertThat(open()).containsExactlyInAnyOrder(task.id(), next.id());
    }

    private Task next(Task task) {
        return service.findAll(dina, open()).stream().filter(other -> task.id().equals(other.previous())).findFirst()
                .orElseThrow();
    }

    private List<TaskId> open() {
        return service.titles(dina, 100).stream().filter(title -> title.status() == Status.OPEN).map(TaskTitle::id)
                .toList();
    }

    @Test
    void whatHappenedIsToldInTheSameTransaction() {
        Task task = ptm.add(dina, "Slides");
        ptm.edit(task, new TaskEdit.Estimate(5));
        assertThat(ptm.events).satisfiesExactly(
                captured -> assertThat(((TasksCaptured) captured).tasks()).containsExactly(task),
                changed -> assertThat(((TaskChanged) changed).before()).isEqualTo(task));
    }

    @Test
    void anExportImportsAgainToTheSameAndAnotherPersonsToNewTasks() {
        Task task = ptm.add(dina, "Slides", new TaskEdit.Estimate(5), new TaskEdit.Lock(Field.RISK, true));
        Task done = ptm.edit(task, new TaskEdit.Complete());
        ChangeSetId again = ChangeSetId.random();
        assertThat(service.importAll(dina, List.of(done), again)).containsExactly(done);
        assertThat(service.history(task.key())).hasSize(2);
        AccountId boris = TestAccounts.member(database.jdbc());
        Task copy = service.importAll(boris, List.of(done), again).getFirst();
        assertThat(copy.key().account()).isEqualTo(boris);
        assertThat(copy.id()).isNotEqualTo(done.id());
        assertThat(copy).usingRecursiveComparison().ignoringFields("key", "version").isEqualTo(done);
        service.undo(boris, again);
        assertThat(service.find(copy.key())).isEmpty();
    }

    @Test
    void anImportedMachinesValueDoesNotOverwriteThePersons() {
        Task task = ptm.add(dina, "Slides", new TaskEdit.Estimate(5));
        TaskBuilder given = TaskBuilder.of(task);
        given.minutes = 60;
        given.provenance.put(Field.MINUTES, Provenance.model(NOW, 1, null, null));
        given.description = "more";
        Task imported = service.importAll(dina, List.of(given.build()), ChangeSetId.random()).getFirst();
        assertThat(imported.minutes()).isEqualTo(5);
        assertThat(imported.description()).isEqualTo("more");
        assertThat(imported.provenance().get(Field.DESCRIPTION).by()).isEqualTo(Actor.IMPORT);
    }

    @Test
    void aBadLineOfAnImportIsNamedAndNothingIsTakenIn() {
        Task good = TestTasks.aTask();
        TaskBuilder bad = TaskBuilder.of(good);
        bad.minutes = -1;
        assertThatExceptionOfType(RefusedValue.class)
                .isThrownBy(() -> service.importAll(dina, List.of(good, bad.build()), ChangeSetId.random()))
                .satisfies(refused -> assertThat(refused.pointer()).isEqualTo("/1/minutes"));
        assertThat(open()).isEmpty();
    }

    @Test
    void namesInUseAreKnownTheMostUsedFirst() {
        ptm.add(dina, "a", new TaskEdit.Relabel(Label.THEMES, List.of("work"), Map.of()),
                new TaskEdit.Relabel(Label.CONTEXTS, List.of("Home", "garage"), Map.of()));
        ptm.add(dina, "b", new TaskEdit.Relabel(Label.THEMES, List.of("car", "work"), Map.of()));
        service.describe(dina, new Theme("garden", "the one behind the house"));
        service.describe(dina, new Theme("car", "the old one"));
        assertThat(service.themes(dina)).containsExactly(new Theme("work", ""), new Theme("car", "the old one"),
                new Theme("garden", "the one behind the house"));
        assertThat(service.contexts(dina)).containsExactly("garage");
    }

    @Test
    void lessonsAreWhatIsDoneOrCorrected() {
        Task guessed = service.add(dina, List.of(new TaskDraft("a", List.of(guessed(new TaskEdit.Estimate(5))))),
                ChangeSetId.random()).getFirst();
        Task corrected = ptm.edit(ptm.add(dina, "b"), new TaskEdit.Rate(Scale.STRESS, 2));
        Task done = ptm.edit(ptm.add(dina, "c"), new TaskEdit.Complete());
        assertThat(service.lessons(dina, 10)).containsExactly(done, corrected).doesNotContain(guessed);
    }

    private static TestTasks at(Instant now) {
        return TestTasks.on(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    static void inParallel(List<Callable<Object>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> result : threads.invokeAll(calls))
                result.get();
        }
    }
}
