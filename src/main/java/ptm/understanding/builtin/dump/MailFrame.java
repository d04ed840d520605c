package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** What a mailer and good manners put around the words of a mail: headers, quoted lines, the signature. */
final class MailFrame {
    private static final Pattern HEADER = Pattern.compile("(?iu)(re|fwd?|from|to|cc|bcc|subject|date|sent|reply-to|от"
            + "|от кого|кому|копия|тема|дата|отправлено)\\s*:.*|-{3,}.*|>.*|(sent|get \\S+|from) (from|for) .*|sent from my .*"
            + "|отправлено (с|из) .*|пересланное сообщение.*|переслано из.*|(begin )?forwarded message.*"
            + "|(on|le) .{6,60} wrote:|.{6,80} (пишет|написала?|написал\\(а\\)):");
    private static final Pattern POSTSCRIPT = Pattern.compile("(?iu)(p\\.? ?p?\\.? ?s|п\\.? ?с|з\\. ?ы)\\b.*");
    private static final Pattern SENDER = Pattern.compile("(?iu)(from|от|от кого):.*|(fwd?|пересл).*");
    /** Where the person's own words begin behind what was forwarded. */
    private static final Pattern OWN_NOTE =
            Pattern.compile("(?iu)(\\s-{2,}\\s+(?!.*\\b(note to self|me|от меня|себе)\\s*:)|"
                    + "\\b(note to (self|myself)|my note|для себя|заметка себе|себе|от меня)\\s*:\\s*)");
    private static final int FEW = 4;
    private static final int SIGNATURE = 300;
    private static final int SIGN_OFF_WORDS = 5;

    private final DumpWords lexicon;
    private final String text;
    private boolean signed;
    private boolean forwarded;

    MailFrame(DumpWords lexicon, String text) {
        this.lexicon = lexicon;
        this.text = text;
    }

    /** The lines within the frame; those of a mail that somebody else wrote are theirs. */
    List<RawLine> lines() {
        List<RawLine> lines = new ArrayList<>();
        boolean opens = true;
        int at = 0;
        for (String line : text.split("\n", -1)) {
            String bare = line.strip();
            signed |= ends(bare, at);
            boolean header = !bare.isEmpty() && HEADER.matcher(bare).matches();
            Matcher note = OWN_NOTE.matcher(line);
            if (header && note.find()) {
                lines.add(new RawLine(line.substring(note.end()), at + note.end(), Voice.OWN, true));
                at += line.length() + 1;
                continue;
            }
            forwarded |= header && SENDER.matcher(bare).matches();
            if (signed ? POSTSCRIPT.matcher(bare).matches() : !bare.isEmpty() && !header) {
                lines.add(new RawLine(line, at, Voice.OWN, opens));
                opens = false;
            }
            opens |= bare.isEmpty();
            at += line.length() + 1;
        }
        if (lines.isEmpty())
            quoted(lines);
        return isTheirs(lines)
                ? lines.stream().map(line -> new RawLine(line.text(), line.from(), Voice.THEIRS,
                        line.opens())).toList()
                : lines;
    }

    private boolean ends(String line, int at) {
        return text.length() - at < SIGNATURE && (line.equals("--") || isSignOff(line));
    }

    /** Greeted and signed, or called by name: a letter to the person. */
    private boolean isTheirs(List<RawLine> lines) {
        if (lines.isEmpty())
            return false;
        List<Word> first = Words.of(lines.getFirst().text());
        int greeting = lexicon.match(Part.GREETING, first, 0);
        if (forwarded || greeting == 0)
            return forwarded || isAddressed(first);
        return signed || signsInLine(lines.getLast().text());
    }

    /** «Коля, забери Машу»: a name, and then what its bearer is asked to do. */
    private boolean isAddressed(List<Word> words) {
        if (words.size() < FEW || !words.get(1).isComma() || !words.getFirst().isCapitalised()
                || lexicon.isVerb(words.getFirst()) || lexicon.isGoods(words.getFirst())
                || lexicon.is(Part.FILLER, words.getFirst()) || lexicon.is(Part.CHATTER, words.getFirst()))
            return false;
        Word next = words.get(2);
        return next.plain().startsWith("тво") || next.plain().equals("your") || next.plain().equals("я")
                || next.plain().equals("мы") || lexicon.isImperative(next)
                || next.plain().equals("can") || next.plain().equals("could") || lexicon.is(Part.POLITE, next)
                || lexicon.is(Part.GREETING, next);
    }

    /** "… Cheers, Paul" at the end of a line. */
    private boolean signsInLine(String line) {
        List<int[]> sentences = Sentences.of(line);
        if (sentences.isEmpty())
            return false;
        int[] last = sentences.getLast();
        return isSignOff(line.substring(last[0], last[1]));
    }

    /** A forward of nothing but quoted lines is about those. */
    private void quoted(List<RawLine> lines) {
        int at = 0;
        for (String line : text.split("\n", -1)) {
            int mark = 0;
            while (mark < line.length() && (line.charAt(mark) == '>' || line.charAt(mark) == ' '))
                mark++;
            String words = line.substring(mark);
            if (isSignOff(words))
                break;
            if (line.startsWith(">") && !words.isBlank() && !HEADER.matcher(words.strip()).matches())
                lines.add(new RawLine(words, at + mark, Voice.OWN, false));
            at += line.length() + 1;
        }
    }

    /** "Best regards,": the name and what follows it are no tasks. */
    private boolean isSignOff(String line) {
        List<Word> words = Words.of(line.substring(0, Math.min(line.length(), 80))).stream()
                .filter(word -> !word.isMark()).toList();
        int length = lexicon.match(Part.SIGN_OFF, words, 0);
        return length > 0 && words.size() <= SIGN_OFF_WORDS + length - 1 && line.length() <= 80
                && words.stream().skip(length).noneMatch(word -> !word.isCapitalised() && lexicon.isVerb(word));
    }
}
