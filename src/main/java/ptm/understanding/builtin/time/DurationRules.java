package ptm.understanding.builtin.time;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads lengths of time: "1h30m", "полтора часа", "15–20 min", "минут на двадцать". */
final class DurationRules {

    /** Russian forms that may stand before their number: "часа два". */
    private static final Set<String> INVERTED =
            Set.of("минут", "минуток", "минуты", "часа", "часов", "часика", "часиков",
                    "дня", "дней", "денька", "недели", "недель", "недельки", "месяца", "месяцев");

    private final TimeText text;

    DurationRules(TimeText text) {
        this.text = text;
    }

    /** A length, with its range if it has one; a range gives its middle. */
    @Nullable
    TimeMatch<DurationStretch> stretch(int i) {
        TimeMatch<DurationStretch> first = single(i);
        if (first == null) {
            return null;
        }
        int or = text.skip(first.to(), "or");
        if (or == first.to()) {
            return first;
        }
        TimeMatch<DurationStretch> second = single(or);
        if (second != null && (second.value().unit() == first.value().unit() || second.value().unit().isClock()
                && first.value().unit().isClock() && first.value().minutes() < second.value().minutes())) {
            return TimeMatch.of(first.value().middle(second.value()), second.to());
        }
        TimeMatch<Double> number = TimeNumbers.any(text, or);
        if (number != null && (text.edge(number.to()) || text.is(number.to(), "of")) && number.value() < 60
                && number.value() > first.value().count()) {
            return TimeMatch.of(
                    first.value().middle(new DurationStretch(number.value(), first.value().unit(), false)),
                    number.to());
        }
        return first;
    }

    /** A length without another after it. */
    @Nullable
    TimeMatch<DurationStretch> single(int i) {
        TimeWord amount = text.word(i, "amount");
        if (amount != null) {
            String[] parts = amount.key().split(" ");
            return TimeMatch.of(DurationStretch.of(Double.parseDouble(parts[0]), parts[1], false), i + amount.length());
        }
        TimeMatch<DurationStretch> counted = colon(i);
        counted = counted == null ? counted(i) : counted;
        if (counted != null) {
            return counted;
        }
        TimeWord unit = text.word(i, "unit");
        if (unit == null || !isCyrillic(i)) {
            return null;
        }
        TimeMatch<DurationStretch> inverted = INVERTED.contains(text.at(i).text()) ? inverted(i, unit) : null;
        if (inverted != null) {
            return inverted;
        }
        TimeMatch<DurationStretch> rest = withRest(1, unit, i + 1);
        return rest.to() > i + 1 ? rest : TimeMatch.of(DurationStretch.of(1, unit.key(), true), i + 1);
    }

    /** "1:20h". */
    private @Nullable TimeMatch<DurationStretch> colon(int i) {
        TimeToken minute = text.at(i + 2);
        boolean written = text.at(i).isNumber() && text.glued(i + 1, ":") && minute.digits() == 2 && !minute.spaced()
                && minute.number() < 60 && text.at(i).digits() <= 2;
        TimeWord unit = written ? text.word(i + 3, "unit") : null;
        return unit == null || !unit.key().equals("hour")
                ? null
                : TimeMatch.of(DurationStretch.of(text.at(i).number() * 60 + minute.number(), "minute", false), i + 4);
    }

