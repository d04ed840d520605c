package ptm.understanding.builtin.intent;

import ptm.understanding.Answer;
import ptm.understanding.EditCommand;
import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.edit.EditReader;
import ptm.understanding.builtin.intent.FeatureBag.Family;
import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.Conditions;
import ptm.understanding.builtin.request.RequestReading;

import java.util.List;

/** What the other readers made of a text, and how it looks as a whole, as features. */
final class SignalFeatures {
    private static final int[] LENGTHS = { 0, 1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30 };

    private final Lexicon lexicon;
    private final DumpWords words;
    private final Asking asking;

    SignalFeatures(Lexicon lexicon, DumpWords words) {
        this.lexicon = lexicon;
        this.words = words;
        this.asking = new Asking(lexicon);
    }

    void read(FeatureBag bag, Clues clues, List<String> shape) {
        looks(bag, clues);
        request(bag, clues);
        build(bag, clues);
        edit(bag, clues.edit());
        tasks(bag, clues);
        times(bag, clues, shape);
        phrases(bag, clues.words());
    }

    private static void add(FeatureBag bag, String what) {
        bag.add(Family.SIGNAL, what);
    }

    private void looks(FeatureBag bag, Clues clues) {
        List<Word> all = clues.words();
        long said = all.stream().filter(word -> !word.isMark()).count();
        add(bag, "words " + bucket((int) said));
        add(bag, "lines " + Math.min(3, count(all, "\n")));
        add(bag, "commas " + Math.min(3, count(all, ",")));
        for (String mark : List.of("?", "!", ":", "-", ")", "…", "/", "•", "*", "→", "(", "\"", "#"))
            if (count(all, mark) > 0)
                add(bag, "mark " + mark);
        String last = all.isEmpty() ? "" : all.getLast().isMark() ? all.getLast().plain() : "";
        add(bag, "ends " + last);
        add(bag, "ends " + last + " words " + bucket((int) said));
        if (!all.isEmpty() && Character.isUpperCase(all.getFirst().text().codePointAt(0)))
            add(bag, "capital");
        if (clues.text().contains("http"))
            add(bag, "link");
        if (words.has(DumpWords.Part.NEED, all))
            add(bag, "need");
        if (words.has(DumpWords.Part.QUESTION, all))
            add(bag, "asks");
        if (words.has(DumpWords.Part.TALK, all))
            add(bag, "talk");
        if (words.has(DumpWords.Part.PROBLEM, all))
            add(bag, "problem");
    }

    private static void request(FeatureBag bag, Clues clues) {
        RequestReading request = clues.request();
        int sure = Math.max(0, request.parts().size() - request.guessed());
        int unread = Math.min(4, request.unread().size());
        add(bag, "read " + Math.min(3, sure));
        add(bag, "unread " + unread);
        add(bag, "read " + Math.min(3, sure) + " unread " + unread + " guessed " + Math.min(2, request.guessed()));
        add(bag, "guessed " + Math.min(2, request.guessed()));
        if (request.limit() != null)
            add(bag, "limit");
        if (request.isOrdered())
            add(bag, "ordered");
        if (request.answer() != Answer.LIST)
            add(bag, "answer " + request.answer());
        if (request.unread().isEmpty() && request.guessed() == 0)
            add(bag, "all read " + Math.min(3, sure) + (clues.isQuestion() ? "?" : ""));
        int covered = 0;
        for (RequestReading.Part part : request.parts()) {
            String name = Conditions.fieldName(part.filter()) + (part.negated() ? "-" : "") + (part.mood() ? "*" : "");
            add(bag, "part " + name);
            add(bag, "part " + name + " unread " + unread);
            if (part.from() == 0)
                add(bag, "part1 " + name);
            covered += part.until() - part.from();
        }
        add(bag, "covered " + 4 * covered / Math.max(1, clues.words().size()));
    }

    private void build(FeatureBag bag, Clues clues) {
        if (asking.isQuestion(clues))
            bag.add(Family.BUILD, "question");
        if (asking.isWhole(clues))
            bag.add(Family.BUILD, "whole");
    }

