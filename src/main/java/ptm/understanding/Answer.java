package ptm.understanding;

import java.util.List;
import java.util.Locale;

import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.NameField;
import ptm.filter.NumberField;

/** What a request asks for. */
public enum Answer {
    /** The few that are best now. */
    LIST,
    /** Every task that matches, as it is. */
    ALL,
    /** Tasks one after the other that fill the time at hand. */
    PLAN,
    /** How many there are. */
    COUNT;

    /** Which tasks a filter asks for: all of a day, of some words or a status, else the best few. */
    public static Answer of(Filter where) {
        return asksForAll(where) && !asksForTime(where) ? ALL : LIST;
    }

    private static boolean asksForAll(Filter filter) {
        return !FilterSentence.goesWithoutSaying(filter) && switch (filter) {
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(Answer::asksForAll);
            case Filter.Any(List<Filter> parts) -> parts.stream().anyMatch(Answer::asksForAll);
            case Filter.Not _,Filter.Range _ -> false;
            case Filter.Names names -> names.field() == NameField.STATUS;
            case Filter.Window _,Filter.Words _ -> true;
            case Filter.Present present -> present.present();
        };
    }

    /** What takes so many minutes is asked for to be done. */
    private static boolean asksForTime(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(Answer::asksForTime);
            case Filter.Any(List<Filter> parts) -> parts.stream().anyMatch(Answer::asksForTime);
            case Filter.Range range ->
                    range.field() == NumberField.MINUTES || range.field() == NumberField.TEMPORAL;
            case Filter.Not _,Filter.Names _,Filter.Window _,Filter.Words _,Filter.Present _ -> false;
        };
    }

    /** The name in JSON, where a number is told from tasks. */
    public String jsonName() {
        return (this == COUNT ? COUNT : LIST).name().toLowerCase(Locale.ROOT);
    }
}
