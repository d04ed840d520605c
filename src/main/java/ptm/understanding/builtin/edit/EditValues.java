package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeValue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.NameField;
import ptm.task.DueKind;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.RepeatFrom;
import ptm.task.Scale;
import ptm.task.TaskEdit;
import ptm.task.When;
import ptm.understanding.Verb;

/** Finds the new values in a part of an edit: dates, effort, scales, names, what is waited for. */
final class EditValues {

    /**
     * @param used  which words the values were read from
     * @param days  that were said, and are no new value
     * @param worded whether some value is of words other than time
     */
    record Read(List<EditValue> values, BitSet used, List<When> days, boolean worded) {}

    private final Lengths lengths;
    private final EditTimes times;
    private final EditThemes themes;

    EditValues(Lexicon lexicon, EditTimes times, EditThemes themes) {
        this.lengths = new Lengths(lexicon);
        this.times = times;
        this.themes = themes;
    }

    /** One reading of one clause. */
    private final class Reader {
        private final Clause clause;
        private final EditVerbs.@Nullable Found found;
        private final Verb verb;
        private final List<Word> words;
        private final List<EditValue> values = new ArrayList<>();
        private final List<When> days = new ArrayList<>();
        private final BitSet used = new BitSet();
        private boolean worded;

        Reader(Clause clause, EditVerbs.@Nullable Found found) {
            this.clause = clause;
            this.found = found;
            this.verb = found == null ? Verb.SET : found.verb();
            this.words = clause.words();
        }

        Read read() {
            boolean sets = verb == Verb.SET || verb == Verb.SNOOZE || verb == Verb.START;
            if (has("remind"))
                time(true, true);
            else if (sets && waits())
                until();
            else {
                if (sets && verb != Verb.START)
                    taken();
                if (values.isEmpty() && sets && isShift())
                    shift();
                time(sets && values.isEmpty(), false);
                if (verb == Verb.SET && values.isEmpty())
                    hour();
                if (verb == Verb.SET && values.isEmpty())
                    worded();
            }
            return new Read(values, used, days, worded);
        }

        private boolean has(String cue) {
            for (int i = 0; i < words.size(); i++)
                if (!clause.title().get(i) && EditWords.cue(words, i, cue) > 0)
                    return true;
            return false;
        }

        /** "no deadline", «не повторять»: a value goes. */
        private void taken() {
            take("noDue", "due", new TaskEdit.Reschedule(null, DueKind.BY));
            take("noRepeat", "repeat", new TaskEdit.Repeat(null, RepeatFrom.DUE));
            take("noRemind", "reminders", new TaskEdit.Remind(List.of()));
        }

        private void take(String cue, String field, TaskEdit edit) {
            for (int i = 0; i < words.size(); i++) {
                int length = clause.title().get(i) ? 0 : EditWords.cue(words, i, cue);
                if (length > 0) {
                    used.set(i, i + length);
                    add(_ -> edit, field, i, i + length, 0.9);
                    worded = true;
                    return;
                }
            }
        }

        /** "waiting for Bob": what is waited for, up to the words about time. */
        private boolean waits() {
            for (int i = 0; i < words.size(); i++) {
                int length = clause.title().get(i) ? 0 : EditWords.cue(words, i, "waits");
                if (length == 0)
                    continue;
                TimeReading reading = times.read(clause.text());
                int end = i + length;
                while (end < words.size() && !words.get(end).isMark() && !isTimed(reading, end))
                    end++;
                if (end == i + length)
                    return false;
                String whom = clause.text().substring(words.get(i + length).from() - clause.from(),
                        words.get(end - 1).until() - clause.from()).strip();
                used.set(i, end);
                add(_ -> new TaskEdit.Describe(Field.WAITS_FOR, whom), "waitsFor", i, end, 0.8);
                worded = true;
                return true;
            }
            return false;
        }

        private boolean isTimed(TimeReading reading, int word) {
            return reading.pieces().stream().anyMatch(piece -> covers(piece, words.get(word)));
        }

        /** Until when it is waited for: out of sight till then. */
        private void until() {
            for (TimePiece piece : times.read(clause.text()).pieces())
                if (piece.value() instanceof TimeValue.Due(When when, var _) && mark(piece) >= 0) {
                    values.add(new EditValue(_ -> times.hide(when), "hiddenUntil", piece.words(),
                            clause.place() + piece.from(), clause.place() + piece.until(), piece.confidence()));
                    return;
                }
        }

        private boolean isShift() {
            return has("shift") || has("back") || verb == Verb.SNOOZE;
        }

        private void shift() {
            Lengths.Said said = lengths.find(words);
            if (said == null || clause.title().get(said.until() - 1))
                return;
            for (TimePiece piece : times.read(clause.text()).pieces())
                if (!(piece.value() instanceof TimeValue.Effort) && covers(piece, words.get(said.until() - 1)))
                    return;
            boolean back = has("back");
            used.set(said.from(), said.until());
            if (isNegated(said.from()))
                return;
            add(task -> times.shifted(verb, said.amount(), back, task), "due", said.from(), said.until(), 0.9);
        }

        private boolean covers(TimePiece piece, Word word) {
            return EditTimes.covers(clause.text(), clause.from(), piece, word);
        }

