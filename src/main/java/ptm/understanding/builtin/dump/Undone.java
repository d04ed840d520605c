package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** What one has not done yet is to be done: "still haven't paid the bill", «так и не записалась к врачу». */
final class Undone {
    private static final Properties BASES = bases();
    private static final int NEAR = 4;

    private final DumpWords lexicon;
    private final Sentence sentence;

    Undone(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
    }

    /**
     * @param verb what is to be done
     * @param from where the words begin of what it is to be done to
     * @param until exclusive
     */
    record Deed(String verb, int from, int until) {}

    private static Properties bases() {
        Properties bases = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Undone.class.getResourceAsStream("/lexicon/past.properties")),
                StandardCharsets.UTF_8)) {
            bases.load(in);
            return bases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Absent where the clause says nothing of the kind. */
    @Nullable
    Deed of(Clause clause) {
        return of(clause.from(), clause.until());
    }

    @Nullable
    Deed of(int from, int until) {
        int head = sentence.head(from, until);
        if (head >= until)
            return null;
        return sentence.isRussian(head) ? russian(from, head, until) : english(head, until);
    }

    private @Nullable Deed english(int head, int until) {
        int at = head;
        while (at < until && (isSelf(at) || sentence.is(Part.LATELY, at) && !sentence.plain(at).equals("have")))
            at++;
        int not = negated(at);
        if (not == at)
            return null;
        while (not < until && sentence.is(Part.LATELY, not))
            not++;
        String verb = not < until ? base(sentence.plain(not)) : "";
        int object = not + 1;
        while (object < until && sentence.is(Part.LATELY, object))
            object++;
        return verb.isEmpty() || object >= until ? null : new Deed(verb, object, until);
    }

    private boolean isSelf(int i) {
        return switch (sentence.plain(i)) {
            case "i", "we", "ive", "weve", "still", "yet" -> true;
            default -> false;
        };
    }

    /** Past "haven't", "have not", and "not" after "I've" or "still". */
    private int negated(int i) {
        return switch (sentence.plain(i)) {
            case "havent" -> i + 1;
            case "have" -> sentence.plain(i + 1).equals("not") ? i + 2 : i;
            case "not" -> switch (sentence.plain(i - 1)) {
                case "ive", "weve", "still" -> i + 1;
                default -> i;
            };
            default -> i;
        };
    }

    private String base(String form) {
        String known = BASES.getProperty(form, "");
        if (!known.isEmpty())
            return isDeed(known) ? known : "";
        if (form.length() < 5 || !form.endsWith("ed"))
            return "";
        String stem = form.substring(0, form.length() - 2);
        boolean doubled = stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2);
        String[] may = { stem + "e", stem, doubled ? stem.substring(0, stem.length() - 1) : stem,
            stem.endsWith("i") ? stem.substring(0, stem.length() - 1) + "y" : stem };
        for (String verb : may)
            if (isDeed(verb))
                return verb;
        return "";
    }

    /** A verb of something to do: nobody has to "see", "hear" or "sleep". */
    private boolean isDeed(String verb) {
        Word word = new Word(verb, verb, verb, 0, verb.length());
        return (lexicon.is(Part.VERB, word) || lexicon.is(Part.NOUN_TOO, word)) && !lexicon.is(Part.NO_DEED, word);
    }

    private @Nullable Deed russian(int from, int head, int until) {
        boolean yet = sentence.plain(from).equals("и") && sentence.has(Part.YET, 0, from);
        int not = -1;
        for (int i = from; i < Math.min(until, head + NEAR + 3); i++) {
            yet |= sentence.is(Part.YET, i);
            not = not < 0 && sentence.plain(i).equals("не") ? i : not;
        }
        if (!yet || not < 0 || not + 1 >= until)
            return null;
        String verb = infinitive(sentence.at(not + 1));
        if (verb.isEmpty())
            return null;
        int object = past(not + 2, until);
        boolean leads = past(head, not) == not;
        if (leads)
            return object < until ? new Deed(verb, object, until) : null;
        return object >= until && isObject(not - 1, head, sentence.plain(not + 1))
                ? new Deed(verb, past(head, not), firstYet(head, not))
                : null;
    }

    /** Past what says only that it is not done yet, and by whom. */
    private int past(int from, int until) {
        int at = from;
        while (at < until) {
            int step = Math.max(sentence.match(Part.YET, at), switch (sentence.plain(at)) {
                case "я", "мы", "и", "это" -> 1;
                default -> sentence.is(Part.FILLER, at) || sentence.at(at).isMark() ? 1 : 0;
            });
            if (step == 0)
                return at;
            at += step;
        }
        return Math.min(at, until);
    }

    private int firstYet(int from, int until) {
        for (int i = from; i < until; i++)
            if (sentence.is(Part.YET, i))
                return i > from && (sentence.plain(i - 1).equals("я") || sentence.plain(i - 1).equals("мы"))
                        ? i - 1
                        : i;
        return until;
    }

    /** «посылку ещё не забрала»: what it is done to stands before, in a form that does nothing itself. */
    private boolean isObject(int last, int head, String verb) {
        boolean one = !DumpWords.endsWithAny(verb, "ли", "лись");
        for (int i = head; i <= last; i++)
            if ((DumpWords.endsWithAny(sentence.plain(i), "у", "ю")
                    || one && DumpWords.endsWithAny(sentence.plain(i), "ы",
                            "и", "ые", "ие"))
                    && !sentence.is(Part.YET, i)
                    && !sentence.is(Part.PREPOSITION, i) && sentence.plain(i).length() > 2)
                return true;
        return false;
    }

    /** «оплатил, оплатила, оплатили» → «оплатить»; empty of what is no such past, or none of one's own. */
    private String infinitive(Word word) {
        String plain = word.plain();
        boolean self = DumpWords.endsWithAny(plain, "ся", "сь");
        String bare = self ? plain.substring(0, plain.length() - 2) : plain;
        for (String[] irregular : new String[][] { { "шел", "йти" }, { "шла", "йти" }, { "шли", "йти" },
            { "вел", "вести" }, { "вела", "вести" }, { "вели", "вести" }, { "нес", "нести" }, { "несла", "нести" },
            { "несли", "нести" }, { "вез", "везти" }, { "везла", "везти" }, { "везли", "везти" }, { "чел", "честь" },
            { "чла", "честь" }, { "помог", "помочь" }, { "помогла", "помочь" }, { "съел", "съесть" }, { "пек", "печь" },
            { "пекла", "печь" } })
            if (bare.length() > irregular[0].length() && bare.endsWith(irregular[0]))
                return bare.substring(0, bare.length() - irregular[0].length()) + irregular[1] + (self ? "сь" : "");
        if (!lexicon.isPast(word) || bare.endsWith("ло") || lexicon.is(Part.NO_DEED, word))
            return "";
        String stem = bare.substring(0, bare.length() - (bare.endsWith("л") ? 1 : 2));
        return stem + "ть" + (self ? "ся" : "");
    }
}
