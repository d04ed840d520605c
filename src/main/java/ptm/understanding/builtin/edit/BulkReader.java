package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeValue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.task.DueKind;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Status;
import ptm.task.TaskEdit;
import ptm.task.TaskTitle;
import ptm.task.When;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/** Reads edits of many tasks at once: "push everything due this week to next week", «удали все зубные». */
final class BulkReader {

    /** Days from and until, both inclusive. */
    private record Stretch(LocalDate from, LocalDate until, int word, int end) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        boolean isDay() {
            return from.equals(until);
        }
    }

    private static final Set<String> OVERDUE = Set.of("overdue", "late", "просроченное", "просроченные", "просрочено",
            "просроченных", "просрочку");
    private static final Set<String> ABOUT = Set.of("about", "with", "for", "re", "regarding", "про", "о", "об", "с",
            "со", "по", "насчет", "из", "на", "к", "до", "from", "to", "due");

    private final Utterance utterance;
    private final Context context;
    private final List<Word> words;
    private final Lexicon lexicon;
    private final RequestReading request;
    private final EditTimes times;
    private final TitleFinder finder;
    private final ZonedDateTime now;

    BulkReader(Utterance utterance, Context context, List<Word> words, Lexicon lexicon, EditTimes times,
            TitleFinder finder, RequestReading request) {
        this.request = request;
        this.utterance = utterance;
        this.context = context;
        this.words = words;
        this.lexicon = lexicon;
        this.times = times;
        this.finder = finder;
        this.now = utterance.at().atZone(context.zone());
    }

    /** The commands for every task meant; null where no "all" is said or no task fits. */
    @Nullable
    List<EditCommand> read(EditVerbs.Found found) {
        int all = all(found);
        if (all < 0 || found.deed() || found.verb() == Verb.MERGE || found.verb() == Verb.UNDO
                || found.verb() == Verb.SPLIT || found.verb() == Verb.ADD_STEP)
            return null;
        boolean sets = found.verb() == Verb.SET || found.verb() == Verb.SNOOZE;
        List<RequestReading.Part> conditions = conditions(found);
        List<Stretch> stretches = stretches().stream().filter(one -> conditions.stream()
                .noneMatch(part -> part.from() < one.end() && one.word() < part.until())).toList();
        Stretch target = sets && !stretches.isEmpty() ? stretches.getLast() : null;
        if (sets && target == null)
            return null;
        List<Stretch> sources = target == null ? stretches : stretches.subList(0, stretches.size() - 1);
        List<Word> names = names(found, all, stretches);
        List<TaskTitle> meant = isOfList(all) ? shown() : meant(names, conditions);
        Stretch source = sources.isEmpty() ? null : sources.getFirst();
        List<TaskTitle> chosen = meant.stream().filter(task -> fits(found.verb(), task, source)).toList();
        return chosen.isEmpty() ? null : commands(found.verb(), chosen, source, target);
    }

    /** "All of them": of the last list. */
    private boolean isOfList(int all) {
        return !context.shown().isEmpty() && words.stream().anyMatch(word -> EditWords.is(word, "them"))
                && EditWords.cue(words, all, "all") > 0;
    }

    /** Where conditions say all that the names do, the tasks they hold for, and those with such words in the title. */
    private List<TaskTitle> meant(List<Word> names, List<RequestReading.Part> conditions) {
        boolean isSaid = !conditions.isEmpty() && names.stream().allMatch(word -> conditions.stream()
                .anyMatch(part -> words.subList(part.from(), part.until()).contains(word)));
        if (!isSaid)
            return names.isEmpty() ? finder.tasks() : finder.all(names);
        List<Filter> all = new ArrayList<>(List.of(Filter.OPEN));
        conditions.forEach(part -> all.add(part.filter()));
        return Stream.concat(context.chosen().apply(new Filter.All(all)).stream(), finder.all(names).stream())
                .distinct().toList();
    }

    /** What a request would ask of the tasks, beside their days: "older than six weeks", «по машине». */
    private List<RequestReading.Part> conditions(EditVerbs.Found found) {
        return request.parts().stream()
                .filter(part -> IntStream.range(part.from(), part.until()).noneMatch(found::covers))
                .filter(part -> part.filter() instanceof Filter.Names
                        || part.filter() instanceof Filter.Window(DateField field, var _, var _)
                                && field != DateField.DUE && field != DateField.START)
                .toList();
    }

    private List<TaskTitle> shown() {
        return finder.tasks().stream().filter(task -> context.shown().contains(task.id())).toList();
    }

    private int all(EditVerbs.Found found) {
        for (int i = 0; i < words.size(); i++)
            if (!found.covers(i) && EditWords.cue(words, i, "all") > 0
                    && !(found.verb() == Verb.COMPLETE && words.get(i).plain().equals("все")))
                return i;
        return -1;
    }

    private List<Stretch> stretches() {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Stretch here = stretch(i);
            if (here == null)
                continue;
            found.add(here);
            i = here.end() - 1;
        }
        for (TimePiece piece : times.read(utterance.text()).pieces())
            if (found.isEmpty() && piece.value() instanceof TimeValue.Due(When when, var _))
                found.add(new Stretch(when.dayIn(context.zone()), when.dayIn(context.zone()), wordAt(piece.from()),
                        wordAt(piece.until())));
        for (int i = 0; i < words.size() && found.size() == 1; i++)
            if (EditWords.cue(words, i, "same") > 0 && i > found.getFirst().word())
                found.add(next(found.getFirst(), i));
        return found;
    }

    /** The words of the lexicon that name days: the longest that begin here, or null. */
    private @Nullable Stretch stretch(int at) {
        for (Lexicon.Match match : lexicon.all(words, at).reversed())
            for (Entry entry : match.entries()) {
                String window = entry.window();
                if (match.gapEnd() > 0)
                    continue;
                if (window.startsWith("weekday:")) {
                    LocalDate day = now.toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(Integer.parseInt(
                            window.substring(8)))));
                    return new Stretch(day, day, at, at + match.length());
                }
                int dots = window.indexOf("..");
                if (dots > 0 && dots + 2 < window.length())
                    return new Stretch(day(Moment.parse(window.substring(0, dots))),
                            day(Moment.parse(window.substring(dots + 2))), at, at + match.length());
            }
        return null;
    }

    private int wordAt(int place) {
        for (int i = 0; i < words.size(); i++)
            if (utterance.text().codePointCount(0, words.get(i).from()) >= place)
                return i;
        return words.size();
    }

    /** "From this week to the next". */
    private static Stretch next(Stretch one, int word) {
        long days = ChronoUnit.DAYS.between(one.from(), one.until()) + 1;
        return new Stretch(one.from().plusDays(days), one.until().plusDays(days), word, word + 1);
    }

    private LocalDate day(Moment moment) {
        return switch (moment) {
            case Moment.Day(LocalDate date) -> date;
            case Moment.At(var dateTime) -> dateTime.atZoneSameInstant(context.zone()).toLocalDate();
            case Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts) -> {
                ZonedDateTime at = switch (anchor) {
                    case NOW, TODAY -> now;
                    case WEEK -> now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> now.withDayOfMonth(1);
                };
                for (Moment.Shift shift : shifts)
                    at = moved(at, shift);
                yield at.toLocalDate();
            }
        };
    }

    private static ZonedDateTime moved(ZonedDateTime at, Moment.Shift shift) {
        return switch (shift.unit()) {
            case MINUTES -> at.plus(Duration.ofMinutes(shift.amount()));
            case HOURS -> at.plus(Duration.ofHours(shift.amount()));
            case DAYS -> at.plusDays(shift.amount());
            case WEEKS -> at.plusWeeks(shift.amount());
            case MONTHS -> at.plusMonths(shift.amount());
        };
    }

    /** What names the tasks meant: neither the verb, nor dates, nor what only links. */
    private List<Word> names(EditVerbs.Found found, int all, List<Stretch> stretches) {
        List<Word> names = new ArrayList<>();
        int end = all + EditWords.cue(words, all, "all");
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            int at = i;
            boolean dated = stretches.stream().anyMatch(one -> one.word() <= at && at < one.end());
            if (!found.covers(i) && (i < all || i >= end) && !dated && !word.isMark()
                    && !EditWords.is(word, "filler") && !ABOUT.contains(word.plain())
                    && !EditWords.is(word, "same") && EditWords.window(word).isEmpty()
                    && !OVERDUE.contains(word.plain()) && !TitleFinder.isEmptyWord(word))
                names.add(word);
        }
        return names;
    }

    private boolean fits(Verb verb, TaskTitle task, @Nullable Stretch source) {
        if (task.status() != (verb == Verb.REOPEN ? Status.DONE : Status.OPEN))
            return false;
        LocalDate day = task.due() == null ? null : task.due().dayIn(context.zone());
        if (words.stream().anyMatch(word -> OVERDUE.contains(word.plain())))
            return day != null && day.isBefore(now.toLocalDate());
        return source == null || day != null && source.holds(day);
    }

    private List<EditCommand> commands(Verb verb, List<TaskTitle> chosen, @Nullable Stretch source,
            @Nullable Stretch target) {
        if (target == null)
            return List.of(new EditCommand(verb, chosen.stream().map(TaskTitle::id).toList(), List.of(),
                    List.of()));
        return chosen.stream().map(task -> new EditCommand(Verb.SET, List.of(task.id()), List.of(),
                List.of(new Proposed(moved(task, source, target), Provenance.said(utterance.at(), 0.9,
                        words(target))))))
                .toList();
    }

    private String words(Stretch target) {
        return utterance.text().substring(words.get(target.word()).from()).strip();
    }

    /** To the day said, or to the same day of the week or month that was said; the time of day stays. */
    private TaskEdit moved(TaskTitle task, @Nullable Stretch source, Stretch target) {
        LocalDate old = task.due() == null ? target.from() : task.due().dayIn(context.zone());
        LocalDate day = target.isDay() ? target.from() : within(old, source, target);
        When due = task.due() instanceof When.Moment moment
                ? new When.Moment(moment.instant().atZone(context.zone()).toLocalTime().atDate(day)
                        .atZone(context.zone()).toInstant())
                : new When.Day(day);
        return new TaskEdit.Reschedule(due, task.due() == null ? DueKind.BY : task.dueKind());
    }

    private static LocalDate within(LocalDate old, @Nullable Stretch source, Stretch target) {
        if (source != null) {
            LocalDate same = target.from().plusDays(ChronoUnit.DAYS.between(source.from(), old));
            return same.isAfter(target.until()) ? target.until() : same;
        }
        LocalDate sameDay = target.from().with(TemporalAdjusters.nextOrSame(old.getDayOfWeek()));
        return sameDay.isAfter(target.until()) ? target.from() : sameDay;
    }
}
