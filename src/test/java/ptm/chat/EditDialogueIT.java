package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.DueKind;
import ptm.task.Status;
import ptm.task.TaskEdit;
import ptm.task.When;

/** Dialogues about changing tasks by words. */
class EditDialogueIT extends Dialogues {

    private static final When FRIDAY = new When.Day(LocalDate.of(2026, 11, 27));

    private void due(String task, String at, DueKind kind) {
        set(task(task), new TaskEdit.Reschedule(new When.Moment(Instant.parse(at)), kind));
    }

    @Test
    void oneMessageChangesSeveralTasksEachInItsWay() {
        ann.says("pay the rent").says("renew the passport").says("meeting with Rita on Thursday at 14:00");
        ann.says("rent is paid, passport takes 3 hours, and move the meeting with Rita to 11");
        assertThat(ann.newest()).contains("✓ Pay the rent", "“Renew the passport”: 3 h", "Thu 26 Nov, 11:00");
        assertThat(task("Pay").status()).isEqualTo(Status.DONE);
        assertThat(task("Renew").minutes()).isEqualTo(180);
        ann.presses("↩ Undo");
        assertThat(task("Pay").status()).isEqualTo(Status.OPEN);
        assertThat(task("Renew").minutes()).isNotEqualTo(180);
    }

    @Test
    void wordsThatNameNoTaskAreSaidSoAndTouchNone() {
        ann.says("pay the rent").says("sweep the stairs");
        ann.says("move the sofa delivery to friday and the rent to monday");
        assertThat(ann.everything()).contains("No task for “move the sofa delivery to friday”.");
        assertThat(task("Sweep").due()).isNull();
        assertThat(task("Pay").due()).isEqualTo(new When.Day(LocalDate.of(2026, 11, 30)));
    }

    @Test
    void aDayAloneKeepsTheTime() {
        ann.says("dentist tomorrow at 15:00").says("shift the dentist to friday");
        assertThat(task("Dentist").due()).isEqualTo(new When.Moment(Instant.parse("2026-11-27T14:00:00Z")));
        ann.says("move the dentist to 11");
        assertThat(task("Dentist").due()).isEqualTo(new When.Moment(Instant.parse("2026-11-27T10:00:00Z")));
    }

    @Test
    void thoseOfOneNameDifferByDayAndTime() {
        ann.says("physio tomorrow at 9:00").says("buy string");
        set(task("Buy string"), new TaskEdit.Rename("Physio"));
        List<ptm.task.Task> both = all(person);
        set(both.get(0), new TaskEdit.Reschedule(new When.Moment(Instant.parse("2026-11-27T08:00:00Z")), DueKind.AT));
        set(both.get(1), new TaskEdit.Reschedule(new When.Moment(Instant.parse("2026-11-24T08:00:00Z")), DueKind.AT));
        ann.says("drop the physio").sees("Which one?").seesButtons("Physio · 24 Nov, 09:00", "Physio · 27 Nov, 09:00");
        ann.says("undo").sees("Left as it is.");
        assertThat(all(person)).hasSize(2).allMatch(task -> task.isOpen());
        ann.says("friday's physio is cancelled").sees("Not needed: “Physio”");
    }

    @Test
    void whatIsChosenIsMovedOnItsOwnDay() {
        ann.says("call Rita on friday at 14:00").says("write to Rita on thursday at 16:00");
        ann.says("move the Rita thing to 11").sees("Which one?");
        ann.presses("Call Rita · 27 Nov, 14:00");
        assertThat(task("Call").due()).isEqualTo(new When.Moment(Instant.parse("2026-11-27T10:00:00Z")));
        assertThat(task("Write").due()).isEqualTo(new When.Moment(Instant.parse("2026-11-26T15:00:00Z")));
    }

    @Test
    void aQuestionIsAnsweredInWordsAsWell() {
        ann.says("call Rita on friday at 14:00").says("write to Rita on thursday at 16:00");
        ann.says("drop the Rita thing").sees("Which one?").says("the second");
        assertThat(all(person).stream().filter(task -> !task.isOpen())).hasSize(1);
        ann.presses("↩ Undo");
        ann.says("drop the Rita thing").sees("Which one?").says("the call");
        assertThat(task("Call").status()).isEqualTo(Status.DROPPED);
        assertThat(task("Write").isOpen()).isTrue();
    }

    @Test
    void somethingElseThanAnAnswerIsReadAsEver() {
        ann.says("call Rita on friday at 14:00").says("write to Rita on thursday at 16:00");
        ann.says("drop the Rita thing").sees("Which one?").says("buy a lamp for the hall");
        assertThat(all(person)).hasSize(3).allMatch(task -> task.isOpen());
        ann.says("2");
        assertThat(all(person)).allMatch(task -> task.isOpen());
    }

    @Test
    void yesIsSaidInWordsAsWell() {
        ann.says("pay the rent").says("sweep the stairs").says("delete everything").seesFirst("2 tasks: sure?");
        ann.says("no");
        assertThat(all(person)).hasSize(2);
        ann.says("delete everything").says("yes");
        assertThat(all(person)).isEmpty();
    }

