package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.time.TimeFound;
import ptm.understanding.builtin.time.TimeGrammar;
import ptm.understanding.builtin.time.TimeMention;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeScene;
import ptm.understanding.builtin.time.TimeText;

import java.util.List;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** A sentence of a dump as words, with those that are about time marked. */
final class Sentence {
    private final DumpWords lexicon;
    private final String text;
    private final List<Word> words;
    private final int[] phraseOf;
    private final List<TimeFound> phrases;
    private final Voice voice;
    /** Of each word from which a clause may begin, where its head is: found once, in one pass from the end. */
    private final int[] heads;
    private final int question;
    private final int contact;

    Sentence(DumpWords lexicon, String text, TimeScene scene) {
        this(lexicon, text, scene, Voice.OWN);
    }

    Sentence(DumpWords lexicon, String text, TimeScene scene, Voice voice) {
        this.lexicon = lexicon;
        this.text = text;
        this.voice = voice;
        this.words = Words.of(text);
        var tokens = new TimeText(text, TimeReader.lexicon(), scene.language());
        this.phrases = new TimeGrammar(tokens, scene.now()).phrases().stream()
                .filter(phrase -> !(phrase.mention() instanceof TimeMention.Past)
                        && !(phrase.mention() instanceof TimeMention.PartOf))
                .toList();
        this.phraseOf = marks(tokens);
        this.heads = heads();
        this.question = question();
        this.contact = contact();
    }

    private int[] heads() {
        int[] found = new int[words.size() + 1];
        found[words.size()] = words.size();
        for (int i = words.size() - 1; i >= 0; i--) {
            int step = leadingUp(i);
            found[i] = step == 0 ? i : found[Math.min(words.size(), i + step)];
        }
        return found;
    }

    private int question() {
        for (int i = 1; i < words.size(); i++)
            if (plain(i).equals("whether") || plain(i).equals("ли"))
                return i;
        return words.size();
    }

    private int contact() {
        for (int i = 0; i < words.size(); i++)
            if (is(Part.CONTACT, i) && !isTime(i))
                return i;
        return words.size();
    }

    /** Whether somebody is called or written to before. */
    boolean reaches(int until) {
        return contact < until;
    }

    /** Whose words it holds. */
    Voice voice() {
        return voice;
    }

    private int[] marks(TimeText tokens) {
        int[] marks = new int[words.size()];
        java.util.Arrays.fill(marks, -1);
        int word = 0;
        int chars = 0;
        int points = 0;
        for (int i = 0; i < phrases.size(); i++) {
            int from = tokens.at(phrases.get(i).from()).from();
            int until = tokens.at(phrases.get(i).to() - 1).until();
            chars = text.offsetByCodePoints(chars, from - points);
            points = from;
            int end = text.offsetByCodePoints(chars, until - from);
            while (word < words.size() && words.get(word).until() <= chars)
                word++;
            for (; word < words.size() && words.get(word).from() < end; word++)
                marks[word] = i;
        }
        return marks;
    }

    String text() {
        return text;
    }

    List<Word> words() {
        return words;
    }

    int size() {
        return words.size();
    }

    Word at(int i) {
        return words.get(i);
    }

