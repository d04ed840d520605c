package ptm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.task.TestTasks.aTask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theNextOneIsDueByTheRuleWithItsStepsUntickedAndItsOtherDatesMovedAlong() {
        Task task = aTask(due("2026-11-27"), every("FREQ=WEEKLY"), new TaskEdit.Begin(day("2026-11-25")),
                new TaskEdit.Review(List.of(day("2026-11-26"))),
                new TaskEdit.Remind(List.of(Instant.parse("2026-11-27T08:00:00Z"))),
                new TaskEdit.Plan(List.of(Step.titled("one").ticked(true))));
        Task next = next(task, "2026-11-26T12:00:00Z").task();
        assertThat(next.due()).isEqualTo(day("2026-12-04"));
        assertThat(next.start()).isEqualTo(day("2026-12-02"));
        assertThat(next.reviews()).containsExactly(day("2026-12-03"));
        assertThat(next.reminders()).containsExactly(Instant.parse("2026-12-04T08:00:00Z"));
        assertThat(next.subtasks()).extracting(Step::done).containsExactly(false);
        assertThat(next.previous()).isEqualTo(task.id());
    }

    @Test
    void occurrencesAlreadyPastAreSkippedAndCounted() {
        var next = next(aTask(due("2026-11-20"), every("FREQ=DAILY")), "2026-11-24T10:00:00Z");
        assertThat(next.task().due()).isEqualTo(day("2026-11-24"));
        assertThat(next.skipped()).isEqualTo(3);
    }

    @Test
    void fromDoneIsCountedFromToday() {
        var next = next(aTask(due("2026-11-01"), new TaskEdit.Repeat("FREQ=DAILY;INTERVAL=3", RepeatFrom.DONE)),
                "2026-11-24T10:00:00Z");
        assertThat(next.task().due()).isEqualTo(day("2026-11-27"));
        assertThat(next.skipped()).isZero();
    }

    @Test
    void nineOClockStaysNineOClockWhenTheClocksChange() {
        Task task = aTask(at("2026-10-24T07:00:00Z"), every("FREQ=DAILY"),
                new TaskEdit.Remind(List.of(Instant.parse("2026-10-24T06:30:00Z"))));
        Task next = next(task, "2026-10-24T12:00:00Z").task();
        assertThat(next.due()).isEqualTo(new When.Moment(Instant.parse("2026-10-25T08:00:00Z")));
        assertThat(next.reminders()).containsExactly(Instant.parse("2026-10-25T07:30:00Z"));
    }

    @Test
    void theThirtyFirstSkipsMonthsWithoutOne() {
        assertThat(next(aTask(due("2027-01-31"), every("FREQ=MONTHLY;BYMONTHDAY=31")), "2027-01-31T10:00:00Z").task()
                .due()).isEqualTo(day("2027-03-31"));
    }

    @Test
    void theLastDayAndTheLastFridayOfAMonthAreFound() {
        assertThat(next(aTask(due("2027-01-31"), every("FREQ=MONTHLY;BYMONTHDAY=-1")), "2027-01-31T10:00:00Z").task()
                .due()).isEqualTo(day("2027-02-28"));
        assertThat(next(aTask(due("2026-11-27"), every("FREQ=MONTHLY;BYDAY=-1FR")), "2026-11-27T10:00:00Z").task()
                .due()).isEqualTo(day("2026-12-25"));
    }

    @Test
    void aRuleThatCountsEndsAndOneWithALastDayToo() {
        Task first = aTask(due("2026-11-24"), every("FREQ=DAILY;COUNT=2"));
        Task second = next(first, "2026-11-24T10:00:00Z").task();
        assertThat(second.repeat()).isEqualTo("FREQ=DAILY;COUNT=1");
        assertThat(Recurrence.after(second, Instant.parse("2026-11-25T10:00:00Z"), BERLIN)).isNull();
        Task until = aTask(at("2026-11-24T09:00:00Z"), every("FREQ=DAILY;UNTIL=20261125"));
        Task last = next(until, "2026-11-24T10:00:00Z").task();
        assertThat(last.due()).isEqualTo(new When.Moment(Instant.parse("2026-11-25T09:00:00Z")));
        assertThat(Recurrence.after(last, Instant.parse("2026-11-25T10:00:00Z"), BERLIN)).isNull();
    }

    @Test
    void aTaskWithNoDatesComesBackOnItsDay() {
        Task next = next(aTask(every("FREQ=WEEKLY;BYDAY=MO")), "2026-11-24T10:00:00Z").task();
        assertThat(next.start()).isEqualTo(day("2026-11-30"));
        assertThat(next.due()).isNull();
    }

    @Test
    void aRuleByTheHourFindsItsWayThroughYears() {
        Task task = aTask(at("1990-01-01T09:00:00Z"), every("FREQ=HOURLY;INTERVAL=2"));
        assertThat(next(task, "2026-11-24T10:00:00Z").task().due())
                .isEqualTo(new When.Moment(Instant.parse("2026-11-24T12:00:00Z")));
    }

    private static Recurrence.Next next(Task task, String now) {
        return TaskRow.required(Recurrence.after(task, Instant.parse(now), BERLIN));
    }

    private static When day(String date) {
        return new When.Day(LocalDate.parse(date));
    }

    private static TaskEdit due(String date) {
        return new TaskEdit.Reschedule(day(date), DueKind.BY);
    }

    private static TaskEdit at(String moment) {
        return new TaskEdit.Reschedule(new When.Moment(Instant.parse(moment)), DueKind.AT);
    }

    private static TaskEdit every(String rule) {
        return new TaskEdit.Repeat(rule, RepeatFrom.DUE);
    }
}
