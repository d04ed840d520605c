package ptm.understanding.builtin.intent;

import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.intent.FeatureBag.Family;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import ptm.task.When;

/** Reads the features of a text: its words, their places, letters and forms, and what the other readers made of it. */
final class IntentFeatures {
    private static final int MOST_LETTERS = 400;

    private final SignalFeatures signals;
    private final WordForms forms;
    private final Predicate<String> common;

    /** @param common the words that keep their form where the others are only looked at for their shape */
    IntentFeatures(Lexicon lexicon, DumpWords words, Predicate<String> common) {
        this.signals = new SignalFeatures(lexicon, words);
        this.forms = new WordForms(words);
        this.common = common;
    }

    Features read(Clues clues) {
        FeatureBag bag = new FeatureBag();
        words(bag, clues.words());
        letters(bag, clues.words());
        List<String> shape = shape(clues);
        grams(bag, shape);
        signals.read(bag, clues, shape);
        return bag.features();
    }

    private static void words(FeatureBag bag, List<Word> words) {
        List<Word> told = words.stream().filter(word -> !word.isMark() || word.plain().equals("?")).toList();
        for (int i = 0; i < told.size(); i++) {
            String plain = plain(told.get(i));
            String stem = told.get(i).isNumber() ? plain : told.get(i).stem();
            bag.add(Family.WORD, plain);
            bag.add(Family.WORD, "~" + stem);
            if (i > 0) {
                String before = plain(told.get(i - 1));
                bag.add(Family.WORD, before + " " + plain);
                bag.add(Family.WORD, "~" + told.get(i - 1).stem() + " " + stem);
                if (i > 1)
                    bag.add(Family.WORD, plain(told.get(i - 2)) + " " + before + " " + plain);
            }
        }
        place(bag, "1", told);
        place(bag, "9", told.reversed());
    }

    private static void place(FeatureBag bag, String place, List<Word> words) {
        if (words.isEmpty())
            return;
        Word first = words.getFirst();
        String plain = plain(first);
        bag.add(Family.PLACE, place + plain);
        bag.add(Family.PLACE, place + "~" + first.stem());
        for (int length = 1; length <= 4 && length < plain.length(); length++)
            bag.add(Family.PLACE, place + "-" + plain.substring(plain.length() - length));
        if (words.size() > 1) {
            bag.add(Family.PLACE, place + plain + " " + plain(words.get(1)));
            bag.add(Family.PLACE, place + "+" + plain(words.get(1)));
        }
    }

    private static String plain(Word word) {
        return word.isNumber() ? "#" : word.plain();
    }

    private static void letters(FeatureBag bag, List<Word> words) {
        int left = MOST_LETTERS;
        for (Word word : words) {
            left -= word.plain().length();
            if (word.isMark() || word.isNumber() || left < 0)
                continue;
            String edged = "_" + word.plain() + "_";
            for (int length = 3; length <= 5; length++)
                for (int at = 0; at + length <= edged.length(); at++)
                    bag.add(Family.LETTERS, edged.substring(at, at + length));
        }
    }

    /** The text with its rare words as their forms and its times as their kinds. */
    private List<String> shape(Clues clues) {
        List<String> shape = new ArrayList<>();
        shape.add("<");
        for (Word word : clues.words()) {
            String time = time(clues, word);
            if (time.isEmpty())
                shape.add(common.test(word.plain()) ? word.plain() : "/" + forms.of(word));
            else if (!shape.getLast().equals(time))
                shape.add(time);
        }
        shape.add(">");
        return shape;
    }

    private static String time(Clues clues, Word word) {
        if (clues.time().pieces().isEmpty())
            return "";
        int at = clues.text().codePointCount(0, word.from());
        for (TimePiece piece : clues.time().pieces())
            if (piece.from() <= at && at < piece.until())
                return kind(piece.value());
        return "";
    }

    static String kind(TimeValue value) {
        return switch (value) {
            case TimeValue.Due due -> due.when() instanceof When.Moment ? "@clock" : "@day";
            case TimeValue.Start _ -> "@start";
            case TimeValue.Effort _ -> "@length";
            case TimeValue.Repeat _ -> "@repeat";
            case TimeValue.Reminder _ -> "@remind";
        };
    }

    private static void grams(FeatureBag bag, List<String> shape) {
        for (int at = 0; at < shape.size(); at++) {
            StringBuilder gram = new StringBuilder();
            for (int length = 1; length <= 4 && at + length <= shape.size(); length++) {
                gram.append(' ').append(shape.get(at + length - 1));
                bag.add(Family.SHAPE, gram.toString());
            }
        }
    }
}