    @Test
    void whatWasDoneWithoutHavingBeenATaskIsKeptAsDone() {
        ann.says("paid the electricity bill").sees("No task of yours is called that.")
                .seesButtons("Done already", "As one task");
        ann.presses("Done already").sees("✓ paid the electricity bill");
        assertThat(all(person)).hasSize(1).allMatch(task -> task.status() == Status.DONE);
        ann.presses("↩ Undo");
        assertThat(all(person)).isEmpty();
    }

    @Test
    void anAnswerNamesWhatWasSaidThoughAGuessWasTheSame() {
        ann.says("fix the tap");
        set(task("Fix"), new TaskEdit.Rate(ptm.task.Scale.IMPACT, 2));
        ann.says("the tap one is urgent");
        assertThat(ann.newest()).contains("“Fix the tap”: Importance: matters");
    }

    @Test
    void aThemeNamesAllItsTasks() {
        ann.says("change the tyres").says("polish the windscreen").says("sweep the stairs");
        for (String its : List.of("Change", "Polish"))
            set(task(its), new TaskEdit.Relabel(ptm.task.Label.THEMES, List.of("car"), java.util.Map.of()));
        set(task("Sweep"), new TaskEdit.Relabel(ptm.task.Label.THEMES, List.of("home"), java.util.Map.of()));
        ann.says("move everything about the car to friday");
        assertThat(task("Change").due()).isEqualTo(FRIDAY);
        assertThat(task("Polish").due()).isEqualTo(FRIDAY);
        assertThat(task("Sweep").due()).isNull();
    }

    @Test
    void everythingIsAskedAboutFirst() {
        ann.says("pay the rent").says("sweep the stairs").says("delete everything").seesFirst("2 tasks: sure?");
        assertThat(all(person)).hasSize(2);
        ann.presses("Yes");
        assertThat(all(person)).isEmpty();
        ann.presses("↩ Undo");
        assertThat(all(person)).hasSize(2);
    }

    @Test
    void aWeeksTasksMoveByAWeek() {
        ann.says("pay the rent by friday").says("sweep the stairs on wednesday").says("call Rita on 8 December");
        ann.says("push everything due this week to next week");
        assertThat(ann.newest()).contains("Fri 4 Dec");
        assertThat(task("Pay").due()).isEqualTo(new When.Day(LocalDate.of(2026, 12, 4)));
        assertThat(task("Sweep").due()).isEqualTo(new When.Day(LocalDate.of(2026, 12, 2)));
    }

    @Test
    void whatIsDoneIsNotJoined() {
        ann.says("pay the rent").says("sweep the stairs").says("rent is paid, stairs are done");
        ann.says("merge 1 and 2");
        assertThat(ann.newest()).contains("done already, so not joined");
        assertThat(all(person)).extracting(task -> task.title()).containsExactlyInAnyOrder("Pay the rent",
                "Sweep the stairs");
    }

    @Test
    void aQuestionIsNoStep() {
        ann.says("write the report").says("split the report").sees("Which steps? Send them, a line each.");
        ann.says("why not the report?");
        assertThat(task("Write").subtasks()).isEmpty();
        ann.says("buy glue");
        assertThat(all(person)).hasSize(2);
    }

    @Test
    void aReminderIsSetOnTheTaskThatIsThere() {
        ann.says("check the budget").says("remind me about the budget tonight");
        assertThat(all(person)).hasSize(1);
        assertThat(task("Check").reminders()).containsExactly(Instant.parse("2026-11-23T19:00:00Z"));
    }

    @Test
    void anUndoNamesWhatItTookBack() {
        ann.says("water the ferns").says("undo").sees("Taken back: “Water the ferns”.");
    }

    @Test
    void whatNoTaskIsCalledIsKept() {
        ann.says("pay the rent").says("cancel the gym membership");
        assertThat(all(person)).hasSize(2);
    }

    @Test
    void russianDoesTheSame() {
        person = person("Борис", Language.RU);
        Dialogue boris = dialogue(person).says("купить подарок").says("позвонить в управляющую");
        boris.says("подарок купил, а в управляющую позвоню в четверг");
        assertThat(task("Купить").status()).isEqualTo(Status.DONE);
        assertThat(task("Позвонить").isOpen()).isTrue();
        assertThat(task("Позвонить").due()).isEqualTo(new When.Day(LocalDate.of(2026, 11, 26)));
        boris.says("отменить подписку");
        assertThat(all(person)).hasSize(3);
        boris.says("написать отчёт к пятнице").says("раздели отчёт").says("почему не отчёт?");
        assertThat(task("Написать").subtasks()).isEmpty();
        boris.says("отчёт очень важный");
        assertThat(task("Написать").due()).isEqualTo(FRIDAY);
        assertThat(task("Написать").scales()).containsEntry(ptm.task.Scale.IMPACT, 3);
    }
}
