package ptm.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.NameField;
import ptm.task.Actor;
import ptm.task.DueKind;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.task.When;

/** How a task looks on a line: its title, its date, and the chips that are worth a glance. */
final class TaskLines {

    /** At most so many chips on a line of a list, the date among them. */
    private static final int CHIPS = 2;
    /** A guessed place is worth a glance from this confidence on. */
    private static final double SURE = 0.5;
    private static final List<String> PLACES = List.of("phone", "errand", "outdoors", "office");

    private final Wording say;

    TaskLines(Wording say) {
        this.say = say;
    }

    /** «1. *Title* — by Fri 27 Nov · 2 h»; the number is left out where it is 0. */
    List<Span> line(int number, Task task, boolean bold) {
        List<Span> line = new ArrayList<>();
        if (number > 0)
            line.add(Span.plain(number + ". "));
        line.add(title(task, bold));
        String due = due(task);
        if (!due.isEmpty())
            line.add(Span.plain(" " + due));
        for (String chip : chips(task, due.isEmpty() ? CHIPS : CHIPS - 1))
            line.add(Span.plain(say.separator() + chip));
        return line;
    }

    /** Done is ticked, not needed is struck out. */
    private static Span title(Task task, boolean bold) {
        return switch (task.status()) {
            case OPEN -> bold ? Span.bold(task.title()) : Span.plain(task.title());
            case DONE -> Span.plain("✓ " + task.title());
            case DROPPED -> Span.struck(task.title());
        };
    }

    /** «— by Fri 27 Nov», or empty. */
    String due(Task task) {
        return task.due() == null ? "" : due(task.due(), task.dueKind());
    }

    String due(When due, DueKind kind) {
        String time = due instanceof When.Moment(Instant instant) ? say.time(instant) : "";
        return say.text(dueKey(due.dayIn(say.zone()), kind, !time.isEmpty()),
                Map.of("day", say.day(due.dayIn(say.zone())), "time", time));
    }

    /** «by ~~Fri 27 Nov~~ Mon 30 Nov»; the day it is now decides the preposition. */
    List<Span> moved(Task before, Task after) {
        When now = after.due();
        When then = before.due();
        if (now == null)
            return then == null
                    ? List.of()
                    : List.of(Span.struck(say.moment(then)), Span.plain(" " + say.text("edit.noDate")));
        if (then == null)
            return say.line("due.set." + byKey(now, after.dueKind()), Map.of("after", say.moment(now)));
        return say.line("due.moved." + byKey(now, after.dueKind()),
                Map.of("before", say.moment(then), "after", say.moment(now)));
    }

    private String byKey(When due, DueKind kind) {
        LocalDate day = due.dayIn(say.zone());
        if (kind == DueKind.AT || isNear(day))
            return "at";
        return day.getDayOfWeek() == DayOfWeek.TUESDAY ? "byTuesday" : "by";
    }

    /** Whether the day is said by a name of its own, which takes no preposition. */
    private boolean isNear(LocalDate day) {
        return !day.isBefore(say.today()) && day.isBefore(say.today().plusDays(2));
    }

    /** Russian says «ко вт»; days with a name of their own take no preposition. */
    private String dueKey(LocalDate day, DueKind kind, boolean timed) {
        if (kind == DueKind.AT)
            return timed ? "due.atTime" : "due.at";
        if (isNear(day))
            return timed ? "due.byTimeToday" : "due.byToday";
        String by = day.getDayOfWeek() == DayOfWeek.TUESDAY ? "due.byTuesday" : "due.by";
        return timed ? by + "Time" : by;
    }

    /** The chips of a list's line, most telling first. */
    private List<String> chips(Task task, int most) {
        List<String> chips = new ArrayList<>();
        if (task.hiddenUntil() != null && task.hiddenUntil().isAfter(say.now()))
            chips.add(say.asleep(task.hiddenUntil()));
        if (task.minutes() != null && (isSaid(task, Field.MINUTES) || task.due() == null))
            chips.add(minutes(task));
        if (task.repeat() != null)
            chips.add(say.text("repeat.chip"));
        if (task.due() == null)
            place(task).forEach(chips::add);
        List<String> shown = new ArrayList<>(chips.subList(0, Math.min(most, chips.size())));
        weight(task).forEach(shown::add);
        return shown;
    }

