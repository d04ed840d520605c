package ptm.understanding.builtin.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.filter.Moment;
import ptm.filter.Moment.Anchor;
import ptm.filter.Moment.Shift;
import ptm.filter.Moment.Unit;
import ptm.task.When;
import ptm.understanding.builtin.time.WindowPiece.Relation;
import ptm.understanding.builtin.time.WindowPiece.Tense;

/** Reads the windows of time in a request; which date they are about is the caller's to say. */
public final class WindowReader {

    /** Windows in the order of the text; empty where it names none. */
    public List<WindowPiece> readWindow(String said, TimeScene scene, Tense tense) {
        var text = new TimeText(said, TimeReader.lexicon(), scene.language());
        return new Reading(text, scene, tense).windows();
    }

    private static final class Reading {

        private final TimeText text;
        private final TimeScene scene;
        private final boolean past;
        private final boolean unclear;
        private final DurationRules durations;
        private final WindowNames names;
        private final TimeClockRules clocks;

        Reading(TimeText text, TimeScene scene, Tense tense) {
            this.text = text;
            this.scene = scene;
            this.past = tense == Tense.PAST || tense == Tense.UNKNOWN && text.has("past_verb");
            this.unclear = tense == Tense.UNKNOWN;
            this.durations = new DurationRules(text);
            this.names = new WindowNames(text, scene.today());
            this.clocks = new TimeClockRules(text);
        }

        List<WindowPiece> windows() {
            List<WindowPiece> windows = new ArrayList<>();
            int i = 0;
            while (i < text.size()) {
                TimeMatch<WindowPiece> read = text.isPlain(i) ? null : window(i);
                if (read != null) {
                    windows.add(read.value());
                }
                i = read == null ? i + 1 : read.to();
            }
            return windows;
        }

        private @Nullable TimeMatch<WindowPiece> window(int i) {
            TimeMatch<WindowPiece> best = counted(i);
            if (text.is(i, "term")) {
                return best;
            }
            for (TimeCueWord cue : TimeCueWord.at(text, i)) {
                int the = text.text(cue.to(), "the") ? cue.to() + 1 : cue.to();
                best = longer(best, named(i, cue.to(), relation(i, cue.cue()), true));
                best = longer(best, named(i, the, relation(i, cue.cue()), true));
                best = longer(best, clock(i, cue.to(), relation(i, cue.cue())));
            }
            int in = text.skip(i, "in_period");
            best = in > i ? longer(best, named(i, in, Relation.ON, true)) : best;
            return longer(best, named(i, i, Relation.ON, false));
        }

        private static @Nullable TimeMatch<WindowPiece> longer(@Nullable TimeMatch<WindowPiece> one,
                @Nullable TimeMatch<WindowPiece> other) {
            return one == null || other != null && other.to() > one.to() ? other : one;
        }

        private Relation relation(int i, TimeCue cue) {
            return switch (cue) {
                case BY -> Relation.BY;
                case BEFORE, UNTIL -> Relation.BEFORE;
                case FROM -> Relation.SINCE;
                case AFTER -> Relation.AFTER;
                case NONE, ON, FOR, WITHIN -> Relation.ON;
            };
        }

        /** Stretches: "the last 3 days", "в ближайшие два дня", "older than a month", "two weeks ago". */
        private @Nullable TimeMatch<WindowPiece> counted(int i) {
            int older = text.skip(i, "older");
            if (older > i) {
                TimeMatch<DurationStretch> stretch = durations.stretch(older);
                return stretch == null || stretch.value().unit().isClock()
                        ? null
                        : older(i, stretch.value(), text.skip(stretch.to(), "ago"));
            }
            int recent = text.skip(i, "newest");
            TimeMatch<DurationStretch> stretch = recent > i ? durations.stretch(recent) : null;
            if (stretch != null) {
                return piece(Relation.ON, back(stretch.value()), null, i, stretch.to());
            }
            int coming = text.skip(i, "coming");
            stretch = coming > i ? durations.stretch(coming) : null;
            if (stretch != null) {
                boolean clock = stretch.value().unit().isClock();
                return piece(Relation.ON, clock ? Moment.now() : Moment.today(), ahead(stretch.value()), i,
                        stretch.to());
            }
            stretch = durations.stretch(i);
            int ago = stretch == null ? i : text.skip(stretch.to(), "ago");
            return stretch == null || ago == stretch.to() || stretch.value().unit().isClock()
                    ? null
                    : piece(Relation.ON, back(stretch.value()), back(stretch.value()), i, ago);
        }

        private TimeMatch<WindowPiece> older(int i, DurationStretch length, int to) {
            int days = switch (length.unit()) {
                case DAY, WORKDAY -> length.whole();
                case WEEK -> length.whole() * 7;
                default -> 0;
            };
            Moment till = days > 0 ? Moment.today(-days - 1) : back(length);
            return piece(Relation.OLDER, null, till, i, to);
        }

        private static Moment back(DurationStretch length) {
            return shifted(length, -1);
        }

        private static Moment ahead(DurationStretch length) {
            return shifted(length, 1);
        }

