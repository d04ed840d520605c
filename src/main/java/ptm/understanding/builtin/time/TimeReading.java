package ptm.understanding.builtin.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import ptm.task.When;

/** What a text about one task says of time; pieces in the order of the text. */
public record TimeReading(List<TimePiece> pieces) {

    public static final TimeReading NOTHING = new TimeReading(List.of());

    public TimeReading {
        pieces = List.copyOf(pieces);
    }

    /** The due said, or a recurrence's first occurrence. */
    public Optional<TimeValue.Due> due() {
        return values(TimeValue.Due.class).findFirst();
    }

    public Optional<When> start() {
        return values(TimeValue.Start.class).map(TimeValue.Start::when).findFirst();
    }

    /** The first effort said. */
    public OptionalInt minutes() {
        return values(TimeValue.Effort.class).mapToInt(TimeValue.Effort::minutes).findFirst();
    }

    public Optional<TimeValue.Repeat> repeat() {
        return values(TimeValue.Repeat.class).findFirst();
    }

    public List<Instant> reminders() {
        return values(TimeValue.Reminder.class).map(TimeValue.Reminder::at).distinct().toList();
    }

    /** Whether there is a due, a start, a recurrence or a reminder: more than an effort. */
    public boolean hasDate() {
        return pieces.stream().anyMatch(piece -> !(piece.value() instanceof TimeValue.Effort));
    }

    private <V extends TimeValue> Stream<V> values(Class<V> type) {
        return pieces.stream().map(TimePiece::value).filter(type::isInstance).map(type::cast);
    }
}