        private void time(boolean sets, boolean remind) {
            TimeReading reading = times.read(clause.text());
            for (TimePiece piece : reading.pieces()) {
                int first = mark(piece);
                boolean negated = isNegated(first);
                if (piece.value() instanceof TimeValue.Due(When when, var _) && (!sets || negated))
                    days.add(when);
                if (first < 0 && !remind || negated || !sets || remind && !isReminder(piece, reading)
                        || piece.value() instanceof TimeValue.Due && isFirstOfRepeat(piece, reading)
                        || values.stream().anyMatch(value -> value.field().equals(field(piece.value()))))
                    continue;
                values.add(new EditValue(task -> times.edit(verb, remind, piece, clause.text(), task),
                        field(piece.value()), piece.words(), clause.place() + piece.from(),
                        clause.place() + piece.until(), piece.confidence()));
            }
        }

        /** "not today", «не в 15». */
        private boolean isNegated(int first) {
            return first >= 0 && EditWords.is(words.get(first), "not")
                    || first > 0 && (EditWords.is(words.get(first - 1), "not")
                            || first > 1 && EditWords.is(words.get(first - 2), "not")
                                    && EditWords.is(words.get(first - 1), "to"));
        }

        private static boolean isReminder(TimePiece piece, TimeReading reading) {
            return piece.value() instanceof TimeValue.Reminder
                    || reading.reminders().isEmpty() && piece.value() instanceof TimeValue.Due
                    || piece.value() instanceof TimeValue.Repeat;
        }

        private static boolean isFirstOfRepeat(TimePiece piece, TimeReading reading) {
            return reading.pieces().stream().anyMatch(other -> other.value() instanceof TimeValue.Repeat
                    && other.from() == piece.from());
        }

        /** Marks the words of a time as used. @return the first of them, or -1 where the verb's own words are all */
        private int mark(TimePiece piece) {
            int first = -1;
            for (int i = 0; i < words.size(); i++)
                if (!clause.title().get(i) && covers(piece, words.get(i))) {
                    used.set(i);
                    if (first < 0 && (found == null || !found.covers(i)))
                        first = i;
                }
            return first;
        }

        /** "to 11". */
        private void hour() {
            for (int i = 1; i < words.size(); i++) {
                Word word = words.get(i);
                boolean ends = i == words.size() - 1 || words.get(i + 1).isMark()
                        || EditWords.is(words.get(i + 1), "filler");
                if (used.get(i) || !ends || !word.plain().matches("\\d{1,2}")
                        || Integer.parseInt(word.plain()) > 23 || !EditWords.is(words.get(i - 1), "to")
                        || i == 1 && found == null)
                    continue;
                int hour = Integer.parseInt(word.plain());
                used.set(i - 1, i + 1);
                if (isNegated(i - 1))
                    return;
                add(task -> times.hour(hour, task), "due", i - 1, i + 1, 0.8);
                return;
            }
        }

        /** Scales, places and themes. */
        private void worded() {
            for (int i = 0; i < words.size(); i++) {
                if (clause.title().get(i) || used.get(i))
                    continue;
                int length = under(i);
                if (length == 0)
                    length = meant(i);
                if (length > 0) {
                    used.set(i, i + length);
                    worded = true;
                    i += length - 1;
                }
            }
        }

        private int under(int at) {
            int cue = EditWords.cue(words, at, "under");
            EditThemes.Named named = themes.find(words, at, cue);
            if (named == null)
                return 0;
            add(_ -> new TaskEdit.Relabel(Label.THEMES, List.of(named.name()), Map.of()), "themes", at,
                    at + named.length(), 0.9);
            return named.length();
        }

        private int meant(int at) {
            for (Lexicon.Match match : EditWords.lexicon().all(words, at).reversed())
                for (Entry entry : match.entries()) {
                    TaskEdit edit = entry.mean() == null ? null : edit(entry.mean());
                    if (edit == null
                            || values.stream().anyMatch(value -> value.field().equals(edit.field().jsonName())))
                        continue;
                    int length = match.length();
                    int first = at > 0 && EditWords.is(words.get(at - 1), "under") ? at - 1 : at;
                    add(_ -> edit, edit.field().jsonName(), first, at + length, 0.85);
                    return length;
                }
            return 0;
        }

        private void add(java.util.function.Function<ptm.task.@Nullable TaskTitle, TaskEdit> edit, String field,
                int first, int end, double confidence) {
            String message = clause.text();
            int from = words.get(first).from() - clause.from();
            int until = words.get(end - 1).until() - clause.from();
            values.add(new EditValue(edit, field, message.substring(from, until),
                    clause.place() + message.codePointCount(0, from),
                    clause.place() + message.codePointCount(0, until),
                    confidence));
        }
    }

    Read read(Clause clause, EditVerbs.@Nullable Found found) {
        return new Reader(clause, found).read();
    }

    private static @Nullable TaskEdit edit(Filter filter) {
        return switch (filter) {
            case Filter.Range range when range.field().isScale() && range.atLeast() != null -> {
                Scale scale = Scale.find(range.field().jsonName());
                yield scale == null ? null : new TaskEdit.Rate(scale, range.atLeast());
            }
            case Filter.Names(NameField field, List<String> names) when field == NameField.CONTEXT ->
                    new TaskEdit.Relabel(Label.CONTEXTS, names, Map.of());
            default -> null;
        };
    }

    private static String field(TimeValue value) {
        return switch (value) {
            case TimeValue.Due _ -> Field.DUE.jsonName();
            case TimeValue.Start _ -> Field.START.jsonName();
            case TimeValue.Effort _ -> Field.MINUTES.jsonName();
            case TimeValue.Repeat _ -> Field.REPEAT.jsonName();
            case TimeValue.Reminder _ -> Field.REMINDERS.jsonName();
        };
    }
}