    private @Nullable TimeMatch<DurationStretch> counted(int i) {
        TimeMatch<Double> number = number(i);
        if (number == null) {
            return null;
        }
        double count = number.value();
        int to = number.to();
        int or = text.skip(to, "or");
        TimeMatch<Double> upper = or > to ? TimeNumbers.any(text, or) : null;
        if (upper != null && upper.value() > count) {
            count = (count + upper.value()) / 2;
            to = upper.to();
        }
        int unitAt = text.glued(to, "-") ? to + 1 : to;
        TimeWord adjective = text.word(unitAt, "unit_adjective");
        unitAt = text.skip(unitAt, "unit_adjective");
        TimeWord unit = text.word(unitAt, "unit");
        if (unit != null && adjective != null && adjective.key().equals("workday") && unit.key().equals("day")) {
            return TimeMatch.of(DurationStretch.of(count, "workday", false), unitAt + 1);
        }
        unit = unit == null && unitAt > to ? text.word(unitAt, "adjective_unit") : unit;
        if (unit == null && !text.at(unitAt).spaced()) {
            unit = text.word(unitAt, "glued_unit");
            if (unit != null && unit.key().equals("minute") && isCyrillic(unitAt)) {
                return null;
            }
        }
        return unit == null
                ? null
                : withRest(count, unit, text.glued(unitAt + 1, ".") && text.at(unitAt).text()
                        .length() <= 3 && !text.edge(unitAt + 2) ? unitAt + 2 : unitAt + 1);
    }

    private @Nullable TimeMatch<Double> number(int i) {
        TimeMatch<Double> number = TimeNumbers.any(text, i);
        if (number != null) {
            return number;
        }
        TimeWord vague = text.word(i, "vague");
        return vague == null ? null : TimeMatch.of((double) vague.number(), i + vague.length());
    }

    /** "1h30m", "1 час 20 минут", "an hour and a half". */
    private TimeMatch<DurationStretch> withRest(double count, TimeWord unit, int to) {
        int half = text.skip(to, "and_a_half");
        if (half > to) {
            return TimeMatch.of(DurationStretch.of(count + 0.5, unit.key(), false), half);
        }
        int and = text.skip(to, "and");
        TimeMatch<Integer> minutes = unit.key().equals("hour") ? TimeNumbers.whole(text, and) : null;
        if (minutes != null && minutes.value() < 60) {
            int unitAt = minutes.to();
            TimeWord second = text.word(unitAt, "unit");
            TimeWord gluedUnit = text.at(unitAt).spaced() ? null : text.word(unitAt, "glued_unit");
            boolean named = (second != null && second.key().equals("minute"))
                    || (gluedUnit != null && gluedUnit.key().equals("minute"));
            boolean packed = and == to && !text.at(to).spaced() && text.at(to).isNumber() && text.at(to).digits() == 2;
            boolean spoken = and == to && (isCyrillic(to - 1) || text.at(to).digits() == 2) && minutes.value() % 5 == 0
                    && minutes.value() >= 10
                    && !text.is(unitAt, "unit") && !text.is(unitAt, "month") && !text.is(unitAt, "times_word")
                    && (text.at(to).isWord() || text.edge(unitAt) || text.text(unitAt, "на")
                            || text.text(unitAt, "to") || text.text(unitAt, "of"));
            if (named || packed || spoken) {
                return TimeMatch.of(DurationStretch.of(count * 60 + minutes.value(), "minute", false),
                        named ? unitAt + 1 : unitAt);
            }
        }
        return TimeMatch.of(DurationStretch.of(count, unit.key(), false), to);
    }

    /** "минут на двадцать", "часа два-три". */
    private @Nullable TimeMatch<DurationStretch> inverted(int i, TimeWord unit) {
        int at = text.text(i + 1, "на") || text.text(i + 1, "за") ? i + 2 : i + 1;
        TimeMatch<Double> number = TimeNumbers.any(text, at);
        if (number == null || text.is(number.to(), "unit") || text.is(number.to(), "month")) {
            return null;
        }
        double count = number.value();
        int to = number.to();
        int or = text.skip(to, "or");
        TimeMatch<Double> upper = or > to ? TimeNumbers.any(text, or) : null;
        if (upper != null && upper.value() > count) {
            count = (count + upper.value()) / 2;
            to = upper.to();
        }
        return TimeMatch.of(DurationStretch.of(count, unit.key(), false), to);
    }

    boolean isCyrillic(int i) {
        String word = text.at(i).text();
        return !word.isEmpty() && word.charAt(0) >= 'а' && word.charAt(0) <= 'я';
    }
}
