package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.estimate.Estimator;
import ptm.understanding.builtin.estimate.PersonalExamples;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeScene;
import ptm.understanding.builtin.time.TimeValue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.task.DueKind;
import ptm.task.Field;
import ptm.task.Link;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.RepeatFrom;
import ptm.task.Step;
import ptm.task.TaskEdit;
import ptm.understanding.Context;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;

/** Makes the values of one draft from its words: what they say first, what they imply for the rest. */
final class DraftAssembler {
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"«»]+[^\\s<>\"«».,;:!?)]");
    private static final int MAX_STEPS = 100;
    private static final int MAX_LINKS = 100;
    private static final int MAX_URL = 2_000;
    private static final int MAX_TEXT = 20_000;
    private static final double SURE = 0.9;

    private final Estimator estimator;
    private final TimeReader times = new TimeReader();
    private final DraftTitle titles;
    private final Namesakes namesakes;

    DraftAssembler(Estimator estimator) {
        this.estimator = estimator;
        DumpWords lexicon = DumpWords.load();
        this.titles = new DraftTitle(lexicon);
        this.namesakes = new Namesakes(lexicon);
    }

    /** @param pieces with offsets into the segment */
    record Assembled(String title, List<Proposed> values, List<Piece> pieces) {}

    Assembled assemble(Segment segment, Utterance utterance, Language language, Context context,
            PersonalExamples personal) {
        Heading heading = segment.heading();
        TimeScene scene = new TimeScene(utterance.at().atZone(context.zone()), language, context.times(),
                heading == null ? null : heading.day(context.zone()));
        TimeReading reading = recurring(heading, segment.text(), scene,
                namesakes.without(times.read(segment.text(), scene), segment.text()));
        String title = titles.of(segment.verb(), segment.text().substring(0, segment.core()), reading);
        Map<Field, Proposed> values = new EnumMap<>(Field.class);
        List<Piece> pieces = new ArrayList<>();
        put(values, new Proposed(new TaskEdit.Rename(title), Provenance.said(utterance.at(), SURE, segment.text())));
        described(segment, reading, utterance, values);
        said(reading, utterance, values, pieces, 0);
        if (heading != null)
            headed(heading, reading, segment, utterance, values, pieces);
        if (!segment.context().isEmpty())
            put(values, new Proposed(new TaskEdit.Describe(Field.DESCRIPTION, shortened(segment.context())),
                    Provenance.said(utterance.at(), SURE, segment.context())));
        links(segment.text(), utterance, values);
        steps(segment, utterance, scene, values);
        for (Proposed guess : estimator.estimate(title, language, context.vocabulary(), personal)
                .proposed(utterance.at()))
            put(values, guess);
        return new Assembled(title, List.copyOf(values.values()), pieces);
    }

    /** Under "Weekly:" a day is that day of every week. */
    private TimeReading recurring(@Nullable Heading heading, String text, TimeScene scene, TimeReading reading) {
        if (heading != null && heading.reading().start().isPresent() && reading.repeat().isPresent()) {
            TimePiece start = heading.reading().pieces().getFirst();
            return with(start.words() + " ", text, 0, scene);
        }
        if (heading == null || heading.reading().repeat().isEmpty() || reading.repeat().isPresent()
                || reading.due().isEmpty())
            return reading;
        String every = scene.language() == Language.RU ? "каждый " : "every ";
        return IntStream.concat(IntStream.of(0), reading.pieces().stream()
                .filter(piece -> piece.value() instanceof TimeValue.Due).mapToInt(piece -> word(text, piece.from())))
                .mapToObj(at -> with(every, text, at, scene)).filter(again -> again.repeat().isPresent()).findFirst()
                .orElse(reading);
    }

    /** The code point at which the first letter from here on stands. */
    private static int word(String text, int from) {
        int at = text.offsetByCodePoints(0, from);
        int end = at;
        while (end < text.length() && !Character.isLetterOrDigit(text.codePointAt(end)))
            end++;
        return from + text.codePointCount(at, end);
    }

    /** What is read with a word put in. */
    private TimeReading with(String word, String text, int point, TimeScene scene) {
        int at = text.offsetByCodePoints(0, point);
        return new TimeReading(times.read(text.substring(0, at) + word + text.substring(at), scene).pieces().stream()
                .map(piece -> moved(piece, text, point, word.length())).toList());
    }

    /** A piece where it stands without the word that was put in. */
    private static TimePiece moved(TimePiece piece, String text, int at, int length) {
        int from = piece.from() <= at ? piece.from() : Math.max(at, piece.from() - length);
        int until = piece.until() <= at ? piece.until() : Math.max(at, piece.until() - length);
        return new TimePiece(piece.value(), text.substring(text.offsetByCodePoints(0, from),
                text.offsetByCodePoints(0, until)), from, until, piece.confidence(), piece.debris());
    }

    /** What was said stands before what is guessed. */
    private static void put(Map<Field, Proposed> values, Proposed value) {
        values.putIfAbsent(value.edit().field(), value);
    }

    private static void said(TimeReading reading, Utterance utterance, Map<Field, Proposed> values,
            List<Piece> pieces, int shift) {
        List<java.time.Instant> reminders = reading.reminders();
        Map<Field, TimePiece> first = new LinkedHashMap<>();
        for (TimePiece piece : reading.pieces()) {
            Field field = field(piece.value());
            first.putIfAbsent(field, piece);
            pieces.add(new Piece(field.jsonName(), piece.words(), shift + piece.from(), shift + piece.until(),
                    piece.confidence()));
        }
        first.forEach((field, piece) -> {
            TaskEdit edit = switch (piece.value()) {
                case TimeValue.Due(var when, DueKind kind) -> new TaskEdit.Reschedule(when, kind);
                case TimeValue.Start(var when) -> new TaskEdit.Begin(when);
                case TimeValue.Effort(int minutes) -> new TaskEdit.Estimate(Math.clamp(minutes, 1, 100_000));
                case TimeValue.Repeat(String rule, var _, var _) -> new TaskEdit.Repeat(rule, RepeatFrom.DUE);
                case TimeValue.Reminder _ -> new TaskEdit.Remind(reminders);
            };
            put(values, new Proposed(edit, Provenance.said(utterance.at(), piece.confidence(), piece.words().strip())));
        });
    }

    /** What stands under "Tomorrow:" and says no day itself is due that day. */
    private static void headed(Heading heading, TimeReading own, Segment segment, Utterance utterance,
            Map<Field, Proposed> values, List<Piece> pieces) {
        boolean dated = own.due().isPresent() || own.repeat().isPresent();
        List<TimePiece> kept = heading.reading().pieces().stream().filter(piece -> switch (piece.value()) {
            case TimeValue.Effort _ -> own.minutes().isEmpty();
            case TimeValue.Start _ -> own.due().isEmpty() && own.start().isEmpty();
            case TimeValue.Due _,TimeValue.Repeat _ -> !dated && own.start().isEmpty();
            case TimeValue.Reminder _ -> own.reminders().isEmpty();
        }).toList();
        int shift = utterance.text().codePointCount(0, heading.from())
                - utterance.text().codePointCount(0, segment.from());
        said(new TimeReading(kept), utterance, values, pieces, shift);
    }

    /** What follows the name of the task and is not about time. */
    private void described(Segment segment, TimeReading reading, Utterance utterance, Map<Field, Proposed> values) {
        if (!segment.isDescribed() || !segment.steps().isEmpty())
            return;
        String rest = segment.text().substring(segment.core());
        int core = segment.text().codePointCount(0, segment.core());
        List<TimePiece> after = reading.pieces().stream().filter(piece -> piece.from() >= core)
                .map(piece -> new TimePiece(piece.value(), piece.words(), piece.from() - core, piece.until() - core,
                        piece.confidence(), piece.debris()))
                .toList();
        if (titles.saysMore(titles.clean(rest, new TimeReading(after))))
            put(values, new Proposed(new TaskEdit.Describe(Field.DESCRIPTION, shortened(DraftTitle.LOOSE_END
                    .matcher(rest).replaceAll(""))), Provenance.said(utterance.at(), SURE, rest.strip())));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT));
    }

    private static Field field(TimeValue value) {
        return switch (value) {
            case TimeValue.Due _ -> Field.DUE;
            case TimeValue.Start _ -> Field.START;
            case TimeValue.Effort _ -> Field.MINUTES;
            case TimeValue.Repeat _ -> Field.REPEAT;
            case TimeValue.Reminder _ -> Field.REMINDERS;
        };
    }

    private static void links(String text, Utterance utterance, Map<Field, Proposed> values) {
        List<Link> links = new ArrayList<>();
        for (Matcher url = URL.matcher(text); url.find();)
            if (url.group().length() <= MAX_URL && links.size() < MAX_LINKS)
                links.add(new Link(url.group(), ""));
        if (!links.isEmpty())
            put(values, new Proposed(new TaskEdit.Attach(links),
                    Provenance.said(utterance.at(), SURE, links.getFirst().url())));
    }

    private void steps(Segment segment, Utterance utterance, TimeScene scene, Map<Field, Proposed> values) {
        if (segment.steps().isEmpty())
            return;
        List<Step> steps = segment.steps().stream().limit(MAX_STEPS).map(step -> step(step, scene)).toList();
        put(values, new Proposed(new TaskEdit.Plan(steps),
                Provenance.said(utterance.at(), SURE, String.join("; ", segment.steps()))));
    }

    /** A step keeps its words, but for the time it takes. */
    private Step step(String text, TimeScene scene) {
        TimeReading reading = times.read(text, scene);
        List<TimePiece> efforts = reading.pieces().stream()
                .filter(piece -> piece.value() instanceof TimeValue.Effort).toList();
        Step step = Step.titled(titles.of(text, new TimeReading(efforts)));
        return reading.minutes().isEmpty()
                ? step
                : new Step(0, step.title(), "", "", "", Math.clamp(reading.minutes().getAsInt(), 1, 100_000), false);
    }
}
