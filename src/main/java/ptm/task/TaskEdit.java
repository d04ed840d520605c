package ptm.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Everything that can happen to a task. A null value clears the field. */
public sealed interface TaskEdit {

    /** The field whose value, provenance and lock this touches. */
    Field field();

    /** @param title 1 to 200 characters after trimming */
    record Rename(String title) implements TaskEdit {
        @Override
        public Field field() {
            return Field.TITLE;
        }
    }

    /** Sets one of the free texts: description, motivation, risk's reason or mitigation, what it waits for. */
    record Describe(Field field, String text) implements TaskEdit {
        public Describe {
            switch (field) {
                case DESCRIPTION, MOTIVATION, RISK_REASON, RISK_MITIGATION, WAITS_FOR -> {
                }
                default -> throw new IllegalArgumentException(field.jsonName() + " is not a free text");
            }
        }
    }

    /** Not before this moment. */
    record Begin(@Nullable When start) implements TaskEdit {
        @Override
        public Field field() {
            return Field.START;
        }
    }

    record Reschedule(@Nullable When due, DueKind kind) implements TaskEdit {
        @Override
        public Field field() {
            return Field.DUE;
        }
    }

    /** @param minutes 1 to 100,000 */
    record Estimate(@Nullable Integer minutes) implements TaskEdit {
        @Override
        public Field field() {
            return Field.MINUTES;
        }
    }

    /** @param value 0 to 3 */
    record Rate(Scale scale, @Nullable Integer value) implements TaskEdit {
        @Override
        public Field field() {
            return Field.of(scale);
        }
    }

    /** @param reasons by name, why it was given; may be empty */
    record Relabel(Label label, List<String> names, Map<String, String> reasons) implements TaskEdit {
        public Relabel {
            names = List.copyOf(names);
            reasons = Map.copyOf(reasons);
        }

        @Override
        public Field field() {
            return Field.of(label);
        }
    }

    /** @param rule an RFC 5545 RRULE without the prefix, such as {@code FREQ=WEEKLY;BYDAY=MO} */
    record Repeat(@Nullable String rule, RepeatFrom from) implements TaskEdit {
        @Override
        public Field field() {
            return Field.REPEAT;
        }
    }

    record Plan(List<Step> steps) implements TaskEdit {
        public Plan {
            steps = List.copyOf(steps);
        }

        @Override
        public Field field() {
            return Field.SUBTASKS;
        }
    }

    record Remind(List<Instant> reminders) implements TaskEdit {
        public Remind {
            reminders = List.copyOf(reminders);
        }

        @Override
        public Field field() {
            return Field.REMINDERS;
        }
    }

    record Review(List<When> reviews) implements TaskEdit {
        public Review {
            reviews = List.copyOf(reviews);
        }

        @Override
        public Field field() {
            return Field.REVIEWS;
        }
    }

    record Attach(List<Link> links) implements TaskEdit {
        public Attach {
            links = List.copyOf(links);
        }

        @Override
        public Field field() {
            return Field.LINKS;
        }
    }

    /** Put aside by the person: not suggested before this moment. */
    record Hide(@Nullable Instant until) implements TaskEdit {
        @Override
        public Field field() {
            return Field.HIDDEN_UNTIL;
        }
    }

    /** @param skipped how many occurrences of a repeating task were past already; the service counts them */
    record Complete(int skipped) implements TaskEdit {
        public Complete() {
            this(0);
        }

        @Override
        public Field field() {
            return Field.STATUS;
        }
    }

    record Drop() implements TaskEdit {
        @Override
        public Field field() {
            return Field.STATUS;
        }
    }

    record Reopen() implements TaskEdit {
        @Override
        public Field field() {
            return Field.STATUS;
        }
    }

    /** Gone from every list; can be undone for 30 days. */
    record Delete() implements TaskEdit {
        @Override
        public Field field() {
            return Field.STATUS;
        }
    }

    /** Takes a deletion back. */
    record Restore() implements TaskEdit {
        @Override
        public Field field() {
            return Field.STATUS;
        }
    }

    /** Closes a field to machines, or opens it. */
    record Lock(Field field, boolean locked) implements TaskEdit {}
}
