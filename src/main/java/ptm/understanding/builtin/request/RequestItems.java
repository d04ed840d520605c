package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.TimeScene;
import ptm.understanding.builtin.time.WindowPiece;
import ptm.understanding.builtin.time.WindowReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a request into stretches that mean one thing. */
public final class RequestItems {

    /** "до двух часов" is mostly a length, not a time of day. */
    private static final Pattern HOURS =
            Pattern.compile("\\bчас(?:а|ов|у)?$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
                    | Pattern.UNICODE_CHARACTER_CLASS);
    private static final String MINUTES = Stems.of("минут");
    /** What a scale with its number costs: less than the same words apart. */
    private static final double LEVEL = 0.7;
    private static final Set<String> RANGE_STARTS = Set.of("от", "from", "between", "между");

    private final Lexicon lexicon;
    private final Lexicon own;
    private final RequestDates dates;
    private final Spelling spelling;
    private final String text;
    private final TimeScene scene;
    private final Map<Integer, Item> windows = new HashMap<>();
    private Map<Integer, Item> levels = Map.of();
    private final List<Word> written;
    private final List<Word> words;
    private final boolean[] mended;

    public RequestItems(Lexicon lexicon, Lexicon own, RequestDates dates, Spelling spelling, List<Word> written,
            String text,
            TimeScene scene) {
        this.text = text;
        this.scene = scene;
        this.lexicon = lexicon;
        this.own = own;
        this.dates = dates;
        this.spelling = spelling;
        this.written = written;
        this.words = Dialect.plain(written);
        this.mended = new boolean[written.size()];
    }

