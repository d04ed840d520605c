package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The words by which a dump falls into tasks and chatter, of both languages together: dumps mix them. */
public final class DumpWords {
    /** A part that words can play; what each means stands in dump.yml. */
    public enum Part {
        VERB, NOUN_TOO, BUY, AUXILIARY, NEED, SUBJECT, WILL, PERSON, PRONOUN, OBJECT, BEFORE, OPENER, COUNT,
        PREPOSITION,
        JOIN, FILLER, PAST, FINITE, PROBLEM, DONE, CHATTER, TALK, LABEL, SHOP, GOODS, DETAIL, ALONG, TAKE_ALONG,
        LIST_NAME, SIGN_OFF, CONDITION, MINE, NOBODY, ARRIVES, SHUTS, VOWS, FEELING, MOOD, MOOD_OF, CONTACT, TELL,
        DISCLAIM,
        TOPIC, DEGREE, TIMES, ABOUT, HANDS, ALONE, TRIP, ASKS, REFUSES, HARMLESS, LATELY, PARTICLE, MYSELF, SOMETIME,
        UNDONE, SAYS, YET, NO_DEED, BEFOREHAND, PLACE, SPENT, LEAD_ON, COLUMN, REMEDY,
        SUBORDINATE, EXISTS, EACH, THAT_DAY, QUESTION, POLITE, GREETING, TALK_LABEL, LEAD_IN, LOOSE_TAIL, NOUN, NO_PAST,
        NO_FINITE, NO_WILL, NO_IMPERATIVE
    }

    private final Map<Part, Map<String, List<List<String>>>> phrases = new EnumMap<>(Part.class);
    private final Set<String> stems = new HashSet<>();
    private final List<String> openSigns;
    private final List<String> doneSigns;

    private DumpWords(Map<String, Object> file) {
        for (String language : List.of("en", "ru"))
            read(map(file.get(language)));
        openSigns = strings(file.get("open"));
        doneSigns = strings(file.get("done"));
    }

    public static DumpWords load() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(DumpWords.class.getResourceAsStream("/lexicon/dump.yml")),
                StandardCharsets.UTF_8)) {
            return new DumpWords(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Map<String, Object> language) {
        for (String name : language.keySet())
            Part.valueOf(name.toUpperCase(Locale.ROOT));
        for (Part part : Part.values())
            for (String phrase : entries(language.get(part.name().toLowerCase(Locale.ROOT))))
                add(part, Words.of(phrase).stream().map(Word::plain).toList());
    }

    private void add(Part part, List<String> words) {
        phrases.computeIfAbsent(part, _ -> new HashMap<>())
                .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
        if (part == Part.GOODS)
            stems.add(Stems.of(words.getFirst()));
    }

    /** A list of phrases, or a text of single words. */
    private static List<String> entries(@Nullable Object node) {
        return node instanceof String words ? Arrays.asList(words.strip().split("\\s+")) : strings(node);
    }

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> items ? items.stream().map(Object::toString).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }

    List<String> openSigns() {
        return openSigns;
    }

    List<String> doneSigns() {
        return doneSigns;
    }

    /** How many words from here play the part: the longest phrase, or 0. */
    int match(Part part, List<Word> words, int at) {
        Map<String, List<List<String>>> known = phrases.get(part);
        if (known == null || at < 0 || at >= words.size())
            return 0;
        int longest = 0;
        for (List<String> phrase : known.getOrDefault(words.get(at).plain(), List.of()))
            if (phrase.size() > longest && at + phrase.size() <= words.size() && starts(words, at, phrase))
                longest = phrase.size();
        return longest;
    }

    private static boolean starts(List<Word> words, int at, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++)
            if (!words.get(at + i).plain().equals(phrase.get(i)))
                return false;
        return true;
    }

    public boolean is(Part part, Word word) {
        return match(part, List.of(word), 0) > 0;
    }

    public boolean has(Part part, List<Word> words) {
        for (int i = 0; i < words.size(); i++)
            if (match(part, words, i) > 0)
                return true;
        return false;
    }

    /** Something one buys by the name alone: groceries and the like. */
    boolean isGoods(Word word) {
        return stems.contains(word.stem());
    }

    /** Whether a task may begin with it: an English verb, a Russian infinitive or imperative. */
    public boolean isVerb(Word word) {
        return is(Part.VERB, word) || is(Part.NOUN_TOO, word) || isInfinitive(word) || isImperative(word);
    }

    public boolean isInfinitive(Word word) {
        String plain = word.plain();
        if (plain.length() == 4 && word.isCapitalised() && plain.endsWith("ти"))
            return false;
        return plain.length() >= 4 && !plain.endsWith("дцать")
                && endsWithAny(plain, "ть", "ти", "чь", "ться", "тись", "чься")
                && !plain.endsWith("ость") && !(plain.endsWith("есть") && plain.length() > 7) && !is(Part.NOUN, word);
    }

    /** A Russian imperative: by its ending, or one that the lexicon lists. */
    boolean isImperative(Word word) {
        String plain = word.plain();
        return Stems.isCyrillic(plain) && (is(Part.VERB, word) || is(Part.NOUN_TOO, word))
                || plain.length() >= 5 && endsWithAny(plain, "йте", "ите", "ьте", "йтесь", "итесь")
                        && !is(Part.NO_IMPERATIVE, word);
    }

    /** A Russian verb of the past: «сделал, сделала, сделали, сделалось». */
    public boolean isPast(Word word) {
        String plain = word.plain();
        String bare = endsWithAny(plain, "ся", "сь") ? plain.substring(0, plain.length() - 2) : plain;
        int vowel =
                bare.endsWith("л") ? bare.length() - 2 : endsWithAny(bare, "ла", "ло", "ли") ? bare.length() - 3 : -1;
        return plain.length() >= 4 && vowel >= 0 && "аеиоуыя".indexOf(bare.charAt(vowel)) >= 0
                && !is(Part.NO_PAST, word);
    }

    /** A Russian verb of the present in the third person: «течёт, скрипит, жалуются». */
    public boolean isFinite(Word word) {
        return word.plain().length() >= 4 && !is(Part.NO_FINITE, word)
                && endsWithAny(word.plain(), "ет", "ит", "ют", "ут", "ат", "ят", "ется", "ится", "ются", "утся", "атся",
                        "ятся");
    }

    /** A Russian promise: «пришлю, позвоню», and those that the lexicon lists. */
    public boolean isPromise(Word word) {
        String plain = word.plain();
        boolean prefixed = plain.startsWith("по") || plain.startsWith("с") || plain.startsWith("за")
                || plain.startsWith("от") || plain.startsWith("пере") || plain.startsWith("при")
                || plain.startsWith("вы")
                || plain.startsWith("про") || plain.startsWith("до") || plain.startsWith("об");
        boolean quality = plain.endsWith("ую") && !endsWithAny(plain, "ирую", "зую", "сую", "бую");
        return prefixed && plain.length() >= 6 && plain.endsWith("ю") && !quality
                && !endsWithAny(plain, "ию", "ью", "ваю", "маю") && !is(Part.NO_WILL, word);
    }

    public static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings)
            if (word.endsWith(ending))
                return true;
        return false;
    }
}