    /** What a model found that matters more than the room it takes. */
    private List<String> weight(Task task) {
        List<String> words = new ArrayList<>();
        if (isKnown(task, Field.IMPACT))
            scaleWord(task, Scale.IMPACT, 2).forEach(words::add);
        if (isKnown(task, Field.RISK))
            scaleWord(task, Scale.RISK, 1).forEach(words::add);
        return words.subList(0, Math.min(1, words.size()));
    }

    private List<String> scaleWord(Task task, Scale scale, int from) {
        Integer value = task.scale(scale);
        return value == null || value < from ? List.of() : List.of(say.text(scale.jsonName() + "." + value));
    }

    private List<String> place(Task task) {
        Provenance provenance = task.provenance().get(Field.CONTEXTS);
        if (provenance != null && provenance.confidence() < SURE)
            return List.of();
        return PLACES.stream().filter(task.labels(Label.CONTEXTS)::contains).limit(1)
                .map(name -> say.text("context." + name)).toList();
    }

    String minutes(Task task) {
        Integer minutes = task.minutes();
        return minutes == null ? "" : say.minutes(minutes, isSaid(task, Field.MINUTES));
    }

    /** Everything on one line for a card, a chip each, the date first. */
    List<Chip> cardChips(Task task) {
        List<Chip> chips = new ArrayList<>();
        if (task.due() != null)
            chips.add(new Chip(Field.DUE, say.moment(task.due())));
        if (task.start() != null)
            chips.add(new Chip(Field.START, say.text("start.after", Map.of("day", say.moment(task.start())))));
        if (task.minutes() != null)
            chips.add(new Chip(Field.MINUTES, minutes(task)));
        if (task.repeat() != null)
            chips.add(new Chip(Field.REPEAT, say.text("repeat.chip")));
        for (String reminder : task.reminders().stream().map(at -> "⏰ " + say.moment(new When.Moment(at))).toList())
            chips.add(new Chip(Field.REMINDERS, reminder));
        scaleWord(task, Scale.IMPACT, 2).forEach(word -> chips.add(new Chip(Field.IMPACT, word)));
        scaleWord(task, Scale.RISK, 1).forEach(word -> chips.add(new Chip(Field.RISK, word)));
        for (String theme : task.labels(Label.THEMES))
            chips.add(new Chip(Field.THEMES, "#" + theme(theme)));
        for (String name : task.labels(Label.CONTEXTS))
            chips.add(new Chip(Field.CONTEXTS, context(name)));
        return chips;
    }

    /** The name of a theme that everybody has, in the person's language; their own names stay as they are. */
    String theme(String name) {
        return FilterSentence.describe(new Filter.Names(NameField.THEME, List.of(name)), say.language());
    }

    /** The name of a place or tool as a person reads it; their own names stay as they are. */
    String context(String name) {
        return List.of("home", "office", "errand", "outdoors", "computer", "phone").contains(name)
                ? say.text("context." + name)
                : name;
    }

    /** Whether the value is the person's own, so that it is shown without «~». */
    static boolean isSaid(Task task, Field field) {
        Provenance provenance = task.provenance().get(field);
        return provenance == null || provenance.isClosedToMachines() || provenance.by() == Actor.IMPORT;
    }

    private static boolean isKnown(Task task, Field field) {
        Provenance provenance = task.provenance().get(field);
        return provenance != null && provenance.by() != Actor.BUILTIN || isSaid(task, field);
    }

    /** Whether the date was read from words that may be just a word: worth a ✕ of its own. */
    static boolean isDoubtful(Task task, Field field) {
        @Nullable
        Provenance provenance = task.provenance().get(field);
        return provenance != null && provenance.by() != Actor.USER && provenance.confidence() < 0.75;
    }

    /** A value of a task as a few words, and the field it belongs to. */
    record Chip(Field field, String text) {}
}
