package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeScene;
import ptm.understanding.builtin.time.TimeValue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.task.DueKind;
import ptm.task.RepeatFrom;
import ptm.task.TaskEdit;
import ptm.task.TaskTitle;
import ptm.task.When;
import ptm.understanding.Context;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/** What words about time make of a task, given what it has: its day stays when only a time is said. */
final class EditTimes {

    /** "Later" means so much later. */
    private static final Duration LATER = Duration.ofHours(3);

    private final TimeReader times;
    private final Utterance utterance;
    private final Context context;

    EditTimes(TimeReader times, Utterance utterance, Context context) {
        this.times = times;
        this.utterance = utterance;
        this.context = context;
    }

    private ZonedDateTime now() {
        return utterance.at().atZone(context.zone());
    }

    TimeReading read(String text) {
        return times.read(text, new TimeScene(now(), context.language(), context.times()));
    }

    /** @param text the words were read from */
    TaskEdit edit(Verb verb, boolean remind, TimePiece piece, String text, @Nullable TaskTitle task) {
        return switch (piece.value()) {
            case TimeValue.Due(When when, DueKind kind) when remind -> remind(when);
            case TimeValue.Due(When when, DueKind kind) -> due(verb, piece, when, kind, text, task);
            case TimeValue.Start(When when) -> verb == Verb.SNOOZE ? hide(when) : new TaskEdit.Begin(when);
            case TimeValue.Effort(int minutes) -> verb == Verb.SNOOZE
                    ? new TaskEdit.Hide(utterance.at().plus(Duration.ofMinutes(minutes)))
                    : new TaskEdit.Estimate(minutes);
            case TimeValue.Repeat repeat -> new TaskEdit.Repeat(repeat.rule(), RepeatFrom.DUE);
            case TimeValue.Reminder(Instant at) -> new TaskEdit.Remind(List.of(at));
        };
    }

    private TaskEdit due(Verb verb, TimePiece piece, When when, DueKind kind, String text, @Nullable TaskTitle task) {
        if (verb == Verb.START)
            return new TaskEdit.Begin(when);
        boolean isLate = task != null && task.due() != null
                && !task.due().dayIn(context.zone()).isAfter(when.dayIn(context.zone()));
        if (verb == Verb.SNOOZE && !isLate)
            return hide(when);
        When itsTime = atItsTime(onItsDay(when, text, task), task);
        DueKind itsKind = task == null || task.due() == null || isDeadline(piece) ? kind : task.dueKind();
        return new TaskEdit.Reschedule(itsTime, itsKind);
    }

    /** "To friday" says no time: then it is the task's. */
    private When atItsTime(When when, @Nullable TaskTitle task) {
        return when instanceof When.Day(LocalDate day) && task != null && task.due() instanceof When.Moment(Instant old)
                ? new When.Moment(old.atZone(context.zone()).toLocalTime().atDate(day).atZone(context.zone())
                        .toInstant())
                : when;
    }

    private static boolean isDeadline(TimePiece piece) {
        return EditWords.has(Words.of(piece.words()), "by");
    }

    /** "To 11" says no day: then it is the task's. */
    private When onItsDay(When when, String text, @Nullable TaskTitle task) {
        if (!(when instanceof When.Moment) || task == null || task.due() == null)
            return when;
        LocalDate day = task.due().dayIn(context.zone());
        if (day.isBefore(now().toLocalDate()))
            return when;
        return times.read(text, new TimeScene(now(), context.language(), context.times(), day)).due()
                .map(TimeValue.Due::when).orElse(when);
    }

    TaskEdit hide(When when) {
        return new TaskEdit.Hide(when.startsAt(context.zone()));
    }

    private TaskEdit remind(When when) {
        return new TaskEdit.Remind(List.of(when instanceof When.Day(LocalDate day)
                ? day.atTime(context.times().morning()).atZone(context.zone()).toInstant()
                : when.startsAt(context.zone())));
    }

    /** "Not today": until tomorrow morning; "later": some hours, unless that is night. */
    TaskEdit putOff(boolean later) {
        ZonedDateTime then = now().plus(LATER);
        boolean isNight = !then.toLocalDate().equals(now().toLocalDate())
                || then.toLocalTime().isAfter(context.times().night());
        return new TaskEdit.Hide(later && !isNight
                ? then.toInstant()
                : now().toLocalDate().plusDays(1).atTime(context.times().morning()).atZone(context.zone()).toInstant());
    }

    /** The due moved by a length; put aside for as long where there is no due. */
    TaskEdit shifted(Verb verb, TemporalAmount by, boolean back, @Nullable TaskTitle task) {
        if (task == null || task.due() == null)
            return verb == Verb.SNOOZE
                    ? new TaskEdit.Hide(now().plus(by).toInstant())
                    : new TaskEdit.Reschedule(moved(new When.Day(now().toLocalDate()), by, back), DueKind.BY);
        return new TaskEdit.Reschedule(moved(task.due(), by, back), task.dueKind());
    }

    private When moved(When when, TemporalAmount by, boolean back) {
        if (when instanceof When.Day(LocalDate day) && !(by instanceof Duration))
            return new When.Day(back ? day.minus(by) : day.plus(by));
        ZonedDateTime start = when instanceof When.Day(LocalDate day)
                ? day.atTime(context.times().morning()).atZone(context.zone())
                : when.startsAt(context.zone()).atZone(context.zone());
        return new When.Moment((back ? start.minus(by) : start.plus(by)).toInstant());
    }

    /** An hour said as a bare number: "to 11" on the task's day, in the half of the day it is in. */
    TaskEdit hour(int hour, @Nullable TaskTitle task) {
        LocalDate day = task == null || task.due() == null || task.due().dayIn(context.zone()).isBefore(now()
                .toLocalDate()) ? now().toLocalDate() : task.due().dayIn(context.zone());
        // 3 is seldom the small hours
        LocalTime time = LocalTime.of(hour < 7 ? hour + 12 : hour % 24, 0);
        ZonedDateTime at = day.atTime(time).atZone(context.zone());
        boolean isPast = !at.isAfter(now()) && day.equals(now().toLocalDate());
        return new TaskEdit.Reschedule(new When.Moment((isPast ? at.plusDays(1) : at).toInstant()),
                task == null || task.due() == null ? DueKind.AT : task.dueKind());
    }

    /** Whether both a day and a time of it are said: a new appointment rather than a change of one. */
    boolean isDayAndClock(String text) {
        LocalDate other = now().toLocalDate().plusDays(40);
        return read(text).due().filter(due -> due.when() instanceof When.Moment).isPresent()
                && times.read(text, new TimeScene(now(), context.language(), context.times(), other)).due()
                        .filter(due -> !due.when().dayIn(context.zone()).equals(other)).isPresent();
    }

    boolean isOn(String window, TaskTitle task) {
        if (task.due() == null)
            return false;
        LocalDate day = task.due().dayIn(context.zone());
        if (window.startsWith("weekday:"))
            return day.getDayOfWeek().getValue() == Integer.parseInt(window.substring(8));
        return day.equals(now().toLocalDate().plusDays(Integer.parseInt(window.substring(5, window.length() - 1))));
    }

    boolean isOn(When when, TaskTitle task) {
        return task.due() != null && task.due().dayIn(context.zone()).equals(when.dayIn(context.zone()));
    }

    /** Whether a word of the text lies in words about time. */
    static boolean covers(String text, int from, TimePiece piece, Word word) {
        int place = text.codePointCount(0, Math.clamp(word.from() - from, 0, text.length()));
        return place >= piece.from() && place < piece.until();
    }
}
