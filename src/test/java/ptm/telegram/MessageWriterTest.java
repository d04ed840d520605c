package ptm.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ptm.chat.Button;
import ptm.chat.Message;
import ptm.chat.Span;

class MessageWriterTest {
    private final MessageWriter writer = new MessageWriter();

    @Test
    void stylesAreTagsAndWordsStayWords() {
        var parts = parts(List.of(Span.bold("a<b"), Span.plain(" & "), Span.struck("\"c\"")), List.of(), List.of(
                Span.italic("x > y")));
        assertThat(parts).containsExactly(new MessageWriter.Part(
                "<b>a&lt;b</b> &amp; <s>\"c\"</s>\n\n<i>x &gt; y</i>", "a<b & \"c\"\n\nx > y"));
    }

    @Test
    void aLongMessageIsCutAtTheEndsOfLines() {
        var line = "я".repeat(99);
        var parts = writer.parts(message(IntStream.range(0, 100).mapToObj(_ -> List.of(Span.bold(line))).toList()));
        assertThat(parts).hasSize(3).allSatisfy(part -> {
            assertThat(part.plain().length()).isLessThanOrEqualTo(MessageWriter.MAX_LENGTH);
            assertThat(part.plain().lines()).allSatisfy(one -> assertThat(one).isEqualTo(line));
        });
        assertThat(parts.stream().flatMap(part -> part.plain().lines())).hasSize(100);
    }

    @Test
    void theLengthCountsTheTextAndNotItsMarkup() {
        var spans = IntStream.range(0, 1000).mapToObj(_ -> Span.bold("a&b<")).toList();
        assertThat(parts(spans)).hasSize(1);
    }

    @Test
    void aLineWithoutEndIsCutBetweenWordsAndNeverWithinACharacter() {
        var words = "слово ".repeat(2000);
        assertThat(parts(List.of(Span.plain(words)))).allSatisfy(
                part -> assertThat(part.plain()).startsWith("слово"));
        assertThat(joined(parts(List.of(Span.plain(words))))).isEqualTo(words);
        var faces = "a" + "😀".repeat(5000);
        var parts = parts(List.of(Span.plain(faces)));
        assertThat(joined(parts)).isEqualTo(faces);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.plain().length()).isLessThanOrEqualTo(MessageWriter.MAX_LENGTH);
            assertThat(part.plain().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)).isTrue();
        });
    }

    @Test
    void nothingToSayIsStillAMessage() {
        assertThat(writer.parts(message(List.of()))).extracting(MessageWriter.Part::html).containsExactly("…");
        assertThat(parts(List.of(Span.plain(" \n\0")))).extracting(MessageWriter.Part::html).containsExactly("…");
    }

    @Test
    void charactersThatNobodySeesAreLeftOut() {
        assertThat(parts(List.of(Span.plain("a\0b\u0007\ud800c")))).extracting(MessageWriter.Part::html)
                .containsExactly("abc");
    }

    @Test
    void noRowIsLongerThanEightButtonsAndNoLinkIsUnsafe() {
        var many = IntStream.range(0, 10).mapToObj(n -> Button.press("" + n, "p" + n)).toList();
        var keyboard = writer.keyboard(new Message("k", List.of(), List.of(many,
                List.of(Button.link("here", "http://localhost:8080/")),
                List.of(Button.link("there", "https://example.org/"), Button.press(" ", "blank"))), null));
        assertThat(keyboard.getKeyboard()).extracting(row -> row.stream().map(b -> b.getText()).collect(Collectors
                .joining())).containsExactly("01234567", "89", "there");
        assertThat(writer.keyboard(message(List.of()))).isNull();
    }

    @SafeVarargs
    private List<MessageWriter.Part> parts(List<Span>... lines) {
        return writer.parts(message(List.of(lines)));
    }

    private static Message message(List<List<Span>> lines) {
        return new Message("k", lines, List.of(), null);
    }

    private static String joined(List<MessageWriter.Part> parts) {
        return parts.stream().map(MessageWriter.Part::plain).collect(Collectors.joining());
    }
}