    private static void edit(FeatureBag bag, EditReader.Reading edit) {
        add(bag, "evidence " + (int) Math.clamp(Math.ceil(edit.evidence()), -1, 5));
        if (edit.evidence() <= 0)
            return;
        if (edit.isFirst())
            add(bag, "verb first");
        if (edit.isTargeted())
            add(bag, "targeted");
        for (EditCommand command : edit.commands()) {
            add(bag, "verb " + command.verb() + (edit.isFirst() ? " first" : ""));
            add(bag, "verb " + command.verb() + " sets " + !command.set().isEmpty());
            command.set().forEach(set -> add(bag, "sets " + set.edit().field()));
        }
    }

    /** What the person's own tasks say of the text. */
    private static void tasks(FeatureBag bag, Clues clues) {
        if (!clues.hasTasks()) {
            bag.add(Family.TASKS, "no tasks");
            return;
        }
        EditReader.Reading edit = clues.edit();
        boolean clear = edit.commands().stream().anyMatch(command -> !command.tasks().isEmpty());
        boolean near = edit.commands().stream().anyMatch(command -> !command.candidates().isEmpty());
        String found = clear ? "clear" : near ? "near" : "none";
        String fit = found + (edit.matched() == 0 ? "" : " named " + (int) (4 * edit.fit()));
        String verb = edit.commands().isEmpty() ? " nothing" : edit.hasVerb() ? " verb" : " deed";
        bag.add(Family.TASKS, "found " + found);
        bag.add(Family.TASKS, "found " + fit);
        bag.add(Family.TASKS, "found " + found + verb);
        bag.add(Family.TASKS, "found " + fit + verb + (edit.unread().isEmpty() ? "" : " unread"));
        bag.add(Family.TASKS, "found " + found + " evidence " + (int) Math.clamp(Math.ceil(edit.evidence()), -1, 5));
        if (clues.isListed())
            bag.add(Family.TASKS,
                    "listed " + found + " evidence " + (int) Math.clamp(Math.ceil(edit.evidence()), -1, 5));
    }

    private static void times(FeatureBag bag, Clues clues, List<String> shape) {
        if (clues.time().pieces().isEmpty()) {
            add(bag, "no time");
            return;
        }
        clues.time().pieces().forEach(piece -> add(bag, IntentFeatures.kind(piece.value())));
        boolean leads = shape.get(1).startsWith("@");
        boolean ends = shape.get(shape.size() - 2).startsWith("@");
        long rest = shape.stream().filter(one -> !one.startsWith("@")).count() - 2;
        add(bag, "time" + (leads ? " leads" : "") + (ends ? " ends" : ""));
        add(bag, "time leads " + leads + " rest " + Math.min(4, rest));
        if (leads && shape.size() > 2)
            add(bag, shape.get(1) + " then " + shape.get(2));
    }

    private void phrases(FeatureBag bag, List<Word> all) {
        int known = 0;
        int said = 0;
        int talk = 0;
        boolean first = true;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isMark())
                continue;
            Lexicon.Match match = lexicon.longest(all, i);
            said += match == null ? 1 : match.length();
            if (match != null) {
                for (Entry entry : match.entries())
                    entry(bag, entry, first);
                known += match.length();
                talk += match.entries().stream().anyMatch(entry -> entry.weight("smalltalk") > 0) ? match.length() : 0;
                i += match.length() - 1;
            } else if (first)
                add(bag, "first unknown");
            first = false;
        }
        if (said > 0) {
            add(bag, "known " + 4 * known / said);
            add(bag, "talk " + 4 * talk / said);
        }
    }

    private static void entry(FeatureBag bag, Entry entry, boolean first) {
        String place = first ? "first " : "";
        if (!entry.cue().isEmpty())
            add(bag, place + "cue " + entry.cue());
        if (entry.verb() != null)
            add(bag, place + "does " + entry.verb());
        entry.intents().forEach((intent, weight) -> add(bag, place + intent + " " + (int) Math.min(3, weight)));
        if (entry.mean() != null)
            add(bag, place + "means " + entry.kind());
    }

    private static int count(List<Word> words, String mark) {
        return (int) words.stream().filter(word -> word.plain().equals(mark)).count();
    }

    private static int bucket(int count) {
        int at = 0;
        while (at + 1 < LENGTHS.length && LENGTHS[at + 1] <= count)
            at++;
        return LENGTHS[at];
    }
}
