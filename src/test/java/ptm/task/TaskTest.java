package ptm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ptm.task.TestTasks.NOW;
import static ptm.task.TestTasks.aTask;
import static ptm.task.TestTasks.byModel;
import static ptm.task.TestTasks.byUser;
import static ptm.task.TestTasks.guessed;
import static ptm.task.TestTasks.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class TaskTest {
    private static final When FRIDAY = new When.Day(LocalDate.of(2026, 11, 27));

    @Test
    void aModelNeverOverwritesAPerson() {
        Task task = aTask(new TaskEdit.Estimate(30));
        assertThat(task.apply(byModel(new TaskEdit.Estimate(90)))).isSameAs(task);
    }

    @Test
    void whatAPersonSetSurvivesTenModelAnswers() {
        Task task = aTask(new TaskEdit.Rate(Scale.IMPACT, 3), new TaskEdit.Reschedule(FRIDAY, DueKind.BY));
        for (int i = 0; i < 10; i++) {
            task = task.apply(byModel(new TaskEdit.Rate(Scale.IMPACT, i % 4)));
            task = task.apply(byModel(new TaskEdit.Reschedule(null, DueKind.BY)));
        }
        assertThat(task.scale(Scale.IMPACT)).isEqualTo(3);
        assertThat(task.due()).isEqualTo(FRIDAY);
    }

    @Test
    void noMachineOverwritesWhatWasSaid() {
        Task task = aTask().apply(said(new TaskEdit.Estimate(120), "about two hours"));
        assertThat(task.apply(byModel(new TaskEdit.Estimate(15))).minutes()).isEqualTo(120);
        assertThat(task.apply(guessed(new TaskEdit.Estimate(15))).minutes()).isEqualTo(120);
    }

    @Test
    void aGuessGivesWayToAModelAndBothToAPerson() {
        Task task = aTask().apply(guessed(new TaskEdit.Estimate(20))).apply(byModel(new TaskEdit.Estimate(40)));
        assertThat(task.minutes()).isEqualTo(40);
        Task own = task.apply(byUser(new TaskEdit.Estimate(60)).getFirst());
        assertThat(own.minutes()).isEqualTo(60);
        assertThat(own.provenance().get(Field.MINUTES)).extracting(Provenance::by).isEqualTo(Actor.USER);
    }

    @Test
    void whatAPersonClearedStaysClear() {
        Task task = aTask().apply(guessed(new TaskEdit.Reschedule(FRIDAY, DueKind.BY)))
                .apply(byUser(new TaskEdit.Reschedule(null, DueKind.BY)).getFirst());
        assertThat(task.apply(byModel(new TaskEdit.Reschedule(FRIDAY, DueKind.BY))).due()).isNull();
    }

    @Test
    void aLockClosesAFieldToMachinesButNotToAPerson() {
        Task locked = aTask().apply(byUser(new TaskEdit.Lock(Field.RISK, true)).getFirst());
        assertThat(locked.apply(byModel(new TaskEdit.Rate(Scale.RISK, 2)))).isSameAs(locked);
        Task own = locked.apply(byUser(new TaskEdit.Rate(Scale.RISK, 1)).getFirst());
        assertThat(own.scale(Scale.RISK)).isEqualTo(1);
        assertThat(own.isLocked(Field.RISK)).isTrue();
    }

    @Test
    void anUnlockedFieldThatNobodySetIsOpenAgain() {
        Task task = aTask().apply(byUser(new TaskEdit.Lock(Field.RISK, true)).getFirst())
                .apply(byUser(new TaskEdit.Lock(Field.RISK, false)).getFirst());
        assertThat(task.apply(byModel(new TaskEdit.Rate(Scale.RISK, 2))).scale(Scale.RISK)).isEqualTo(2);
    }

    @Test
    void noMachineDeletesLocksOrClosesByItsOwnGuess() {
        Task task = aTask();
        for (TaskEdit edit : List.of(new TaskEdit.Delete(), new TaskEdit.Lock(Field.TITLE, true),
                new TaskEdit.Complete(), new TaskEdit.Drop()))
            assertThat(task.apply(byModel(edit))).isSameAs(task);
        assertThat(task.apply(said(new TaskEdit.Complete(), "done with the milk")).status()).isEqualTo(Status.DONE);
    }

    @Test
    void completingKeepsTheMomentAndReopeningForgetsIt() {
        Task done = aTask().apply(byUser(new TaskEdit.Complete()).getFirst());
        assertThat(done.doneAt()).isEqualTo(NOW);
        assertThat(done.apply(byUser(new TaskEdit.Reopen()).getFirst()).doneAt()).isNull();
    }

    @Test
    void theSameValueAgainChangesNothingUnlessItConfirmsAGuess() {
        Task task = aTask(new TaskEdit.Estimate(30));
        assertThat(task.apply(byUser(new TaskEdit.Estimate(30)).getFirst())).isSameAs(task);
        Task guess = aTask().apply(guessed(new TaskEdit.Estimate(30)));
        assertThat(guess.apply(byModel(new TaskEdit.Estimate(30)))).isSameAs(guess);
        assertThat(guess.apply(byUser(new TaskEdit.Estimate(30)).getFirst()).provenance().get(Field.MINUTES).by())
                .isEqualTo(Actor.USER);
    }

    @Test
    void aPersonsNonsenseIsRefusedWithItsPlace() {
        refused("/title", new TaskEdit.Rename(" \u200b\n "));
        refused("/title", new TaskEdit.Rename("x".repeat(201)));
        refused("/minutes", new TaskEdit.Estimate(0));
        refused("/minutes", new TaskEdit.Estimate(100_001));
        refused("/impact", new TaskEdit.Rate(Scale.IMPACT, 4));
        refused("/start", new TaskEdit.Begin(new When.Day(LocalDate.of(2201, 1, 1))));
        refused("/due", new TaskEdit.Reschedule(new When.Moment(Instant.MAX), DueKind.AT));
        refused("/hiddenUntil", new TaskEdit.Hide(Instant.MIN));
        refused("/description", new TaskEdit.Describe(Field.DESCRIPTION, "a\0b"));
        refused("/description", new TaskEdit.Describe(Field.DESCRIPTION, "half \ud83d"));
        refused("/riskReason", new TaskEdit.Describe(Field.RISK_REASON, "x".repeat(20_001)));
        refused("/activities/1", new TaskEdit.Relabel(Label.ACTIVITIES, List.of("creative", "lazy"), Map.of()));
        refused("/themes/0", new TaskEdit.Relabel(Label.THEMES, List.of("x".repeat(81)), Map.of()));
        refused("/subtasks/1/title", new TaskEdit.Plan(List.of(Step.titled("a"), Step.titled(""))));
        refused("/subtasks", new TaskEdit.Plan(Collections.nCopies(101, Step.titled("a"))));
        refused("/reminders", new TaskEdit.Remind(Collections.nCopies(101, NOW)));
        refused("/links/0/url", new TaskEdit.Attach(List.of(new Link("javascript:alert(1)", ""))));
        for (String rule : List.of("FREQ=SOMETIMES", "FREQ=SECONDLY", "daily", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
            refused("/repeat", new TaskEdit.Repeat(rule, RepeatFrom.DUE));
    }

    private static void refused(String pointer, TaskEdit edit) {
        assertThatExceptionOfType(RefusedValue.class).as(edit.toString())
                .isThrownBy(() -> aTask().apply(byUser(edit).getFirst()))
                .satisfies(refused -> assertThat(refused.pointer()).isEqualTo(pointer));
    }

    @Test
    void aMachinesNonsenseIsPassedOver() {
        Task task = aTask();
        assertThat(task.apply(byModel(new TaskEdit.Rate(Scale.RISK, 9)))).isSameAs(task);
        assertThat(task.apply(guessed(new TaskEdit.Repeat("now and then", RepeatFrom.DUE)))).isSameAs(task);
    }

    @Test
    void valuesAreTidied() {
        Task task = aTask(new TaskEdit.Rename("  Buy\n oat milk "),
                new TaskEdit.Relabel(Label.THEMES, List.of(" Home ", "home", "car"), Map.of("Home", "it is for it")),
                new TaskEdit.Remind(List.of(NOW.plusSeconds(60), NOW, NOW)),
                new TaskEdit.Repeat("rrule:freq=weekly;byday=mo", RepeatFrom.DONE));
        assertThat(task.title()).isEqualTo("Buy oat milk");
        assertThat(task.labels(Label.THEMES)).containsExactly("Home", "car");
        assertThat(task.reasons()).containsExactly(Map.entry("Home", "it is for it"));
        assertThat(task.reminders()).containsExactly(NOW, NOW.plusSeconds(60));
        assertThat(task.repeat()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
    }

    @Test
    void stepsKeepTheirNumbersAndNewOnesGetTheNext() {
        Task task = aTask(new TaskEdit.Plan(List.of(Step.titled("one"), Step.titled("two"))));
        assertThat(task.subtasks()).extracting(Step::id).containsExactly(1L, 2L);
        Step two = task.subtasks().get(1).ticked(true);
        Task edited = task.apply(byUser(new TaskEdit.Plan(List.of(Step.titled("zero"), two))).getFirst());
        assertThat(edited.subtasks()).extracting(Step::id).containsExactly(3L, 2L);
    }

    @Test
    void aDraftWithNoUsableTitleIsCalledByItsWords() {
        var draft = new TaskDraft("call\nthe bank " + "x".repeat(300), List.of(guessed(new TaskEdit.Rename(" "))));
        Task task = Drafting.task(aTask().key(), draft, NOW);
        assertThat(task.title()).startsWith("call the bank").hasSizeLessThanOrEqualTo(200).endsWith("…");
        assertThatExceptionOfType(RefusedValue.class)
                .isThrownBy(() -> Drafting.task(aTask().key(), new TaskDraft(" \0 ", List.of()), NOW));
    }

    @Test
    void everyEditIsReadBackFromTheDatabaseAsItWasWritten() {
        List<TaskEdit> edits = List.of(new TaskEdit.Rename("a"), new TaskEdit.Describe(Field.RISK_REASON, "b"),
                new TaskEdit.Begin(FRIDAY), new TaskEdit.Reschedule(new When.Moment(NOW), DueKind.AT),
                new TaskEdit.Reschedule(null, DueKind.BY), new TaskEdit.Estimate(null), new TaskEdit.Estimate(5),
                new TaskEdit.Rate(Scale.IMPACT, null),
                new TaskEdit.Relabel(Label.THEMES, List.of("x"), Map.of("x", "y")),
                new TaskEdit.Repeat("FREQ=DAILY", RepeatFrom.DONE), new TaskEdit.Plan(List.of(Step.titled("s"))),
                new TaskEdit.Remind(List.of(NOW)), new TaskEdit.Review(List.of(FRIDAY, new When.Moment(NOW))),
                new TaskEdit.Attach(List.of(new Link("https://example.org", "E"))), new TaskEdit.Hide(NOW),
                new TaskEdit.Complete(2), new TaskEdit.Drop(), new TaskEdit.Reopen(), new TaskEdit.Delete(),
                new TaskEdit.Restore(), new TaskEdit.Lock(Field.DUE, true));
        assertThat(edits.stream().map(Object::getClass).distinct())
                .hasSameSizeAs(TaskEdit.class.getPermittedSubclasses());
        for (TaskEdit edit : edits)
            assertThat(TaskCodec.readEdit(TaskCodec.writeEdit(edit))).isEqualTo(edit);
    }
}
