package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;

/** Words of a model as the contract allows them. */
final class Texts {
    /** Code points of a title. */
    static final int TITLE = 200;

    private static final String UNSEEN = "[\\p{Cc}&&[^\\n]]|[\\u202a-\\u202e\\u2066-\\u2069\\u200b\\u200e\\u200f\\ufeff"
            + "\\x{e0000}-\\x{e007f}]";

    private Texts() {}

    /** One line without control characters, at most so many code points. */
    static String line(@Nullable String text, int most) {
        return cut(text == null ? "" : text.replaceAll("\\s+", " "), most);
    }

    /** Line breaks stay, other control characters go, and those that turn the direction of words or hide some. */
    static String cut(@Nullable String text, int most) {
        String clean = text == null ? "" : text.replaceAll(UNSEEN, "").strip();
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The names without blanks, doubles and what is too long to be one. */
    static List<String> names(@Nullable List<String> names, int longest) {
        return names == null
                ? List.of()
                : names.stream().map(name -> line(name, Integer.MAX_VALUE))
                        .filter(name -> !name.isEmpty() && name.length() <= longest).distinct().toList();
    }

    /** Of the cited words those that the message has, in the order cited: a model cannot make a date up. */
    static String cited(@Nullable String words, String message) {
        if (words == null || words.isBlank())
            return "";
        String known = folded(message);
        if (known.contains(folded(words.strip())))
            return words.strip();
        List<String> kept = new ArrayList<>();
        for (String word : words.strip().split("\\s+"))
            if (known.contains(folded(word)))
                kept.add(word);
        return String.join(" ", kept);
    }

    /** The language of words that a person wrote, by most of their letters. */
    static Language language(String text) {
        long cyrillic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC).count();
        long letters = text.codePoints().filter(Character::isLetter).count();
        return cyrillic * 2 > letters ? Language.RU : Language.EN;
    }

    static String folded(String text) {
        return Prompts.data(text).toLowerCase(Locale.ROOT).replace('ё', 'е').strip();
    }
}
