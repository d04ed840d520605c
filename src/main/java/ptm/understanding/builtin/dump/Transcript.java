package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** A pasted chat or a record of a meeting: tells who speaks in each line, and takes the name and the time away. */
final class Transcript {
    private static final String CLOCK = "\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\.?)?";
    private static final String STAMP = "[\\[(]?(?:(?:\\d{1,4}[./-]){1,2}\\d{1,4},?\\s+)?" + CLOCK + "[\\])]?";
    private static final String NAME = "\\p{L}[\\p{L}.'’-]*(?: \\p{L}[\\p{L}.'’-]*){0,2}";
    private static final Pattern STAMPED =
            Pattern.compile("\\s*" + STAMP + "\\s*(?:[-–—]\\s*)?(?:~\\s*)?(" + NAME + ")\\s*:\\s*(.*)");
    private static final Pattern NAMED_STAMPED =
            Pattern.compile("\\s*(" + NAME + "),?\\s*[\\[(]?" + STAMP + "[\\])]?\\s*:?\\s*(.*)");
    private static final Pattern NAMED = Pattern.compile("\\s*(" + NAME + ")\\s*:\\s+(.*)");
    private static final Pattern SYSTEM = Pattern.compile("(?iu)<[^>]*>|.*(joined|left|created) (the )?(group|chat).*"
            + "|missed (voice|video|call).*|this message was deleted.*|.*(вступил|вступила|создала?) .*(чат|групп).*"
            + "|сообщение удалено.*|пропущенный .*звонок.*");
    private static final Pattern BARE = Pattern.compile("\\s*(" + NAME + "),?\\s+" + STAMP + "\\s*:?\\s*");
    private static final int PREFIX = 120;

    private final DumpWords lexicon;
    /** Whether names and times stand on lines of their own. */
    private boolean bare;

    Transcript(DumpWords lexicon) {
        this.lexicon = lexicon;
    }

    /** Who says what in a line. */
    private record Said(String name, int from, boolean alone) {}

    /** The lines with what each speaker says, or the same lines where nobody speaks. */
    List<RawLine> read(List<RawLine> lines) {
        List<RawLine> stamped = spoken(lines, true);
        if (stamped != null)
            return stamped;
        List<RawLine> named = spoken(lines, false);
        return named == null ? lines : named;
    }

    private @Nullable List<RawLine> spoken(List<RawLine> lines, boolean stamped) {
        bare = lines.stream().filter(line -> BARE.matcher(line.text()).matches()).count() > 1;
        List<RawLine> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int said = 0;
        Voice voice = Voice.OWN;
        for (RawLine line : lines) {
            Said words = stamped ? stamped(line.text()) : named(line.text());
            if (words == null) {
                out.add(new RawLine(line.text(), line.from(), voice, line.opens()));
                continue;
            }
            said++;
            names.add(words.name());
            voice = isMe(words.name()) ? Voice.REPLY : Voice.THEIRS;
            String rest = line.text().substring(words.from());
            if (!rest.isBlank() && !SYSTEM.matcher(rest.strip()).matches())
                out.add(new RawLine(rest, line.from() + words.from(), voice, false));
        }
        if (stamped ? said == 0 : said < 2 || said * 2 < lines.size() || !isTalk(names, said))
            return null;
        return names.size() == said && !stamped
                ? out.stream().filter(line -> line.voice() != Voice.THEIRS)
                        .map(line -> new RawLine(line.text(), line.from(), Voice.OWN, line.opens())).toList()
                : out;
    }

    /** Names of people stand before the colons: the person's own, a relative's, or one twice. */
    private boolean isTalk(Set<String> names, int said) {
        return names.size() < said || names.stream().anyMatch(this::isMe);
    }

    private boolean isMe(String name) {
        return switch (Words.of(name).getFirst().plain()) {
            case "me", "i", "you", "я", "вы", "ты", "мы" -> true;
            default -> false;
        };
    }

    private @Nullable Said stamped(String line) {
        String start = line.substring(0, Math.min(line.length(), PREFIX));
        Matcher first = STAMPED.matcher(start);
        if (first.matches() && isName(first.group(1)))
            return new Said(first.group(1), first.start(2), false);
        Matcher heading = BARE.matcher(start);
        if (bare && heading.matches() && isName(heading.group(1)))
            return new Said(heading.group(1), start.length(), true);
        Matcher second = NAMED_STAMPED.matcher(start);
        boolean marked =
                start.contains("[") || second.matches() && second.group(2).isEmpty() && !start.contains(" at ");
        return second.matches() && marked && isName(second.group(1)) && second.group(1).length() > 1
                && Character.isUpperCase(second.group(1).codePointAt(0)) && (start.contains("[")
                        || start.strip().endsWith(":"))
                                ? new Said(second.group(1), second.start(2), second.group(2).isEmpty())
                                : null;
    }

    private @Nullable Said named(String line) {
        Matcher matcher = NAMED.matcher(line.substring(0, Math.min(line.length(), PREFIX)));
        return matcher.matches() && isName(matcher.group(1))
                ? new Said(matcher.group(1), matcher.start(2), false)
                : null;
    }

    private boolean isName(String name) {
        List<Word> words = Words.of(name).stream().filter(word -> !word.isMark()).toList();
        if (words.isEmpty())
            return false;
        if (isMe(name) || lexicon.is(Part.PERSON, words.getFirst()))
            return true;
        return words.getFirst().isCapitalised() && words.stream().noneMatch(word -> lexicon.isVerb(word)
                || lexicon.is(Part.LABEL, word) || lexicon.is(Part.SHOP, word) || lexicon.is(Part.LIST_NAME, word)
                || lexicon.is(Part.TALK_LABEL, word) || lexicon.is(Part.NEED, word));
    }
}