    String plain(int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i).plain();
    }

    /** How many words from here play the part. */
    int match(Part part, int i) {
        return part == Part.PROBLEM && i >= 0 && i < words.size() && isHyphenated(i)
                ? 0
                : lexicon.match(part, words, i);
    }

    boolean is(Part part, int i) {
        return match(part, i) > 0;
    }

    boolean has(Part part, int from, int until) {
        for (int i = from; i < until; i++) {
            int length = match(part, i);
            if (length > 0 && i + length <= until)
                return true;
        }
        return false;
    }

    boolean isTime(int i) {
        return i >= 0 && i < words.size() && phraseOf[i] >= 0;
    }

    /** Past the phrase about time that stands here. */
    int afterTime(int i) {
        int phrase = phraseOf[i];
        int at = i;
        while (at < words.size() && phraseOf[at] == phrase)
            at++;
        return at;
    }

    boolean hasTime(int from, int until) {
        for (int i = from; i < until; i++)
            if (isTime(i))
                return true;
        return false;
    }

    /** Whether a day, a moment, a recurrence or a time of the day is named: more than an effort. */
    boolean hasDate(int from, int until) {
        for (int i = from; i < until; i++)
            if (isTime(i) && !isEffort(i))
                return true;
        return false;
    }

    boolean isEffort(int i) {
        return isTime(i) && phrases.get(phraseOf[i]).mention() instanceof TimeMention.Effort;
    }

    /** Whether the phrase here names a day by itself. */
    boolean isDay(int i) {
        return isTime(i) && switch (phrases.get(phraseOf[i]).mention()) {
            case TimeMention.Day _,TimeMention.Span _,TimeMention.Moment _ -> true;
            case TimeMention.Part(var _, boolean today) -> today;
            case TimeMention.PartOf _ -> false;
            case TimeMention.Clock _,TimeMention.ClockSpan _,TimeMention.Effort _,TimeMention.Stretch _,TimeMention.Repeat _,TimeMention.Lead _,TimeMention.Remind _,TimeMention.Past _ ->
                    false;
        };
    }

    /** Whether a recurrence is named. */
    boolean hasRepeat(int from, int until) {
        for (int i = from; i < until; i++)
            if (isTime(i) && phrases.get(phraseOf[i]).mention() instanceof TimeMention.Repeat)
                return true;
        return false;
    }

    boolean hasDay(int from, int until) {
        for (int i = from; i < until; i++)
            if (isDay(i))
                return true;
        return false;
    }

    /** Whether a question within the sentence began before: "ask whether", «узнать, поедут ли». */
    boolean asks(int until) {
        return question < until;
    }

    boolean isQuestion() {
        return !words.isEmpty() && words.getLast().plain().equals("?");
    }

    boolean isComma(int i) {
        return words.get(i).isComma() || plain(i).equals("/") && (spaced(i) || isDoubled(i))
                || plain(i).equals("-") && spaced(i) || plain(i).equals("|");
    }

    /** "first // second", but no address. */
    private boolean isDoubled(int i) {
        boolean opens = plain(i + 1).equals("/") && i > 0 && words.get(i).from() > words.get(i - 1).until();
        return opens || plain(i - 1).equals("/") && i > 1 && words.get(i - 1).from() > words.get(i - 2).until();
    }

    /** A picture between words, as one puts it where a sentence ends. */
    boolean isPicture(int i) {
        return i > 0 && i < words.size()
                && Character.getType(words.get(i).plain().codePointAt(0)) == Character.OTHER_SYMBOL;
    }

    private boolean spaced(int i) {
        return i > 0 && i + 1 < words.size() && words.get(i).from() > words.get(i - 1).until()
                && words.get(i + 1).from() > words.get(i).until();
    }

    /** Part of a word with a hyphen, such as "stand-up". */
    boolean isHyphenated(int i) {
        int before = words.get(i).from() - 1;
        int after = words.get(i).until();
        return before > 0 && text.charAt(before) == '-' && !Character.isWhitespace(text.charAt(before - 1))
                || after + 1 < text.length() && text.charAt(after) == '-'
                        && !Character.isWhitespace(text.charAt(after + 1));
    }

    /** "Priya's": what follows belongs to it. */
    boolean isPossessive(int i) {
        String word = i < 0 || i >= words.size() ? "" : words.get(i).text();
        return word.endsWith("'s") || word.endsWith("’s") || word.endsWith("s'");
    }

    boolean isAnd(int i) {
        return switch (plain(i)) {
            case "and", "&", "и", "а" -> true;
            default -> false;
        };
    }

    boolean isVerb(int i) {
        return i < words.size() && lexicon.isVerb(words.get(i));
    }

    boolean isRussian(int i) {
        return Stems.isCyrillic(plain(i));
    }

    /** Past what only leads up: marks, fillers, joins, and words about time. */
    int head(int from, int until) {
        return Math.min(from >= words.size() ? from : from < 0 ? from : heads[from], until);
    }

    /** How many words from here only lead up, 0 where something begins. */
    private int leadingUp(int i) {
        if (words.get(i).isMark() || isAnd(i) || isTime(i - 1) && plain(i).equals("to"))
            return 1;
        return isTime(i) ? afterTime(i) - i : Math.max(match(Part.FILLER, i), match(Part.JOIN, i));
    }
}