        private static Moment shifted(DurationStretch length, int sign) {
            int amount = sign * length.whole();
            return switch (length.unit()) {
                case MINUTE -> WindowNames.relative(Anchor.NOW, new Shift(amount, Unit.MINUTES));
                case HOUR -> WindowNames.relative(Anchor.NOW, new Shift(amount, Unit.HOURS));
                case DAY, WORKDAY -> Moment.today(amount);
                case WEEK -> WindowNames.relative(Anchor.TODAY, new Shift(amount, Unit.WEEKS));
                case MONTH -> WindowNames.relative(Anchor.TODAY, new Shift(amount, Unit.MONTHS));
                case YEAR -> WindowNames.relative(Anchor.TODAY, new Shift(amount * 12, Unit.MONTHS));
            };
        }

        private @Nullable TimeMatch<WindowPiece> named(int i, int at, Relation relation, boolean cued) {
            boolean gone = past || unclear && relation == Relation.SINCE;
            TimeMatch<WindowNames.Named> read = names.read(at, cued, gone);
            if (read == null) {
                return null;
            }
            WindowNames.Named named = read.value();
            TimeMatch<TimeClock> clock = clocks.clock(text.skip(read.to(), "at"), text.is(read.to(), "at"));
            if (clock != null && named.day() && (relation == Relation.BY || relation == Relation.BEFORE)) {
                return until(i, clock.to(), relation, clock.value(), date(named.first()));
            }
            int to = text.skip(read.to(), "including");
            Relation kept = relation == Relation.BEFORE && (to > read.to() || named.day() && text.text(i, "до"))
                    ? Relation.BY
                    : relation;
            Moment since = switch (kept) {
                case ON, SINCE -> named.first();
                case AFTER -> dayAfter(named.last(), 1);
                case BY, BEFORE, OLDER -> null;
            };
            Moment till = switch (kept) {
                case ON, BY -> named.last();
                case BEFORE -> dayAfter(named.first(), -1);
                case SINCE, AFTER, OLDER -> null;
            };
            return TimeMatch.of(new WindowPiece(kept, named.first(), named.last(), since, till, null,
                    text.words(text.at(i).from(), text.at(to - 1).until()), text.at(i).from(),
                    text.at(to - 1).until(), cued ? 0.95 : 0.9), to);
        }

        private LocalDate date(Moment day) {
            return switch (day) {
                case Moment.Day(LocalDate date) -> date;
                case Moment.At at -> at.dateTime().toLocalDate();
                case Moment.Relative(Anchor anchor, List<Shift> shifts) -> scene.today()
                        .plusDays(shifts.stream().mapToInt(Shift::amount).sum());
            };
        }

        private static Moment dayAfter(Moment day, int days) {
            return switch (day) {
                case Moment.Day(LocalDate date) -> new Moment.Day(date.plusDays(days));
                case Moment.At at -> new Moment.At(at.dateTime().plusDays(days));
                case Moment.Relative(Anchor anchor, List<Shift> shifts) -> {
                    List<Shift> more = new ArrayList<>(shifts);
                    boolean same = !more.isEmpty() && more.getLast().unit() == Unit.DAYS;
                    int last = same ? more.removeLast().amount() : 0;
                    if (last + days != 0) {
                        more.add(new Shift(last + days, Unit.DAYS));
                    }
                    yield new Moment.Relative(anchor, more);
                }
            };
        }

        /** "before 4", "до обеда", "by noon tomorrow". */
        private @Nullable TimeMatch<WindowPiece> clock(int i, int at, Relation relation) {
            if (relation != Relation.BY && relation != Relation.BEFORE) {
                return null;
            }
            TimeMatch<TimeClock> clock = clocks.clock(at, true);
            TimeWord part = clock == null ? text.word(at, "part") : null;
            if (clock == null && part == null) {
                return null;
            }
            int to = clock != null ? clock.to() : at + (part == null ? 0 : part.length());
            TimeMatch<WindowNames.Named> day = names.read(to, false, false);
            LocalDate date = day != null && day.value().day() ? date(day.value().first()) : null;
            int end = date != null && day != null ? day.to() : to;
            if (clock != null) {
                return until(i, end, relation, clock.value(), date);
            }
            return part == null
                    ? null
                    : until(i, end, relation, new TimeMoments(scene, null).at(date, TimePart.named(part.key())));
        }

        private TimeMatch<WindowPiece> until(int i, int to, Relation relation, TimeClock clock,
                @Nullable LocalDate date) {
            return until(i, to, relation, new TimeMoments(scene, null).at(date, clock, null));
        }

        private TimeMatch<WindowPiece> until(int i, int to, Relation relation, When when) {
            ZoneId zone = scene.now().getZone();
            ZonedDateTime moment = when.startsAt(zone).atZone(zone);
            long left = Duration.between(scene.now(), moment).toMinutes();
            Moment at = when instanceof When.Day(LocalDate date)
                    ? new Moment.Day(date)
                    : new Moment.At(moment.toOffsetDateTime());
            return TimeMatch.of(new WindowPiece(relation, at, at, null, at, left > 0 && left <= 24 * 60
                    ? (int) left
                    : null, text.words(text.at(i).from(), text.at(to - 1).until()), text.at(i).from(),
                    text.at(to - 1).until(), 0.9), to);
        }

        private TimeMatch<WindowPiece> piece(Relation relation, @Nullable Moment since, @Nullable Moment till, int i,
                int to) {
            return TimeMatch.of(new WindowPiece(relation, since, till, since, till, null,
                    text.words(text.at(i).from(), text.at(to - 1).until()), text.at(i).from(),
                    text.at(to - 1).until(), 0.9), to);
        }
    }
}
