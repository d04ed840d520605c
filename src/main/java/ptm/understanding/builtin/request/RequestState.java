package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Word;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.OrderKey;
import ptm.understanding.Answer;
import ptm.understanding.builtin.request.RequestReading.Part;

/** How far a request is read: its conditions so far, and what cues announced that is not used yet. */
abstract sealed class RequestState permits RequestWindows {

    /** Cues of words that say nothing of the tasks themselves. */
    private static final Set<String> SILENT = Set.of("", "but", "chatter", "filler", "told");

    /** Prepositions that begin something new behind "and": «без звонков и по работе». */
    static final Set<String> ONWARD = Set.of("по", "для", "про", "for", "about");
    /** Items within quotes, at most. */
    private static final int QUOTED = 12;
    private static final Filter DROPPED = new Filter.Names(NameField.STATUS, List.of("dropped"));
    /** Words between "or" and what it joins, at most: "ring or text about ... that is calm" joins nothing. */
    private static final int JOINED = 5;

    final ZonedDateTime now;
    final UnaryOperator<Filter> personal;
    final List<Word> words;
    final List<Item> items;
    final List<Part> parts = new ArrayList<>();
    final List<OrderKey> order = new ArrayList<>();
    final List<Word> unread = new ArrayList<>();
    @Nullable
    Integer limit;
    Answer answer = Answer.LIST;
    boolean later;
    int guessed;
    boolean not;
    boolean situation;
    boolean told;
    int notAt;
    @Nullable
    Entry lastEntry;
    boolean except;
    int most;
    boolean sort;
    boolean first;
    String bound = "";
    String relation = "";
    String text = "";
    int textAt;
    final BitSet chatter;
    String join = "";
    int joinAt;
    boolean count;
    boolean age;
    boolean oops;
    String lastUnit = "";
    String lastRelation = "";
    @Nullable
    DateField field;
    @Nullable
    DateField lastField;
    /** Parts whose date is not named yet, and the words each was read from. */
    final List<Integer> openWindows = new ArrayList<>();
    final Map<Integer, Item> openItems = new HashMap<>();

    RequestState(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        this.personal = personal;
        this.now = now;
        this.words = words;
        this.items = items;
        this.chatter = Chatter.in(items);
    }

    static boolean isSkip(Item item) {
        return item instanceof Item.Said said && said.entries().stream().allMatch(entry -> entry.mean() == null
                && SILENT.contains(entry.cue()) && entry.order().isEmpty() && entry.verb() == null)
                || item instanceof Item.Said things && things.isCue("things");
    }

    void add(Filter filter, Item item) {
        add(filter, item, false, false);
    }

    void add(Filter filter, Item item, boolean negated, boolean mood) {
        if (oops && !parts.isEmpty() && parts.getLast().filter().getClass() == filter.getClass())
            parts.removeLast();
        oops = false;
        lastEntry = null;
        if (join.equals("or") && item.from() - joinAt > JOINED)
            join = "";
        parts.add(new Part(filter, join, negated, mood, item.from(), item.until(), item.confidence()));
        join = "";
        if (!(filter instanceof Filter.Words) && !text.equals("find"))
            text = "";
        if (!nextIsJoin(item))
            not = false;
        first = false;
    }

    /** "without calls or people": a negation reaches over "or", and over "and" to the next thing. */
    boolean nextIsJoin(Item item) {
        int next = 0;
        while (next < items.size() && items.get(next).from() <= item.from())
            next++;
        while (next < items.size() && isSkip(items.get(next)))
            next++;
        boolean onward = next + 1 < items.size()
                && ONWARD.contains(words.get(items.get(next + 1).from()).plain());
        return next < items.size() && items.get(next) instanceof Item.Said said
                && (said.isCue("or") || said.isCue("and") && !onward);
    }

    boolean thingsFollow(int at) {
        for (int i = at + 1; i < items.size() && i <= at + 3; i++) {
            if (items.get(i) instanceof Item.Said said && (said.isCue("things") || said.isCue("most")))
                return true;
            if (!(items.get(i) instanceof Item.Said))
                return false;
        }
        return false;
    }

    /** "with a deadline this week": that there is one goes without saying. */
    private static boolean isDeadline(Part part, Item item) {
        Filter filter = part.filter();
        boolean said = filter.equals(new Filter.Present(DateField.DUE, true)) && !part.negated()
                || filter.equals(new Filter.Present(DateField.DUE, false)) && part.negated();
        return said && item.from() - part.until() <= 2;
    }

    void window(@Nullable Moment from, @Nullable Moment until, Item item) {
        if (from == null && until == null)
            return;
        boolean dropped = parts.stream().anyMatch(part -> !part.negated() && part.filter().equals(DROPPED));
        if (dropped && field == null && lastField == null) {
            unread.addAll(words.subList(item.from(), item.until()));
            return;
        }
        DateField open = relation.equals("last") ? DateField.CREATED : DateField.DUE;
        DateField asked = field != null ? field : lastField != null ? lastField : open;
        boolean negated = not || except;
        if (asked == DateField.DUE && !parts.isEmpty() && isDeadline(parts.getLast(), item)) {
            Part deadline = parts.removeLast();
            negated |= deadline.negated();
            join = deadline.join();
        }
        Filter filter = new Filter.Window(asked, from, until);
        add(negated ? Filter.not(filter) : filter, item, negated, false);
        if (field == null && lastField == null) {
            openWindows.add(parts.size() - 1);
            openItems.put(parts.size() - 1, item);
        }
        field = null;
    }

    /** "Anna's passport" in quotes, unless they only set off words that are understood. */
    int quoted(Item.Mark mark, int at) {
        String closing = switch (mark.word().plain()) {
            case "\"" -> "\"";
            case "«" -> "»";
            case "“", "„" -> "”“";
            default -> "";
        };
        boolean strange = text.equals("find");
        for (int i = at + 1; !closing.isEmpty() && i < items.size() && i <= at + QUOTED; i++) {
            strange |= items.get(i) instanceof Item.Unknown;
            if (!(items.get(i) instanceof Item.Mark end && closing.contains(end.word().plain())))
                continue;
            if (!strange || i == at + 1)
                return at;
            int first = items.get(at + 1).from();
            String inside = words.subList(first, items.get(i - 1).until()).stream().map(Word::text)
                    .collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
            Filter filter = new Filter.Words(inside.contains(" ") ? "\"" + inside + "\"" : inside);
            boolean negated = not || except;
            add(negated ? Filter.not(filter) : filter, new Item.Said(List.of(), first, items.get(i - 1).until(), 0.95),
                    negated, false);
            return i;
        }
        return at;
    }
}