    public List<Item> read() {
        int cued = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isMark())
                cued = 0;
            else if (cued == 0 || i < cued)
                mend(i);
            if (cued == 0)
                cued = textCueEnd(i);
        }
        readWindows();
        levels = new Levels(lexicon, words).read();
        return Amounts.joined(Amounts.withHalves(cheapest()));
    }

    /** Where a cue that begins here ends, after which words are looked for as written; 0 if none does. */
    private int textCueEnd(int at) {
        for (Lexicon.Match match : lexicon.all(words, at))
            for (Entry entry : match.entries())
                if (entry.isCue("find") || entry.isCue("about"))
                    return at + match.length();
        return 0;
    }

    private void readWindows() {
        boolean past = words.stream().anyMatch(word -> word.plain().equals("since"));
        for (int i = 0; i < words.size(); i++) {
            Lexicon.Match match = lexicon.longest(words, i);
            if (match != null) {
                past |= match.entries().stream().anyMatch(entry -> entry.isCue("done") || entry.isCue("created"));
                if (match.entries().stream().anyMatch(entry -> entry.kind().equals("mood")))
                    past |= lexicon.all(words, i).stream().flatMap(shorter -> shorter.entries().stream())
                            .anyMatch(entry -> entry.isCue("done"));
                i += match.length() - 1;
            }
        }
        WindowPiece.Tense tense = past ? WindowPiece.Tense.PAST : WindowPiece.Tense.COMING;
        for (WindowPiece piece : new WindowReader().readWindow(text, scene, tense)) {
            int from = wordAt(piece.from());
            int until = wordAt(piece.until());
            boolean length = piece.minutesLeft() != null && (isUpperEnd(from) || HOURS.matcher(piece.words()).find());
            if (from < until && !length && !isCounted(from))
                windows.put(from, item(piece, from, until));
        }
    }

    private static Item item(WindowPiece piece, int from, int until) {
        return piece.relation() == WindowPiece.Relation.ON
                ? new Item.Stretch(piece.first(), piece.last(), false, "", from, until)
                : new Item.Span(piece, from, until);
    }

    /** «минут через пятнадцать»: the number counts what stands before it. */
    private boolean isCounted(int at) {
        return words.subList(Math.max(0, at - 2), at).stream().anyMatch(word -> MINUTES.equals(word.stem()));
    }

    /** "from one to two": a number that ends a range is no time of day. */
    private boolean isUpperEnd(int at) {
        return words.subList(Math.max(0, at - 3), at).stream().anyMatch(word -> RANGE_STARTS.contains(word.plain()));
    }

    /** The first word at or behind a code point offset. */
    private int wordAt(int codePoint) {
        int offset = text.offsetByCodePoints(0, codePoint);
        for (int i = 0; i < words.size(); i++)
            if (words.get(i).from() >= offset)
                return i;
        return words.size();
    }

    /** Of all ways to cut the text into phrases the one with the fewest pieces, dates and amounts preferred. */
    private List<Item> cheapest() {
        int size = words.size();
        double[] cost = new double[size + 1];
        List<Item> choice = new ArrayList<>();
        for (int at = size - 1; at >= 0; at--) {
            Item best = null;
            for (Item item : choices(at)) {
                double total = (item == levels.get(at) ? LEVEL : cost(item)) + cost[item.until()];
                if (best == null || total < cost[at]) {
                    cost[at] = total;
                    best = item;
                }
            }
            if (best == null)
                throw new IllegalStateException("nothing to choose");
            choice.addFirst(best);
        }
        List<Item> path = new ArrayList<>();
        for (int at = 0; at < size; at = choice.get(at).until())
            path.add(choice.get(at));
        return path;
    }

    private static double cost(Item item) {
        int length = item.until() - item.from();
        return switch (item) {
            case Item.Said said -> (said.isCue("half") ? 0.6 : 1) - 0.02 * length;
            case Item.Amount amount -> 0.85 - 0.02 * length;
            case Item.Stretch stretch -> 0.75 - 0.02 * length;
            case Item.Span span -> 0.75 - 0.02 * length;
            case Item.Unknown unknown -> 1.4;
            case Item.Mark mark -> 0;
        };
    }

    private static boolean isMonth(Word word) {
        return MONTHS.containsKey(word.stem());
    }

    private void mend(int at) {
        Word word = words.get(at);
        if (word.isMark() || word.isNumber() || word.isContraction() || lexicon.knows(word) || own.knows(word))
            return;
        String better = spelling.mend(word);
        if (better != null) {
            words.set(at, word.as(better));
            mended[at] = true;
        }
    }

    private List<Item> choices(int at) {
        Word word = words.get(at);
        List<Item> choices = new ArrayList<>();
        Item.Stretch date = dates.read(at, MONTHS);
        if (date != null)
            choices.add(date);
        Item window = windows.get(at);
        if (window != null && (date == null || date.until() <= window.until()))
            choices.add(window);
        Item level = levels.get(at);
        if (level != null)
            choices.add(level);
        for (Lexicon.Match match : own.all(words, at))
            choices.add(said(match, at));
        for (Lexicon.Match match : lexicon.all(words, at))
            if (match.entries().stream().anyMatch(RequestItems::speaksOfRequests)
                    && (date == null || match.length() > 1 || !isMonth(word)))
                choices.add(said(match, at));
        if (word.isNumber())
            choices.add(new Item.Amount(number(word), "", at, at + 1));
        else if (word.isMark())
            choices.add(new Item.Mark(word, at));
        else if (choices.stream().noneMatch(item -> item.until() == at + 1))
            choices.add(new Item.Unknown(written.get(at), at));
        return choices;
    }

    /** Whether an entry says something in a request, if only that its words carry nothing. */
    private static boolean speaksOfRequests(Entry entry) {
        boolean empty = entry.mean() == null && entry.order().isEmpty() && entry.cue().isEmpty()
                && entry.amount().isEmpty() && entry.unit().isEmpty() && entry.window().isEmpty();
        boolean other = entry.verb() != null || !entry.intents().isEmpty();
        return !entry.isCue("act") && !entry.isCue("event") && (!empty || !other || entry.weight("request") > 0);
    }

    private static double number(Word word) {
        return Double.parseDouble(word.plain().replace(',', '.').replace(':', '.'));
    }

    private Item said(Lexicon.Match match, int at) {
        int until = at + match.length();
        for (Entry entry : match.entries()) {
            if (!entry.amount().isEmpty())
                return amount(entry.amount(), at, until);
            if (!entry.window().isEmpty()) {
                Item.Stretch stretch = dates.named(entry.window(), at, until);
                if (stretch != null)
                    return stretch;
            }
        }
        double confidence = 0.95;
        for (int i = at; i < until; i++)
            if (mended[i])
                confidence *= 0.85;
        return new Item.Said(match.entries(), at, until, confidence);
    }

    /** {@code 30m}, {@code 1.5h}, {@code 2}. */
    private static Item.Amount amount(String text, int from, int until) {
        int split = 0;
        while (split < text.length() && (Character.isDigit(text.charAt(split)) || text.charAt(split) == '.'))
            split++;
        return new Item.Amount(Double.parseDouble(text.substring(0, split)), text.substring(split), from, until);
    }

    List<Word> words() {
        return words;
    }

    boolean isMended(int at) {
        return mended[at];
    }

    static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        String[] names =
                { "january jan январь января янв", "february feb февраль февраля фев", "march mar март марта мар",
                    "april apr апрель апреля апр", "may май мая", "june jun июнь июня июн", "july jul июль июля июл",
                    "august aug август августа авг", "september sep sept сентябрь сентября сен сент",
                    "october oct октябрь октября окт", "november nov ноябрь ноября ноя нояб",
                    "december dec декабрь декабря дек" };
        for (int month = 0; month < names.length; month++)
            for (String name : names[month].split(" "))
                MONTHS.put(Stems.of(name), month + 1);
    }
}
